/**
 * Which of the places of one name was meant, from what else the article names.
 *
 *   "Lebanon … Boone County … Indianapolis" -> Lebanon, Indiana
 *
 * Each group's candidates get signs (how large, what contains it, how much of the rest lies in the same country, area,
 * neighbourhood); a softmax over their weighted sums gives each a share, and the shares are the context of the next
 * round. The weights are fitted by data/fit-place-weights.ts.
 */
import type { ArticleRegions } from './article-regions.ts'
import { type CandidateFacts, kmBetween } from './candidate-facts.ts'
import { contextSigns, readContext } from './choice-context.ts'
import { openGroup, type Working } from './choice-signs.ts'
import type { Group } from './gather-groups.ts'
import type { Gazetteer } from './gazetteer.ts'
import { choiceWeights } from './place-weights.ts'
import type { Toponym } from './toponym.ts'

export interface ChosenGroup {
  readonly group: Group
  /** Share of each candidate, 0..1, in the order of group.candidates. */
  readonly shares: Float64Array
  /** Number of the best candidate. */
  readonly best: number
  /** Share of all that lie at its spot. */
  readonly sure: number
  /** Signs of every candidate in the last round, for the fit. */
  readonly signs: readonly Float64Array[]
}

const rounds = 3
const leastShare = 0.05 // of a candidate that is worth asking where its neighbours lie

export const choosePlaces = (
  groups: readonly Group[],
  toponyms: readonly Toponym[],
  gazetteer: Gazetteer,
  regions: ArticleRegions,
  weights: readonly number[] = choiceWeights,
): ChosenGroup[] => {
  const working = groups.map(group => openGroup(group, toponyms, gazetteer, regions))
  const open = working.filter(({ facts }) => facts.length > 1) // the others have nothing to choose
  for (const each of open) share(each, each.fixed, weights)
  for (let round = 0; round < rounds; round++) {
    const context = readContext(working)
    for (const each of open) contextSigns(each, context)
    for (const each of open) share(each, each.signs, weights)
  }
  return working.map(({ group, shares, signs, facts }) => {
    const together = shareOfSpot(shares, facts)
    const sure = together.reduce((most, value) => Math.max(most, value), 0)
    const best = shares.reduce(
      (best, value, i) =>
        (together[i] ?? 0) > sure - sameSure && (best < 0 || value > (shares[best] ?? 0)) ? i : best,
      -1,
    )
    return { group, shares, signs, best, sure }
  })
}

const sameSure = 1e-9
const sameSpotKm = 60 // Washington and the District of Columbia, a town and its county

/** Share of each candidate with those that lie at the same spot: they are one answer to "where?". */
const shareOfSpot = (shares: Float64Array, facts: readonly CandidateFacts[]): Float64Array =>
  shares.map((own, i) => {
    const at = facts[i]?.point
    if (own < leastShare || !at) return own
    let sum = 0
    facts.forEach(({ point }, j) => {
      if (kmBetween(at, point) <= sameSpotKm) sum += shares[j] ?? 0
    })
    return sum
  })

/** Softmax of the weighted signs. */
const share = (each: Working, signs: readonly Float64Array[], weights: readonly number[]): void => {
  const { shares } = each
  let top = Number.NEGATIVE_INFINITY
  signs.forEach((vector, i) => {
    let sum = 0
    for (let k = 0; k < vector.length; k++) sum += (vector[k] ?? 0) * (weights[k] ?? 0)
    shares[i] = sum
    top = Math.max(top, sum)
  })
  let total = 0
  for (let i = 0; i < shares.length; i++) {
    shares[i] = Math.exp((shares[i] ?? 0) - top)
    total += shares[i] ?? 0
  }
  for (let i = 0; i < shares.length; i++) shares[i] = (shares[i] ?? 0) / total
}
