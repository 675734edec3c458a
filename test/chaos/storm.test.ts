/**
 * Small storms on every run of the tests; npm run chaos has the large ones.
 */
import { describe, expect, it } from '@jest/globals'
import { type BrokenWriter, brokenWriters } from './broken-writers.ts'
import { makePlan, type Plan } from './plan.ts'
import { shrinkPlan, tryPlan } from './try-plan.ts'

const small = { articles: 20, deliveries: 120 }

describe('after a storm', () => {
  it.each([1, 2, 3, 4, 5, 6])('nothing is lost and nothing has gone backwards (seed %i)', async seed => {
    const { counts, failures } = await tryPlan(makePlan(seed, small))
    expect(failures).toEqual([])
    // A storm that breaks nothing shows nothing.
    expect(counts.refused + counts.lied + counts.answersLost).toBeGreaterThan(0)
    expect(counts.failedMessages).toBeGreaterThan(0)
  })

  it.each([1, 2, 3])(
    'feeds are right though publishers overtake each other all the time (seed %i)',
    async seed => {
      const { failures } = await tryPlan(makePlan(seed, small), { publishShare: 0.2 })
      expect(failures).toEqual([])
    },
  )

  it('the same seed gives the same storm, step by step', async () => {
    const stepsOf = async (): Promise<string[]> => {
      const steps: string[] = []
      await tryPlan(makePlan(7, small), { onEvent: event => steps.push(event) })
      return steps
    }
    expect(await stepsOf()).toEqual(await stepsOf())
  })
})

describe('a broken replaceIfNewer', () => {
  const firstCaught = async (name: BrokenWriter): Promise<Plan | null> => {
    for (let seed = 1; seed <= 40; seed++) {
      const plan = makePlan(seed, small)
      const { failures } = await tryPlan(plan, { replaceIfNewer: brokenWriters[name] })
      if (failures.length > 0) return plan
    }
    return null
  }

  it.each(['withoutCondition', 'withoutAge', 'withoutSecondLook'] as const)(
    '%s is noticed',
    async name => {
      expect(await firstCaught(name)).not.toBeNull()
    },
    30_000,
  )

  it('is shown by a handful of deliveries', async () => {
    const options = { replaceIfNewer: brokenWriters.withoutAge }
    const shortest = await shrinkPlan(makePlan(1, { articles: 8, deliveries: 40 }), options)
    expect(shortest.deliveries.length).toBeLessThanOrEqual(3)
    expect((await tryPlan(shortest, options)).failures).not.toEqual([])
    expect((await tryPlan(shortest)).failures).toEqual([])
  }, 30_000)
})
