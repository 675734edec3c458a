/**
 * Bundles the doors for Lambda: one folder a function with index.mjs, what it imports later, source maps and the packed
 * data it opens.
 *
 *   tsx cdk/bundle-functions.ts -> dist/functions/{receive,ingest,extract,publish,wake,reprocess}/index.mjs
 *
 * The AWS SDK is bundled too: the one in the runtime changes under one's feet and starts slower.
 */
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { markEager } from './eager-functions.ts'
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
      const bytes = await bundleFunction(name, folder)
      for (const file of packed) cpSync(join(root, 'data/packed', file), join(folder, 'packed', file))
      writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n')
      return [name, bytes] as const
    }),
  )
  // Whole or not at all: who reads the folder meanwhile finds the old bundles.
  rmSync(target, { recursive: true, force: true })
  renameSync(making, target)
  return Object.fromEntries(sizes)
}

/** The bytes of its code. What it imports later, where an article needs it, lies in files of its own. */
const bundleFunction = async (name: string, folder: string): Promise<number> => {
  const { outputFiles } = await build({
    entryPoints: [{ in: join(root, `functions/${name}.ts`), out: 'index' }],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    write: false,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
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
  const texts = new Map(outputFiles.map(({ path, text }) => [path, text]))
  for (const [path, code] of texts) {
    const map = texts.get(`${path}.map`)
    if (!path.endsWith('.mjs') || map === undefined) continue
    const eager = markEager({ code, map })
    texts.set(path, eager.code).set(`${path}.map`, eager.map)
  }
  for (const [path, text] of texts) writeFileSync(path, text)
  return [...texts].reduce(
    (sum, [path, text]) => sum + (path.endsWith('.mjs') ? Buffer.byteLength(text) : 0),
    0,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, bytes] of Object.entries(await bundleFunctions())) {
    console.error(`${name}: ${(bytes / 1024).toFixed(0)} KB`)
  }
}
