/**
 * Writes schema/v1/*.json from the zod schemas; `--check` writes nothing and fails where a file is stale.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { jsonSchemas } from '../content-schema/json-schemas.ts'

const folder = fileURLToPath(new URL('../schema/v1/', import.meta.url))
const isCheck = process.argv.includes('--check')
mkdirSync(folder, { recursive: true })

const wanted = jsonSchemas()
const stale = Object.entries(wanted).filter(([name, text]) => {
  const path = join(folder, name)
  return !existsSync(path) || readFileSync(path, 'utf8') !== text
})
const orphans = readdirSync(folder).filter(name => !(name in wanted))

if (isCheck && stale.length + orphans.length > 0) {
  const names = [...stale.map(([name]) => name), ...orphans].join(', ')
  console.error(`schema/v1 is not what the zod schemas give: ${names}. Run: npm run schema`)
  process.exit(1)
}
if (!isCheck) for (const [name, text] of stale) writeFileSync(join(folder, name), text)
console.error(
  `schema/v1: ${Object.keys(wanted).length} schemas, ${stale.length} ${isCheck ? 'stale' : 'written'}`,
)
