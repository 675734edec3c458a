/**
 * Stack traces of the bundles name our sources.
 *
 *   at _T (file:///var/task/index.mjs:12:34567)  ->  at _T (core/quotes/find-quotes.ts:42:9)
 *
 * Node does that too (--enable-source-maps), but reads and indexes every map as its bundle is loaded, whether anything
 * fails or not: a tenth of a cold start. Here a map is read when the first trace through its bundle is asked for.
 */
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Once a process, before anything can fail. A frame that no map knows stays as it is. */
export const nameSourcesInTraces = (): void => {
  const maps = new Map<string, SourceMap | null>()
  const mapOf = (file: string): SourceMap | null => {
    const known = maps.get(file)
    if (known !== undefined) return known
    const map = readMap(file)
    maps.set(file, map)
    return map
  }
  Error.prepareStackTrace = (error, frames) =>
    [describe(error), ...frames.map(frame => `    at ${frameText(frame, mapOf)}`)].join('\n')
}

const describe = (error: unknown): string => {
  try {
    return String(error)
  } catch {
    return 'Error'
  }
}

const frameText = (frame: NodeJS.CallSite, mapOf: (file: string) => SourceMap | null): string => {
  const text = String(frame)
  const [file, line, column] = [frame.getFileName(), frame.getLineNumber(), frame.getColumnNumber()]
  if (!file?.startsWith('file://') || line === null || column === null) return text
  const entry = mapOf(file)?.findEntry(line - 1, column - 1)
  if (entry === undefined || !('originalSource' in entry)) return text
  const source = entry.originalSource.replace(/^(?:\.\.\/)+/, '')
  return text.replace(
    `${file}:${line}:${column}`,
    () => `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`,
  )
}

/** null where there is none beside the bundle, or none that can be read: a trace never fails for its map. */
const readMap = (file: string): SourceMap | null => {
  try {
    const path = `${fileURLToPath(file)}.map`
    return existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null
  } catch {
    return null
  }
}
