/**
 * What keeps the functions' bundles quick to start, as plugins of esbuild.
 *
 *   zod's messages in fifty languages       -> English alone: a fifth of the bundle, which is read before anything runs
 *   import { request } from 'node:http'     -> process.getBuiltinModule('node:http')
 *   the shapes of S3's hundred operations   -> those of the four that are called
 *   where the AWS SDK looks for credentials -> the environment, where Lambda puts them
 *   SHA-256 in JavaScript                   -> Node's own
 *
 * An import statement asks a built-in module for all it exports, and http's then loads a WebSocket client that nobody
 * calls: 20 ms of a cold start.
 */
import { readFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import type { Plugin } from 'esbuild'

const englishOnly: Plugin = {
  name: 'english-only',
  setup: build => {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    }))
  },
}

const builtinsOnDemand: Plugin = {
  name: 'builtins-on-demand',
  setup: build => {
    build.onResolve({ filter: /^(?:node:)?[a-z_/]+$/ }, ({ path }) =>
      isBuiltin(path) ? { path: `node:${path.replace(/^node:/, '')}`, namespace: 'builtin' } : undefined,
    )
    build.onLoad({ filter: /^/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
    }))
  },
}

/** `export var CopyObject$ = [9, n0, _CO, …];` at the beginning of a line, to the line that ends it. */
const shapeOfSdk = /^((?:export )?var \w+\$ = )(\[[^;]*\]);$/gm

/** A shape names its fields by constants, which esbuild takes for something that might do something: it says no. */
const usedShapesOnly: Plugin = {
  name: 'used-shapes-only',
  setup: build => {
    build.onLoad({ filter: /[\\/]@aws-sdk[\\/].*[\\/]schemas[\\/]schemas_0\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(shapeOfSdk, '$1/* @__PURE__ */ (() => $2)();'),
    }))
  },
}

/**
 * Else there are files to be loaded for each way to log in, and what they share is a file of its own. For Lambda alone:
 * with SnapStart, or outside of it with a profile or a role of a machine, there would be none.
 */
const credentialsOfLambda: Plugin = {
  name: 'credentials-of-lambda',
  setup: build => {
    build.onLoad({ filter: /[\\/]@aws-sdk[\\/]credential-provider-node[\\/]dist-es[\\/]index\.js$/ }, () => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'",
    }))
  },
}

/** The core knows no Node. As JavaScript that runs for the first time, a text's hash takes 2 ms. */
const nativeHash: Plugin = {
  name: 'native-hash',
  setup: build => {
    build.onLoad({ filter: /[\\/]@noble[\\/]hashes[\\/]sha2\.js$/ }, () => ({
      contents: `import { createHash } from 'node:crypto'
export const sha256 = bytes => createHash('sha256').update(bytes).digest()`,
    }))
  },
}

export const leanBundle: readonly Plugin[] = [
  englishOnly,
  builtinsOnDemand,
  usedShapesOnly,
  credentialsOfLambda,
  nativeHash,
]
