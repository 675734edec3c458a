/**
 * What measures time runs as it is deployed: bundled by esbuild, under COPYDESK_NODE where that names another Node than
 * the one that runs the bench (Lambda runs 24), each section in a process of its own. The peer is in the same bundle.
 *
 *   await bundleTimed(); runTimed('warm') -> { node: 'v24.1.0', result: [figures] }
 *
 * Names are kept, so that profiles can be read.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { nodeOptions } from '../functions/node-options.ts'

// Lies as deep as bench/: what its modules name by a path relative to themselves is found from there.
const bundle = fileURLToPath(new URL('../out/bench.mjs', import.meta.url))
const entry = fileURLToPath(new URL('./timed.ts', import.meta.url))
export const benchNode = process.env.COPYDESK_NODE ?? process.execPath
const mostOutput = 100_000_000

export const bundleTimed = async (): Promise<void> => {
  await build({
    entryPoints: [entry],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    minifySyntax: true,
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  })
}

export interface Timed {
  /** Version of the Node that it ran under. */
  readonly node: string
  readonly result: unknown
}

/** @throws where the section fails. */
export const runTimed = (section: string): Timed => {
  const printed = execFileSync(benchNode, [bundle, section], {
    env: { ...process.env, NODE_OPTIONS: nodeOptions },
    encoding: 'utf8',
    maxBuffer: mostOutput,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { node, result } = JSON.parse(printed)
  return { node: String(node), result }
}
