/**
 * One storm over fresh memory stores, and what was wrong after it; and a failing plan made as short as it will go.
 */
import type { ReplaceIfNewer } from '../../functions/replace-if-newer.ts'
import { memoryStore } from '../../functions/store/memory-store.ts'
import { checkOutcome, type Failure } from './check-outcome.ts'
import type { Faults } from './faulty-store.ts'
import type { Delivery, Plan } from './plan.ts'
import { runStorm } from './storm.ts'
import type { StormCounts } from './storm-options.ts'

/** A call for one article does some thirty operations: every second one meets trouble, and one in fifteen dies. */
const rough: Faults = { kill: 0.002, refuse: 0.015, lie: 0.02, lostAnswer: 0.02 }
/** Publishing does hundreds: the same trouble a call at a tenth of the rate. */
const mild: Faults = { kill: 0.0001, refuse: 0.0008, lie: 0.001, lostAnswer: 0.002 }
export const stormFaults = { ingest: { ...rough, kill: 0.005 }, extract: rough, publish: mild } as const

export interface TryOptions {
  readonly replaceIfNewer?: ReplaceIfNewer | undefined
  readonly publishShare?: number
  readonly onEvent?: (event: string) => void
}

export interface Tried {
  readonly counts: StormCounts
  readonly failures: readonly Failure[]
}

export const tryPlan = async (plan: Plan, options: TryOptions = {}): Promise<Tried> => {
  const stores = { inbox: memoryStore(), content: memoryStore() }
  const counts = await runStorm(plan, { ...stores, ...options, faults: stormFaults })
  return { counts, failures: await checkOutcome(plan, stores) }
}

/** Seeds tried for each shorter plan: with fewer deliveries chance falls differently. */
const seedsEach = 12

/** A plan that still fails, with as few deliveries as could be found; the given one where it does not fail. */
export const shrinkPlan = async (plan: Plan, options: TryOptions = {}): Promise<Plan> => {
  const { failures } = await tryPlan(plan, options)
  const wrong = new Set(failures.map(({ articleId }) => articleId))
  const suspects = plan.deliveries.filter(({ article }) => article !== null && wrong.has(article.id))
  let shortest = (await failing(plan.seed, suspects, options)) ?? plan
  for (let size = shortest.deliveries.length >> 1; size >= 1; size >>= 1) {
    for (let from = 0; from < shortest.deliveries.length; ) {
      const fewer = shortest.deliveries.filter((_, at) => at < from || at >= from + size)
      const shorter = fewer.length > 0 ? await failing(shortest.seed, fewer, options) : null
      if (shorter) shortest = shorter
      else from += size
    }
  }
  return shortest
}

const failing = async (
  seed: number,
  deliveries: readonly Delivery[],
  options: TryOptions,
): Promise<Plan | null> => {
  for (let more = 0; more < seedsEach; more++) {
    const plan: Plan = { seed: seed + more, deliveries }
    if ((await tryPlan(plan, options)).failures.length > 0) return plan
  }
  return null
}
