/**
 * Runs a command with a real S3 server beside it: the one at S3_ENDPOINT, or minio started for the time being.
 *
 *   tsx scripts/with-s3-server.ts npm test -- test/functions/store
 *
 * The command finds S3_ENDPOINT and credentials in its environment. Exits 3 where there is no server to be had.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { freePort } from './free-port.ts'

const install = 'go install github.com/minio/minio@v0.0.0-20260212201848-7aac2a2c5b7c'
const mostTries = 100
const msBetweenTries = 100

/** On the path, or where `go install` puts it. */
const findMinio = (): string | null => {
  const goFolder = outputOf('go', ['env', 'GOPATH'])
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...(goFolder ? [join(goFolder, 'bin')] : [])]
  return (
    folders.map(folder => join(folder, 'minio')).find(path => outputOf(path, ['--version']) !== null) ?? null
  )
}

const outputOf = (command: string, args: readonly string[]): string | null => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}

const isReady = async (endpoint: string): Promise<boolean> => {
  const response = await fetch(`${endpoint}/minio/health/ready`).catch(() => null)
  return response?.ok ?? false
}

const startMinio = async (minio: string): Promise<{ endpoint: string; stop: () => void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-s3-'))
  const address = `127.0.0.1:${await freePort()}`
  const server = spawn(minio, ['server', '--quiet', '--address', address, folder], {
    env: { ...process.env, ...credentials, MINIO_UPDATE: 'off', MINIO_BROWSER: 'off' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const stop = (): void => {
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  const endpoint = `http://${address}`
  for (let tries = 0; tries < mostTries; tries++) {
    if (await isReady(endpoint)) return { endpoint, stop }
    await new Promise(resolve => setTimeout(resolve, msBetweenTries))
  }
  stop()
  throw new Error(`minio did not answer at ${endpoint}`)
}

const credentials = { MINIO_ROOT_USER: 'testkey', MINIO_ROOT_PASSWORD: 'testtest' }

const runCommand = (command: string, args: readonly string[], endpoint: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: {
        AWS_ACCESS_KEY_ID: credentials.MINIO_ROOT_USER,
        AWS_SECRET_ACCESS_KEY: credentials.MINIO_ROOT_PASSWORD,
        AWS_REGION: 'us-east-1',
        ...process.env,
        S3_ENDPOINT: endpoint,
      },
    })
    child.on('error', reject)
    child.on('exit', code => resolve(code ?? 1))
  })

const [command, ...args] = process.argv.slice(2)
if (command === undefined) {
  process.stderr.write('Usage: tsx scripts/with-s3-server.ts COMMAND [argument…]\n')
  process.exit(2)
}
const given = process.env.S3_ENDPOINT
const minio = given ? null : findMinio()
if (!given && minio === null) {
  process.stderr.write(
    `There is no S3 server here: set S3_ENDPOINT, or install minio (about 4 minutes):\n  ${install}\n`,
  )
  process.exit(3)
}
const server = minio === null ? { endpoint: given ?? '', stop: () => {} } : await startMinio(minio)
try {
  process.exitCode = await runCommand(command, args, server.endpoint)
} finally {
  server.stop()
}
