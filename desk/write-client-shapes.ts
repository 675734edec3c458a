/**
 * Writes client/shapes.ts from the zod schemas; `--check` writes nothing and fails where it is stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { clientShapes } from './client-shapes.ts'

const path = fileURLToPath(new URL('../client/shapes.ts', import.meta.url))
const text = clientShapes()
const isStale = !existsSync(path) || readFileSync(path, 'utf8') !== text
if (process.argv.includes('--check')) {
  if (isStale) {
    console.error('client/shapes.ts is not what the zod schemas give. Run: npm run schema')
    process.exit(1)
  }
} else if (isStale) writeFileSync(path, text)
console.error(`client/shapes.ts: ${isStale ? 'written' : 'as it should be'}`)
