/**
 * One function as Lambda runs it: its bundle under Node 24, spoken to through Lambda's runtime interface by Amazon's own
 * client. This is the other side of that interface: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 *
 * Started with the first call, kept warm, started anew after its death.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { closed, portOf } from './storage-proxy.ts'

export interface LambdaOptions {
  readonly name: string
  /** The folder that is unpacked to /var/task. */
  readonly bundle: string
  readonly environment: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** Folder with node_modules: node (24) and aws-lambda-ric. */
  readonly runtime: string
}

export interface LambdaProcess {
  /** Rejects where the function fails, does not start, runs out of time or is killed. */
  invoke(event: unknown): Promise<unknown>
  /** As the machine under it dying. */
  kill(): void
  /** What it wrote to its log since it was last asked. */
  takeLog(): string
  close(): Promise<void>
}

interface Call {
  readonly id: string
  readonly event: unknown
  readonly resolve: (answer: unknown) => void
  readonly reject: (reason: Error) => void
}

export const openLambda = async (options: LambdaOptions): Promise<LambdaProcess> => {
  const waiting: Call[] = []
  let running: Call | null = null
  let listener: ServerResponse | null = null
  let child: ChildProcess | null = null
  let log = ''
  let calls = 0

  const fail = (why: string): void => {
    const call = running ?? waiting.shift()
    running = null
    call?.reject(new Error(`${options.name}: ${why}\n${log.slice(-2_000)}`))
  }
  const hand = (): void => {
    const call = waiting[0]
    if (listener === null || call === undefined) return
    waiting.shift()
    running = call
    listener
      .writeHead(200, {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': call.id,
        'lambda-runtime-deadline-ms': String(Date.now() + options.timeoutMs),
        'lambda-runtime-invoked-function-arn': `arn:aws:lambda:us-east-1:123456789012:function:${options.name}`,
        'lambda-runtime-trace-id':
          'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0',
      })
      .end(JSON.stringify(call.event))
    listener = null
  }
  const answer = (body: string, isError: boolean): void => {
    const call = running
    running = null
    if (isError) call?.reject(new Error(`${options.name} threw: ${body}`))
    else call?.resolve(body === '' ? null : JSON.parse(body))
  }
  const server: Server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path.endsWith('/invocation/next')) {
      listener = response
      hand()
      return
    }
    void bodyOf(request).then(body => {
      if (path.endsWith('/init/error')) fail(`did not start: ${body}`)
      else answer(body, path.endsWith('/error'))
      response.writeHead(202).end('{"status":"OK"}')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))

  const start = (): ChildProcess => {
    const started = spawn(
      join(options.runtime, 'node_modules/node/bin/node'),
      [join(options.runtime, 'node_modules/aws-lambda-ric/bin/index.mjs'), 'index.handler'],
      { cwd: options.bundle, env: environmentOf(options, portOf(server)), stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const note = (bytes: Buffer): void => {
      log += bytes.toString()
    }
    started.stdout.on('data', note)
    started.stderr.on('data', note)
    started.on('exit', (code, signal) => {
      if (child !== started) return
      child = null
      listener = null
      fail(`ended with ${signal ?? code}`)
    })
    return started
  }
  return {
    invoke: event =>
      new Promise((resolve, reject) => {
        const watch = setTimeout(() => child?.kill('SIGKILL'), options.timeoutMs)
        const done =
          <T>(settle: (value: T) => void) =>
          (value: T): void => {
            clearTimeout(watch)
            settle(value)
          }
        waiting.push({ id: `call-${++calls}`, event, resolve: done(resolve), reject: done(reject) })
        child ??= start()
        hand()
      }),
    kill: () => {
      child?.kill('SIGKILL')
    },
    takeLog: () => {
      const taken = log
      log = ''
      return taken
    },
    close: async () => {
      const last = child
      child = null
      last?.kill('SIGKILL')
      await closed(server)
    },
  }
}

const environmentOf = (
  { name, bundle, environment }: LambdaOptions,
  port: number,
): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: process.env.AWS_ACCESS_KEY_ID ?? '',
  AWS_SECRET_ACCESS_KEY: process.env.AWS_SECRET_ACCESS_KEY ?? '',
  AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  LAMBDA_TASK_ROOT: bundle,
  _HANDLER: 'index.handler',
  ...environment,
})

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString()
}
