/**
 * Starts a worker thread from a module beside the caller, as source or as bundle.
 *
 * As source it needs tsx in the thread, too; what tsx registers in the main thread does not reach workers on Node 20.
 */
import { Worker } from 'node:worker_threads'

/** openWorker(new URL('./extract-worker.ts', import.meta.url), data); in a bundle the module ends in .js. */
export const openWorker = (module: URL, workerData: unknown): Worker => {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL(module.href.replace(/\.ts$/, '.js')), { workerData })
  }
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const start = `import(${tsx}).then(tsx => { tsx.register(); return import(${JSON.stringify(module.href)}) })`
  return new Worker(start, { eval: true, workerData })
}
