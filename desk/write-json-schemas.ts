/**
 * Writes what is made from the zod schemas: schema/v1/*.json, and client/shapes.ts. `--check` writes nothing and fails
 * where a file is stale.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { jsonSchemas } from '../content-schema/json-schemas.ts'
import { clientShapes } from './client-shapes.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = join(root, 'schema/v1')
const isCheck = process.argv.includes('--check')
mkdirSync(folder, { recursive: true })

const schemas = Object.entries(jsonSchemas())
const wanted = [
  ...schemas.map(([name, text]) => [`schema/v1/${name}`, text] as const),
  ['client/shapes.ts', clientShapes()] as const,
]
const stale = wanted.filter(([name, text]) => {
  const path = join(root, name)
  return !existsSync(path) || readFileSync(path, 'utf8') !== text
})
const orphans = readdirSync(folder).filter(name => !schemas.some(([schema]) => schema === name))

if (isCheck && stale.length + orphans.length > 0) {
  const names = [...stale.map(([name]) => name), ...orphans].join(', ')
  console.error(`not what the zod schemas give: ${names}. Run: npm run schema`)
  process.exit(1)
}
if (!isCheck) for (const [name, text] of stale) writeFileSync(join(root, name), text)
console.error(`${wanted.length} files from the zod schemas, ${stale.length} ${isCheck ? 'stale' : 'written'}`)
