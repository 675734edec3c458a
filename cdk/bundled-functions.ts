/**
 * Where the bundles lie that the functions are made of, and the page beside them: built beside the checkout
 * (`npm run bundle`), or shipped in the package. Tests name other folders in the context, so that they need no bundles.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
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

export const previewContext = 'copydesk:preview'

/** The desk's page as static files. @throws where it has not been built. */
export const builtPreview = (node: Node): string => {
  const given: unknown = node.tryGetContext(previewContext)
  const folder = typeof given === 'string' ? given : join(bundledFunctions(node), '../preview')
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error('Copydesk: the page for preview is not built; run: npm run bundle')
  }
  return folder
}
