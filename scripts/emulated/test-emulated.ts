/**
 * Deploys the synthesized stack for real, with `cdk deploy`, into an emulator of CloudFormation (moto) on this machine;
 * puts an object into the inbox, destroys it, and sees that the data stays. cfn-lint reads the
 * templates first. docs/operations.md says what the emulator cannot.
 *
 *   npm run test:emulated
 *
 * Needs Python 3; the emulator is installed into a cache beside the project where it is not there yet (2 minutes).
 */
import { execFileSync, spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../free-port.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const here = fileURLToPath(new URL('./', import.meta.url))
const venv = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'copydesk-emulator')
const work = mkdtempSync(join(tmpdir(), 'copydesk-emulated-'))
const log = join(work, 'moto.log')

const install = (): void => {
  if (existsSync(join(venv, 'bin/moto_server'))) return
  process.stderr.write(`installing the emulator into ${venv} (2 minutes, once)\n`)
  run('python3', ['-m', 'venv', venv])
  run(join(venv, 'bin/pip'), ['install', '--quiet', '--requirement', join(here, 'requirements.txt')])
}

const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): void => {
  process.stderr.write(`$ ${command.replace(root, '')} ${args.join(' ')}\n`)
  execFileSync(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
}

const cdk = (...args: string[]): string[] => [join(root, 'node_modules/aws-cdk/bin/cdk'), ...args]

const synthesize = (name: string, ...context: string[]): string => {
  const folder = join(work, name)
  const given = context.flatMap(pair => ['--context', pair])
  run(process.execPath, cdk('synth', '--quiet', '--output', folder, ...given), {
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`,
  })
  return folder
}

const startMoto = async (port: number): Promise<() => void> => {
  const moto = spawn(
    join(venv, 'bin/python'),
    [join(here, 'emulator.py'), '-H', '127.0.0.1', '-p', String(port)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const file = createWriteStream(log)
  moto.stdout.pipe(file)
  moto.stderr.pipe(file)
  const isReady = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/moto-api/`).then(
      ({ ok }) => ok,
      () => false,
    )
  for (let tries = 0; !(await isReady()); tries++) {
    if (tries > 600 || moto.exitCode !== null)
      throw new Error(`moto does not run:\n${readFileSync(log, 'utf8')}`)
    await setTimeout(100)
  }
  // Functions are made, not run.
  await fetch(`http://127.0.0.1:${port}/moto-api/config`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"lambda":{"use_docker":false}}',
  })
  return () => moto.kill()
}

const environment = (port: number): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
  // moto understands the address of a template only in this form.
  AWS_ENDPOINT_URL_S3_FOR_CLOUDFORMATION: `http://localhost:${port}`,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_EC2_METADATA_DISABLED: 'true',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
})

const main = async (): Promise<void> => {
  install()
  const sources = 'sources=fixtures/webhooks/sources.json'
  const first = synthesize('first', sources)
  const other = synthesize(
    'other',
    'inboxBucketName=given-bucket',
    'domainName=news.example.org',
    'certificateArn=arn:aws:acm:us-east-1:123456789012:certificate/0f1e2d3c-0000-4000-8000-000000000000',
    'alarmEmail=desk@example.org',
  )
  const templateOf = (folder: string): string => join(folder, 'CopydeskStack.template.json')
  run(join(venv, 'bin/cfn-lint'), ['--', ...[first, other].map(templateOf)])

  const port = await freePort()
  const stop = await startMoto(port)
  try {
    const env = environment(port)
    const look = (when: string, folder: string): void =>
      run(join(venv, 'bin/python'), [join(here, 'look.py'), when, templateOf(folder)], env)
    const deploy = (folder: string): void =>
      run(
        process.execPath,
        cdk('deploy', 'CopydeskStack', '--app', folder, '--require-approval', 'never'),
        env,
      )
    run(process.execPath, cdk('bootstrap', 'aws://123456789012/us-east-1', '--app', first), env)
    deploy(first)
    look('deployed', first)
    run(process.execPath, cdk('destroy', 'CopydeskStack', '--app', first, '--force'), env)
    look('destroyed', first)
  } finally {
    stop()
  }
}

try {
  await main()
} finally {
  rmSync(work, { recursive: true, force: true })
}
