/**
 * Where the bundles lie that the functions are made of: built beside the checkout (`npm run bundle`), or shipped in the
 * package.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** @throws where nothing has been built. */
export const bundledFunctions = (): string => {
  const places = [new URL('../dist/functions/', import.meta.url), new URL('../functions/', import.meta.url)]
  const found = places
    .map(place => fileURLToPath(place))
    .find(place => existsSync(`${place}/extract/index.mjs`))
  if (!found) throw new Error('Copydesk: the functions are not bundled; run: npm run bundle')
  return found
}
