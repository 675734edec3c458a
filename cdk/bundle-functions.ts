/**
 * Bundles the doors for Lambda: one folder a function with index.mjs, its source map and the packed data it opens.
 *
 *   tsx cdk/bundle-functions.ts -> dist/functions/{receive,ingest,extract,publish,wake,reprocess}/index.mjs
 *
 * The AWS SDK is bundled too: the one in the runtime changes under one's feet and starts slower.
 */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { leanBundle } from './lean-bundle.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const distFolder = join(root, 'dist/functions')

/** Door to the packed data it opens. */
const functions: Readonly<Record<string, readonly string[]>> = {
  ingest: [],
  extract: ['gazetteer.bin', 'tagger.bin', 'syntax.bin'],
  publish: [],
  reprocess: ['gazetteer.bin', 'tagger.bin', 'syntax.bin'],
  wake: [],
  receive: [],
}

/** Some bundled CommonJS packages call require; an ES module has none of its own. */
const banner = "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);"

/** Each function's name to the bytes of its code. */
export const bundleFunctions = async (target: string = distFolder): Promise<Record<string, number>> => {
  const making = `${target}-${process.pid}`
  const sizes = await Promise.all(
    Object.entries(functions).map(async ([name, packed]) => {
      const folder = join(making, name)
      mkdirSync(join(folder, 'packed'), { recursive: true })
      await build({
        entryPoints: [join(root, `functions/${name}.ts`)],
        outfile: join(folder, 'index.mjs'),
        bundle: true,
        platform: 'node',
        target: 'node24',
        format: 'esm',
        minify: true,
        sourcemap: 'linked',
        sourcesContent: false,
        mainFields: ['module', 'main'],
        legalComments: 'external',
        banner: { js: banner },
        plugins: [...leanBundle],
        logLevel: 'warning',
      })
      for (const file of packed) cpSync(join(root, 'data/packed', file), join(folder, 'packed', file))
      writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n')
      return [name, readFileSync(join(folder, 'index.mjs')).byteLength] as const
    }),
  )
  // Whole or not at all: who reads the folder meanwhile finds the old bundles.
  rmSync(target, { recursive: true, force: true })
  renameSync(making, target)
  return Object.fromEntries(sizes)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, bytes] of Object.entries(await bundleFunctions())) {
    console.error(`${name}: ${(bytes / 1024).toFixed(0)} KB`)
  }
}
