/**
 * Builds the page: one script, one style sheet, one map, one document; nothing from another host.
 *
 *   tsx desk/build-page.ts DIR     the static page for a content bucket: it reads the public feeds and corrects nothing
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export type PageMode = 'desk' | 'preview'

const folder = fileURLToPath(new URL('./page/', import.meta.url))

/** The static page lies in preview/, a step below the documents. File name to bytes: index.html, app.js, app.css, world.json. */
export const buildPage = async (mode: PageMode): Promise<Record<string, Uint8Array>> => {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'app.tsx'), join(folder, 'app.css')],
    outdir: '/page',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  })
  const files = Object.fromEntries(outputFiles.map(file => [file.path.split('/').pop() ?? '', file.contents]))
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
    .replaceAll('{{mode}}', mode)
    .replaceAll('{{root}}', mode === 'desk' ? '' : '../')
  const world = createRequire(import.meta.url).resolve('world-atlas/countries-110m.json')
  return { 'index.html': new TextEncoder().encode(html), ...files, 'world.json': readFileSync(world) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = resolve(process.argv[2] ?? 'dist/preview')
  mkdirSync(join(target, 'page'), { recursive: true })
  for (const [name, bytes] of Object.entries(await buildPage('preview'))) {
    writeFileSync(join(target, name === 'index.html' ? name : `page/${name}`), bytes)
  }
  console.error(`the page lies in ${target}`)
}
