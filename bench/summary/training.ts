/**
 * From annotated articles to a model: many subsets of each article's sentences, what ROUGE says of each, and the
 * weights that tell the better subset of the same article from the worse.
 */
import { chooseSentences, leadNearest } from '../../core/summary/choose-sentences.ts'
import { mostCandidates, type Story } from '../../core/summary/open-story.ts'
import { type FeatureName, featureNames } from '../../core/summary/sentence-features.ts'
import { rankSentence, type SummaryModel } from '../../core/summary/summary-model.ts'
import { summaryModel } from '../../core/summary/weights.ts'
import { type AnnotatedStory, foldCount } from './annotated.ts'
import { addArticle, addSums, emptySums, type Sums, solveRidge } from './ridge.ts'

/** The length's own effect on ROUGE is learned too, and thrown away: how long a summary is, is not for ROUGE to say. */
export const columns = [...featureNames, 'overlap', 'words'] as const
export type Column = (typeof columns)[number]

/** Everything of the model that is not learned. */
export type Constants = Omit<SummaryModel, 'sentence' | 'overlap'>

const subsetsAnArticle = 240
const earlySentences = 8 // all subsets of these are candidates
const drawnPools = 3
const poolSize = 9

export const subsetColumns = (story: Story, subset: readonly number[], targetWords: number): Float64Array => {
  const row = new Float64Array(columns.length)
  let words = 0
  let overlap = 0
  subset.forEach((j, y) => {
    const sentence = story.sentences[j]
    const features = story.features[j]
    if (!sentence || !features) return
    words += sentence.words
    featureNames.forEach((name, k) => {
      row[k] = (row[k] ?? 0) + (features[name] * sentence.words) / targetWords
    })
    for (let x = 0; x < y; x++) overlap += (4 * story.shared(subset[x] ?? 0, j)) / targetWords
  })
  row.set([overlap, (words - targetWords) / 20], featureNames.length)
  return row
}

/** Mulberry32: the same subsets in every run. */
const drawFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const visitSubsets = (
  story: Story,
  pool: readonly number[],
  constants: Constants,
  visit: (subset: number[]) => void,
): void => {
  const subset: number[] = []
  const extend = (from: number, words: number): void => {
    if (words >= constants.targetWords - constants.slackWords && subset.length > 0) visit([...subset])
    if (subset.length === 5) return
    for (let place = from; place < pool.length; place++) {
      const sentence = pool[place] ?? 0
      const total = words + (story.sentences[sentence]?.words ?? 0)
      if (total > constants.targetWords + constants.slackWords) continue
      subset.push(sentence)
      extend(place + 1, total)
      subset.pop()
    }
  }
  extend(0, 0)
}

/** Subsets to learn from: the lead, half from the first sentences, half from anywhere. */
const sampleSubsets = (story: Story, constants: Constants, seed: number): number[][] => {
  const draw = drawFrom(seed)
  const count = Math.min(mostCandidates, story.sentences.length)
  const early: number[][] = []
  visitSubsets(story, [...Array(Math.min(earlySentences, count)).keys()], constants, s => early.push(s))
  const anywhere: number[][] = []
  for (let i = 0; i < drawnPools; i++) {
    const pool = new Set([0])
    while (pool.size < Math.min(count, poolSize)) pool.add(Math.floor(draw() ** 1.3 * count))
    visitSubsets(
      story,
      [...pool].sort((a, b) => a - b),
      constants,
      s => anywhere.push(s),
    )
  }
  const pick = (from: number[][]): number[][] =>
    from.length <= subsetsAnArticle / 2
      ? from
      : Array.from({ length: subsetsAnArticle / 2 }, () => from[Math.floor(draw() * from.length)] ?? [])
  return [leadNearest(story.sentences, constants.targetWords), ...pick(early), ...pick(anywhere)]
}

