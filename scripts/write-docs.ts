/**
 * Fills the examples of docs/feeds.md in place; `--check` writes nothing and fails where they are stale.
 *
 *   <!-- example feeds/latest.json --> … <!-- /example -->      what stands between is made, the prose around is written
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { documentedExamples } from './documented-examples.ts'

const path = fileURLToPath(new URL('../docs/feeds.md', import.meta.url))
const text = readFileSync(path, 'utf8')
const exampleOf = await documentedExamples()
const filled = text.replace(
  /(<!-- example (\S+) -->)[\s\S]*?(<!-- \/example -->)/g,
  (_, open: string, name: string, close: string) => `${open}\n${exampleOf(name)}\n${close}`,
)
if (process.argv.includes('--check')) {
  if (filled !== text) {
    console.error('docs/feeds.md does not show what the fixtures give. Run: npm run docs')
    process.exitCode = 1
  }
} else if (filled !== text) writeFileSync(path, filled)
console.error(`docs/feeds.md: ${filled === text ? 'as it should be' : 'stale'}`)
