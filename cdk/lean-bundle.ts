/**
 * What keeps the functions' bundles quick to start, as plugins of esbuild.
 *
 *   zod's messages in fifty languages       -> English alone: a fifth of the bundle, which is read before anything runs
 *   import { request } from 'node:http'     -> process.getBuiltinModule('node:http')
 *
 * An import statement asks a built-in module for all it exports, and http's then loads a WebSocket client that nobody
 * calls: 20 ms of a cold start.
 */
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

export const leanBundle: readonly Plugin[] = [englishOnly, builtinsOnDemand]