/** One annotated set, learned from: sums for each fold. */
export interface Lessons {
  readonly folds: readonly Sums[]
  readonly articles: number
}

export const takeLessons = (stories: readonly AnnotatedStory[], constants: Constants): Lessons => {
  const folds = Array.from({ length: foldCount }, () => emptySums(columns.length))
  stories.forEach(({ story, judge, fold }, i) => {
    const subsets = sampleSubsets(story, constants, i)
    const rows = subsets.map(subset => subsetColumns(story, subset, constants.targetWords))
    const targets = subsets.map(subset => judge.score(subset).reduce((sum, x) => sum + x / 3, 0))
    const sums = folds[fold]
    if (sums) addArticle(sums, rows, targets)
  })
  return { folds, articles: stories.length }
}

export interface TrainOptions {
  readonly lambda: number
  /** Columns that get no weight. */
  readonly leftOut?: readonly Column[]
  /** The fold that is not learned from. */
  readonly skipFold?: number
}

/** @param sets what was learned from each set, and how much an article of it counts. */
export const train = (
  sets: readonly (readonly [lessons: Lessons, weight: number])[],
  constants: Constants,
  options: TrainOptions,
): SummaryModel => {
  const sums = emptySums(columns.length)
  const total = sets.reduce((sum, [{ articles }, weight]) => sum + articles * weight, 0)
  for (const [{ folds }, weight] of sets) {
    folds.forEach((fold, f) => {
      if (f !== options.skipFold) addSums(sums, fold, weight / total)
    })
  }
  const out = new Set((options.leftOut ?? []).map(name => columns.indexOf(name)))
  const weights = solveRidge(sums, options.lambda, out)
  const weight = (name: Column): number => weights[columns.indexOf(name)] ?? 0
  const sentence: Record<FeatureName, number> = { ...summaryModel.sentence }
  for (const name of featureNames) if (!fixedFeatures.has(name)) sentence[name] = weight(name)
  return {
    ...constants,
    sentence,
    overlap: weight('overlap'),
  }
}

/** Features that the annotated sets cannot teach, because no article of theirs has a headline; see docs/summary.md. */
export const fixedFeatures: ReadonlySet<Column> = new Set<Column>(['headline'])

/** What the model chooses of a story. */
export const chooseBy = (story: Story, model: SummaryModel): { chosen: readonly number[]; isLead: boolean } =>
  chooseSentences(
    story,
    story.features.map(features => rankSentence(features, model).score),
    model,
  )

export interface Gain {
  /** ROUGE-1, -2, -Lsum points above LEAD-3, article by article. */
  readonly points: readonly (readonly [number, number, number])[]
  readonly words: number
  readonly lead3Words: number
  readonly leadShare: number
}

/** @param modelOf the model that may judge this article: one that has not learned from it. */
export const measureGain = (
  stories: readonly AnnotatedStory[],
  modelOf: (story: AnnotatedStory) => SummaryModel,
): Gain => {
  let words = 0
  let lead3Words = 0
  let leads = 0
  const points = stories.map((annotated): [number, number, number] => {
    const { chosen, isLead } = chooseBy(annotated.story, modelOf(annotated))
    const [r1, r2, rl] = annotated.judge.score(chosen)
    words += annotated.judge.words(chosen)
    lead3Words += annotated.lead3Words
    if (isLead) leads++
    const [l1, l2, ll] = annotated.lead3
    return [100 * (r1 - l1), 100 * (r2 - l2), 100 * (rl - ll)]
  })
  const count = Math.max(1, stories.length)
  return { points, words: words / count, lead3Words: lead3Words / count, leadShare: leads / count }
}

export const meanPoints = ({ points }: Gain): [number, number, number] => {
  const sums: [number, number, number] = [0, 0, 0]
  for (const [r1, r2, rl] of points) {
    sums[0] += r1 / points.length
    sums[1] += r2 / points.length
    sums[2] += rl / points.length
  }
  return sums
}
