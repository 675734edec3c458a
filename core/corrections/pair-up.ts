/**
 * Pairs findings of two states of an article by their words: first those that say the same, then those that share most
 * words.
 *
 *   before: "We will rebuild", "Go home"      after: "We will rebuild it", "Stay"
 *   pairs:  rebuild ~ rebuild it, Go home ~ nothing, nothing ~ Stay
 */

export type Pair<Finding> = readonly [Finding | null, Finding | null]

/** Shared words over all words of both (Jaccard); under it, one was taken out and another put in. */
const sameFromSimilarity = 0.5
/** Comparing all with all costs the product; a revision that changes more than this is another article. */
const mostCompared = 200

/** Pairs with null on the left were added, with null on the right removed. In the order of `before`, then of `after`. */
export const pairUp = <Finding>(
  before: readonly Finding[],
  after: readonly Finding[],
  textOf: (finding: Finding) => string,
): Pair<Finding>[] => {
  const waiting = new Map<string, Finding[]>()
  for (const finding of after) {
    const same = waiting.get(textOf(finding))
    if (same) same.push(finding)
    else waiting.set(textOf(finding), [finding])
  }
  const partners = new Map<Finding, Finding>()
  for (const old of before) {
    const now = waiting.get(textOf(old))?.shift()
    if (now !== undefined) partners.set(old, now)
  }
  const lonely = before.filter(old => !partners.has(old))
  const left = new Set([...waiting.values()].flat())
  for (const [old, now] of closest(lonely, [...left], textOf)) {
    partners.set(old, now)
    left.delete(now)
  }
  return [
    ...before.map((old): Pair<Finding> => [old, partners.get(old) ?? null]),
    ...after.filter(now => left.has(now)).map((now): Pair<Finding> => [null, now]),
  ]
}

const closest = <Finding>(
  before: readonly Finding[],
  after: readonly Finding[],
  textOf: (finding: Finding) => string,
): (readonly [Finding, Finding])[] => {
  const words = (finding: Finding): ReadonlySet<string> =>
    new Set(
      textOf(finding)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
    )
  const later = after.slice(0, mostCompared).map(finding => ({ finding, words: words(finding) }))
  const candidates = before.slice(0, mostCompared).flatMap(old => {
    const oldWords = words(old)
    return later
      .map(now => ({ old, now: now.finding, similarity: similarity(oldWords, now.words) }))
      .filter(candidate => candidate.similarity >= sameFromSimilarity)
  })
  candidates.sort((a, b) => b.similarity - a.similarity)
  const taken = new Set<Finding>()
  return candidates.flatMap(({ old, now }) => {
    if (taken.has(old) || taken.has(now)) return []
    taken.add(old).add(now)
    return [[old, now] as const]
  })
}

const similarity = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = [...a].filter(word => b.has(word)).length
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}
