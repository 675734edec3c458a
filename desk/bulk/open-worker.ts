/**
 * Starts worker threads from a module beside the caller, as source or as bundle.
 *
 * From source, the module is bundled once for all of them: each thread would otherwise compile every file by itself, and
 * what tsx registers in the main thread does not reach workers on Node 20. It may not ask where it lies then.
 */
import { fileURLToPath } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** const start = await workerStarter(new URL('./extract-worker.ts', import.meta.url)); in a bundle it ends in .js. */
export const workerStarter = async (module: URL): Promise<(options: WorkerOptions) => Worker> => {
  if (!import.meta.url.endsWith('.ts')) {
    const bundled = new URL(module.href.replace(/\.ts$/, '.js'))
    return options => new Worker(bundled, options)
  }
  const code = await bundleModule(fileURLToPath(module))
  return options => new Worker(code, { ...options, eval: true })
}

const bundleModule = async (path: string): Promise<string> => {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  })
  return outputFiles[0]?.text ?? ''
}
