/**
 * Does work on each of many, so many at a time, and gives the results in order.
 *
 * Where one fails no more are begun, and the failure is thrown when all that were under way have ended: a write that
 * goes on behind the back of a handler that has reported failure may land after everything that came later.
 */

export const inParallel = async <In, Out>(
  inputs: readonly In[],
  mostAtOnce: number,
  work: (input: In) => Promise<Out>,
): Promise<Out[]> => {
  const results = new Array<Out>(inputs.length)
  const pending = inputs.entries()
  const failures: unknown[] = []
  const worker = async (): Promise<void> => {
    for (const [at, input] of pending) {
      if (failures.length > 0) return
      try {
        results[at] = await work(input)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, inputs.length) }, worker))
  if (failures.length > 0) throw failures[0]
  return results
}
