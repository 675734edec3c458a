/**
 * The subset of sentences that tells most in a given number of words; or the lead, unless another subset is clearly
 * better.
 *
 *   value(subset) = mean score of its words + what pairs add or take (repetition) - distance from the wanted length
 *
 * Every subset of the best candidates is looked at, at most a few thousand. Not looked at: sentences far down
 * (beyond mostCandidates), which hardly ever serve; a longer summary than mostChosen sentences, see fill-budget.ts.
 */

/** What the choice needs to know of one sentence. */
export interface Candidate {
  readonly words: number
  /** Mean worth of its words. */
  readonly score: number
  /** Whether it cannot stand without the sentence before it. */
  readonly leans: boolean
  /** Whether it may stand in a summary at all. */
  readonly isBarred: boolean
}

export interface ChoiceRules {
  readonly targetWords: number
  /** How far from targetWords a subset may be. */
  readonly slackWords: number
  /** What another subset must be better by to replace the lead. */
  readonly leadBonus: number
  /** What a subset without the first sentence is charged. */
  readonly firstBonus: number
  readonly lengthCharge: number
  /** What each sentence more is worth, at the same length. */
  readonly countWorth: number
  /** What sentence j adds to or takes from the worth of a subset that holds i; i stands before j. */
  readonly pairWorth: (i: number, j: number) => number
}

export interface Choice {
  /** Indexes of candidates, in order. */
  readonly chosen: readonly number[]
  readonly isLead: boolean
}

export const mostCandidates = 40 // the sentences looked at: of 1,081 articles' best subsets 98 % lie within them
const poolSize = 12
const alwaysInPool = 4
const mostChosen = 5

export const chooseSentences = (candidates: readonly Candidate[], rules: ChoiceRules): Choice => {
  const lead = leadNearest(candidates, rules.targetWords)
  if (lead.length === candidates.length) return { chosen: lead, isLead: true }
  const pool = choosePool(candidates)
  const pairs = pool.map((j, y) => pool.map((i, x) => (x < y ? rules.pairWorth(i, j) : 0)))
  let best = worthOfLead(candidates, lead, rules) + rules.leadBonus
  let chosen: readonly number[] = lead
  visitSubsets(candidates, pool, rules, (places, words) => {
    let worth =
      lengthWorth(words, rules) +
      places.length * rules.countWorth -
      (places[0] === 0 && pool[0] === 0 ? 0 : rules.firstBonus)
    for (let y = 0; y < places.length; y++) {
      const place = places[y] ?? 0
      const candidate = candidates[pool[place] ?? 0]
      if (!candidate) return
      worth += (candidate.score * candidate.words) / words
      for (let x = 0; x < y; x++) worth += pairs[place]?.[places[x] ?? 0] ?? 0
    }
    if (worth <= best || !standsAlone(candidates, pool, places)) return
    best = worth
    chosen = places.map(place => pool[place] ?? 0)
  })
  return { chosen, isLead: chosen === lead }
}

/** The first sentences whose words come nearest to a number; at least one. */
export const leadNearest = (candidates: readonly Candidate[], targetWords: number): number[] => {
  let words = 0
  let count = 0
  let gap = Number.POSITIVE_INFINITY
  for (let i = 0; i < candidates.length && words < targetWords; i++) {
    words += candidates[i]?.words ?? 0
    if (Math.abs(words - targetWords) >= gap) break
    gap = Math.abs(words - targetWords)
    count = i + 1
  }
  return Array.from({ length: count }, (_, i) => i)
}

const choosePool = (candidates: readonly Candidate[]): number[] => {
  const order = candidates
    .slice(0, mostCandidates)
    .map((candidate, i) => ({ i, score: candidate.score, isBarred: candidate.isBarred }))
    .filter(({ isBarred }) => !isBarred)
    .sort((a, b) => b.score - a.score || a.i - b.i)
  return order
    .filter(({ i }, rank) => rank < poolSize || i < alwaysInPool)
    .map(({ i }) => i)
    .sort((a, b) => a - b)
}

const lengthWorth = (words: number, rules: ChoiceRules): number => {
  const distance = (words - rules.targetWords) / 20
  return -rules.lengthCharge * distance * distance
}

const worthOfLead = (
  candidates: readonly Candidate[],
  lead: readonly number[],
  rules: ChoiceRules,
): number => {
  const words = lead.reduce((sum, i) => sum + (candidates[i]?.words ?? 0), 0)
  let worth = lengthWorth(words, rules) + lead.length * rules.countWorth
  for (const j of lead) {
    const candidate = candidates[j]
    if (candidate) worth += (candidate.score * candidate.words) / words
    for (let i = 0; i < j; i++) worth += rules.pairWorth(i, j)
  }
  return worth
}

/** Calls back with the places in the pool of every subset whose words are near enough to the target. */
const visitSubsets = (
  candidates: readonly Candidate[],
  pool: readonly number[],
  rules: ChoiceRules,
  visit: (places: readonly number[], words: number) => void,
): void => {
  const fewest = rules.targetWords - rules.slackWords
  const most = rules.targetWords + rules.slackWords
  const places: number[] = []
  const extend = (from: number, words: number): void => {
    if (words >= fewest && places.length > 0) visit(places, words)
    if (places.length === mostChosen) return
    for (let place = from; place < pool.length; place++) {
      const more = candidates[pool[place] ?? 0]?.words ?? 0
      if (words + more > most) continue
      places.push(place)
      extend(place + 1, words + more)
      places.pop()
    }
  }
  extend(0, 0)
}

/** Whether every sentence that leans on the one before it has it. */
const standsAlone = (
  candidates: readonly Candidate[],
  pool: readonly number[],
  places: readonly number[],
): boolean => {
  for (let y = 0; y < places.length; y++) {
    const i = pool[places[y] ?? 0] ?? 0
    if (candidates[i]?.leans && !(y > 0 && pool[places[y - 1] ?? 0] === i - 1)) return false
  }
  return true
}
