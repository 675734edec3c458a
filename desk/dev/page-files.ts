/**
 * The page's files, built with esbuild when the desk starts, or as they were shipped.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface PageFile {
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** Path ("/", "/page/app.js") to file. */
export type PageFiles = ReadonlyMap<string, PageFile>

const types: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'app.js': 'text/javascript; charset=utf-8',
  'app.css': 'text/css; charset=utf-8',
  'world.json': 'application/json; charset=utf-8',
}

/** In the package, beside the chunk that this is bundled into. */
const shippedFolder = fileURLToPath(new URL('./page/', import.meta.url))
const sourceFolder = fileURLToPath(new URL('../page/', import.meta.url))

/** @throws where the page neither stands beside its sources nor was shipped. */
export const openPageFiles = async (): Promise<PageFiles> => {
  if (existsSync(join(sourceFolder, 'app.tsx'))) {
    const { buildPage } = await import('../build-page.ts')
    return named(new Map(Object.entries(await buildPage('desk'))))
  }
  const read = (name: string): [string, Uint8Array] => [name, readFileSync(join(shippedFolder, name))]
  return named(new Map(Object.keys(types).map(read)))
}

const named = (files: ReadonlyMap<string, Uint8Array>): PageFiles =>
  new Map(
    [...files].map(([name, bytes]) => [
      name === 'index.html' ? '/' : `/page/${name}`,
      { contentType: types[name] ?? 'application/octet-stream', bytes },
    ]),
  )
