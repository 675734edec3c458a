/**
 * Who may import whom: the table of ARCHITECTURE.md. A new arrow fails here first.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const root = resolve(import.meta.dirname ?? '.', '..')

/** Room to what it may import: other rooms, "node:", and packages by name or scope. */
const table: Readonly<Record<string, readonly string[]>> = {
  'content-schema': ['zod'],
  core: [
    'content-schema',
    '@noble/hashes',
    'franc-min',
    'feedsmith',
    'htmlparser2',
    'markdown-it',
    'smol-toml',
    'yaml',
    'zod',
  ],
  client: ['content-schema', 'core'],
  data: ['content-schema', 'core', 'node:'],
  functions: [
    'content-schema',
    'core',
    'data',
    'node:',
    'zod',
    '@aws-sdk',
    '@aws-lambda-powertools',
    'aws-lambda',
  ],
  cdk: [
    'content-schema',
    'functions',
    'node:',
    'aws-cdk-lib',
    'constructs',
    'cdk-nag',
    'esbuild',
    '@babel/parser',
    '@jridgewell/sourcemap-codec',
    'zod',
  ],
}

const roomOf = (path: string): string => relative(root, path).split('/')[0] ?? ''

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourcesIn(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })

const importsOf = (path: string): string[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*(?:\n[^'"\n;]*){0,60}?\sfrom\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g,
    ),
  ].flatMap(match => match[1] ?? match[2] ?? match[3] ?? [])

const isAllowed = (path: string, imported: string, allowed: readonly string[]): boolean => {
  if (imported.startsWith('.')) {
    const target = roomOf(resolve(dirname(path), imported))
    return target === roomOf(path) || allowed.includes(target)
  }
  return allowed.some(
    name => imported === name || imported.startsWith(name.endsWith(':') ? name : `${name}/`),
  )
}

describe('architecture', () => {
  it.each(Object.entries(table))('%s imports only what the table allows', (room, allowed) => {
    const files = sourcesIn(join(root, room))
    const arrows = files.flatMap(path =>
      importsOf(path)
        .filter(imported => !isAllowed(path, imported, allowed))
        .map(imported => `${relative(root, path)} -> ${imported}`),
    )
    expect(files.length).toBeGreaterThan(0)
    expect(arrows).toEqual([])
  })

  it('the desk does not know the building, the bench or the tests', () => {
    const arrows = sourcesIn(join(root, 'desk')).flatMap(path =>
      importsOf(path)
        .filter(imported => imported.startsWith('.'))
        .map(imported => roomOf(resolve(dirname(path), imported)))
        .filter(room => ['cdk', 'bench', 'scripts', 'test'].includes(room))
        .map(room => `${relative(root, path)} -> ${room}`),
    )
    expect(arrows).toEqual([])
  })

  it('core asks no clock, no chance, no environment and no log', () => {
    const forbidden = /\b(?:Date\.now|new Date\(\)|Math\.random|process\.|console\.|performance\.)/
    const found = sourcesIn(join(root, 'core')).filter(path =>
      forbidden.test(readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    )
    expect(found.map(path => relative(root, path))).toEqual([])
  })

  it('has no room for whatever is left over', () => {
    const names = ['content-schema', 'core', 'data', 'functions', 'desk', 'cdk', 'client']
      .flatMap(room => sourcesIn(join(root, room)))
      .map(path => relative(root, path))
      .filter(path => /(?:^|\/)(?:utils?|helpers?|common|misc|types)(?:\/|\.tsx?$)/.test(path))
    expect(names).toEqual([])
  })
})
