/**
 * Runs a command with what it takes to run functions as Lambda does: the bundles as they would be deployed, Node 24, and
 * Lambda's own runtime interface client. Both are installed into a cache beside the project (200 MB, and a few minutes
 * of compiling the client) where they are not there yet.
 *
 *   tsx scripts/with-lambda-runtime.ts npm test -- \.deployed\.test
 *
 * The command finds them in its environment: LAMBDA_RUNTIME and LAMBDA_BUNDLES.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleFunctions } from '../cdk/bundle-functions.ts'

/** aws-lambda-ric compiles curl, for which autoconf, automake, libtool, cmake and a C++ compiler are needed. */
const packages = ['node@24.21.0', 'aws-lambda-ric@3.3.0']
const compilers = ['autoconf', 'automake', 'libtool', 'cmake', 'g++', 'make']

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'copydesk-lambda')

const isInstalled = (): boolean =>
  existsSync(join(cache, 'node_modules/node/bin/node')) &&
  existsSync(join(cache, 'node_modules/aws-lambda-ric/bin/index.mjs'))

const run = (command: string, args: readonly string[]): void => {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

const hasCommand = (name: string): boolean => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const install = (): void => {
  process.stderr.write(`installing ${packages.join(' and ')} into ${cache} (a few minutes, once)\n`)
  if (!['autoconf', 'automake', 'libtoolize', 'cmake', 'g++', 'make'].every(hasCommand)) {
    const isRoot = process.getuid?.() === 0
    if (!isRoot || !hasCommand('apt-get')) {
      throw new Error(`aws-lambda-ric cannot be compiled here: install ${compilers.join(', ')}`)
    }
    run('apt-get', ['update', '-q'])
    run('apt-get', ['install', '-y', '-q', ...compilers])
  }
  mkdirSync(cache, { recursive: true })
  run('npm', ['install', '--no-audit', '--no-fund', '--prefix', cache, ...packages])
  if (!isInstalled()) throw new Error(`npm installed something else than was expected into ${cache}`)
}

const runCommand = (command: string, args: readonly string[], bundles: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, LAMBDA_RUNTIME: cache, LAMBDA_BUNDLES: bundles },
    })
    child.on('error', reject)
    child.on('exit', code => resolve(code ?? 1))
  })

const [command, ...args] = process.argv.slice(2)
if (command === undefined) {
  process.stderr.write('Usage: tsx scripts/with-lambda-runtime.ts COMMAND [argument…]\n')
  process.exit(2)
}
if (!isInstalled()) install()
const folder = mkdtempSync(join(tmpdir(), 'copydesk-bundles-'))
try {
  await bundleFunctions(join(folder, 'functions'))
  process.exitCode = await runCommand(command, args, join(folder, 'functions'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
