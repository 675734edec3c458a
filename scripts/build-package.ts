/**
 * Builds what `npm pack` ships into dist/: JavaScript by esbuild, types by tsc, the packed data beside them.
 *
 *   dist/copydesk.js  the library        dist/client.js  the client, whole and small    dist/cli.js  the command
 *   dist/page/         the desk's page
 *   dist/schema.js    the zod schemas    dist/cdk/       the construct and its bundles  dist/types/  declarations
 *
 * The packed data lies there once, in dist/packed/. What package.json names as dependencies stays an import; the rest
 * (the doors' small frameworks) is bundled. The client has everything inside, so that a page can load it as it is.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { bundleFunctions } from '../cdk/bundle-functions.ts'
import { packedList } from '../cdk/function-code.ts'
import { buildPage } from '../desk/build-page.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const dist = join(root, 'dist')

const manifest: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
)

const common: BuildOptions = {
  bundle: true,
  format: 'esm',
  target: 'node20',
  // esbuild builds the page from its sources, which are not shipped
  external: [...Object.keys(manifest.dependencies), 'aws-cdk-lib', 'constructs', 'esbuild'],
  logLevel: 'warning',
  legalComments: 'none',
}

const buildLibrary = (): Promise<unknown> =>
  build({
    ...common,
    platform: 'node',
    splitting: true,
    mainFields: ['module', 'main'],
    // Some bundled CommonJS packages call require; an ES module has none of its own.
    banner: {
      js: "import { createRequire as openRequire } from 'node:module'; const require = openRequire(import.meta.url);",
    },
    entryPoints: {
      copydesk: join(root, 'scripts/package/copydesk.ts'),
      schema: join(root, 'scripts/package/schema.ts'),
      cli: join(root, 'desk/copydesk.ts'),
      'extract-worker': join(root, 'desk/bulk/extract-worker.ts'),
    },
    // All in one folder: files that are found beside a module (packed data, the worker) are found beside every chunk.
    chunkNames: '[name]-[hash]',
    outdir: dist,
  })

/** Minified here, because pages load it as it is. */
const buildClient = (): Promise<unknown> =>
  build({
    ...common,
    platform: 'neutral',
    target: 'es2022',
    minify: true,
    sourcemap: 'linked',
    entryPoints: [join(root, 'client/copydesk-client.ts')],
    outfile: join(dist, 'client.js'),
  })

const buildConstruct = async (): Promise<void> => {
  await build({
    ...common,
    platform: 'node',
    entryPoints: [join(root, 'cdk/copydesk.ts')],
    outfile: join(dist, 'cdk/copydesk.js'),
  })
  await bundleFunctions()
  sharePackedData()
}

/** The data lies in the package once, for the library; what each function opens of it is put beside it at synthesis. */
const sharePackedData = (): void => {
  for (const name of readdirSync(join(dist, 'functions'))) {
    const folder = join(dist, 'functions', name)
    if (!existsSync(join(folder, 'packed'))) continue
    const packed = readdirSync(join(folder, 'packed'))
    rmSync(join(folder, 'packed'), { recursive: true })
    if (packed.length > 0) writeFileSync(join(folder, packedList), JSON.stringify(packed))
  }
}

const writePage = async (): Promise<void> => {
  mkdirSync(join(dist, 'page'), { recursive: true })
  for (const [name, bytes] of Object.entries(await buildPage('desk'))) {
    writeFileSync(join(dist, 'page', name), bytes)
  }
  mkdirSync(join(dist, 'preview/page'), { recursive: true })
  for (const [name, bytes] of Object.entries(await buildPage('preview'))) {
    writeFileSync(join(dist, 'preview', name === 'index.html' ? name : `page/${name}`), bytes)
  }
}

/** tsc keeps ".ts" in the imports of declarations; who installs the package has ".d.ts" and ".js". */
const buildTypes = (): void => {
  const types = join(dist, 'types')
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.package.json'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  for (const entry of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.d.ts')) continue
    const path = join(types, entry)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace(/((?:from |import\()['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2'))
  }
}

// npm calls "prepack" before `npm run pack` as well, which packs the gazetteer and needs nothing of this.
if (process.argv.includes('--for-tarball') && process.env.npm_command?.startsWith('run')) process.exit(0)

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
await Promise.all([buildLibrary(), buildClient(), buildConstruct(), writePage()])
buildTypes()
cpSync(join(root, 'data/packed'), join(dist, 'packed'), { recursive: true })
console.error(`dist: ${readdirSync(dist).join(' ')}`)
