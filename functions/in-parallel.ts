/**
 * Does work on each of many, so many at a time, and gives the results in order. The first failure fails the whole.
 */

export const inParallel = async <In, Out>(
  inputs: readonly In[],
  mostAtOnce: number,
  work: (input: In) => Promise<Out>,
): Promise<Out[]> => {
  const results = new Array<Out>(inputs.length)
  const pending = inputs.entries()
  const worker = async (): Promise<void> => {
    for (const [at, input] of pending) results[at] = await work(input)
  }
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, inputs.length) }, worker))
  return results
}
