/** The package as somebody else has it: built, packed and installed into an empty project of its own. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

/** Of the clone. */
export const root = resolve(import.meta.dirname ?? '.', '../..')
const runFile = promisify(execFile)

export interface EmptyProject {
  readonly folder: string
  /** What the command printed. @throws where it fails */
  run(command: string, args: readonly string[]): Promise<string>
  write(name: string, text: string): void
  /** Builds and packs the package, and installs it with the flags and other packages of `args`. */
  install(...args: readonly string[]): Promise<void>
  remove(): void
}

const runIn = async (folder: string, command: string, args: readonly string[]): Promise<string> => {
  // What jest sets for itself must not reach the programs of others.
  const { NODE_OPTIONS: _, ...env } = process.env
  const { stdout } = await runFile(command, [...args], { cwd: folder, env, maxBuffer: 64_000_000 })
  return stdout
}

export const openEmptyProject = (name: string): EmptyProject => {
  const folder = mkdtempSync(join(tmpdir(), `copydesk-${name}-`))
  const run: EmptyProject['run'] = (command, args) => runIn(folder, command, args)
  const write: EmptyProject['write'] = (file, text) => writeFileSync(join(folder, file), text)
  return {
    folder,
    run,
    write,
    install: async (...args) => {
      await runIn(root, 'npm', ['run', '--silent', 'build'])
      const packed = await runIn(root, 'npm', [
        'pack',
        '--silent',
        '--ignore-scripts',
        '--pack-destination',
        folder,
      ])
      write('package.json', JSON.stringify({ name, private: true, type: 'module' }))
      const tarball = `./${packed.trim().split('\n').at(-1)}`
      await run('npm', ['install', '--no-audit', '--no-fund', tarball, ...args])
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
