/**
 * Where the bundles lie that the functions are made of: built beside the checkout (`npm run bundle`), or shipped in the
 * package. Tests name another folder in the context, so that they need no bundles.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Node } from 'constructs'

export const bundlesContext = 'copydesk:bundles'

/** @throws where nothing has been built. */
export const bundledFunctions = (node: Node): string => {
  const given: unknown = node.tryGetContext(bundlesContext)
  const places = ['../dist/functions/', '../functions/'].map(place =>
    fileURLToPath(new URL(place, import.meta.url)),
  )
  const found = (typeof given === 'string' ? [given] : places).find(place =>
    existsSync(`${place}/extract/index.mjs`),
  )
  if (!found) throw new Error('Copydesk: the functions are not bundled; run: npm run bundle')
  return found
}
