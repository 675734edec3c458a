/**
 * Trains the lexicon, the tagger and the parser of core/syntax. Same sentences and seed, same models.
 *
 * The parser learns from tags as the tagger will give them: each quarter of the text is tagged by a tagger that was
 * trained on the other three. It follows its own mistakes, so that it learns to go on from them.
 */

import { penn, relations, universalTags } from '../../core/syntax/inventory.ts'
import { anyClass, buildLexicon, type Lexicon, type LexiconWord } from '../../core/syntax/lexicon.ts'
import { labelFeatures, moveFeatures } from '../../core/syntax/parse-features.ts'
import {
  attach,
  headOfMove,
  isOver,
  isPossible,
  moveCount,
  shift,
  shiftWord,
  stacked,
} from '../../core/syntax/parser-state.ts'
import {
  beginParse,
  bestMove,
  emptyWorkspace,
  newSyntax,
  onlyMove,
  readWords,
  type Syntax,
  type Workspace,
} from '../../core/syntax/run-syntax.ts'
import { tagFeatures } from '../../core/syntax/tag-features.ts'
import { lowerHashOf, margin } from '../../core/syntax/word-forms.ts'
import { countFeatures, countNothing, LinearTrainer } from './linear-trainer.ts'
import { moveCosts } from './move-costs.ts'
import type { TrainingSentence } from './read-treebank.ts'

export interface TrainingOptions {
  readonly seed: number
  readonly tagEpochs: number
  readonly parseEpochs: number
  /** Features seen less often get no row. */
  readonly fewest: number
  readonly tagRows: number
  readonly moveRows: number
  readonly labelRows: number
  /** Weights smaller than this share of the greatest are left out. */
  readonly least: number
  readonly clusters: ReadonlyMap<string, number>
  readonly log: (line: string) => void
}

interface Job {
  readonly space: Workspace
  readonly lexicon: Lexicon
  readonly sentences: readonly TrainingSentence[]
  /** The class of each token: as the treebank has it. */
  readonly gold: readonly Uint8Array[]
  readonly options: TrainingOptions
}

export const trainSyntax = (
  sentences: readonly TrainingSentence[],
  copies: readonly TrainingSentence[],
  options: TrainingOptions,
): Syntax => {
  const classes = listClasses(sentences)
  const lexicon = learnLexicon(sentences, classes, options)
  const all = [...sentences, ...copies]
  const gold = all.map(sentence => classesOf(sentence, classes))
  const job: Job = { space: emptyWorkspace(), lexicon, sentences: all, gold, options }
  const tagger = trainTagger(job, classes.names.length, () => true)
  options.log(`tagger: ${tagger.size} rows`)
  const tags = crossTag(job, classes.names.length)
  const { moves, labels } = trainParser(job, tags)
  options.log(`parser: ${moves.size} rows for moves, ${labels.size} for relations`)
  const models = {
    lexicon,
    tagger: tagger.pack(options.tagRows, options.least),
    moves: moves.packMoves(options.moveRows),
    labels: labels.pack(options.labelRows, options.least),
  }
  const pennOfClass = Uint8Array.from(classes.names, pair => Math.floor(pair / universalTags.length))
  const universalOfClass = Uint8Array.from(classes.names, pair => pair % universalTags.length)
  return newSyntax(models, pennOfClass, universalOfClass)
}

interface Classes {
  /** Pairs of Penn and universal tag that are frequent enough to be told apart, as one number each. */
  readonly names: readonly number[]
  readonly byPair: ReadonlyMap<number, number>
}

/** Halves of words that a slip of the keyboard parted: taken for what the word is. */
const unlearned: ReadonlySet<number> = new Set([penn('GW')])

const isLike = (name: number, pair: number): boolean => {
  const tag = Math.floor(pair / universalTags.length)
  if (!unlearned.has(tag)) return Math.floor(name / universalTags.length) === tag
  return name % universalTags.length === pair % universalTags.length
}

const fewestOfClass = 20 // occurrences; rarer pairs are mostly slips of annotation

const pairOf = (sentence: TrainingSentence, t: number): number =>
  (sentence.penn[t] ?? 0) * universalTags.length + (sentence.universal[t] ?? 0)

const listClasses = (sentences: readonly TrainingSentence[]): Classes => {
  const seen = new Map<number, number>()
  for (const sentence of sentences) {
    for (let t = 0; t < sentence.tokens.count; t++) {
      const pair = pairOf(sentence, t)
      seen.set(pair, (seen.get(pair) ?? 0) + 1)
    }
  }
  const ranked = [...seen].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const tagsListed = new Set<number>()
  const names: number[] = []
  for (const [pair, count] of ranked) {
    const tag = Math.floor(pair / universalTags.length)
    if (unlearned.has(tag) || (count < fewestOfClass && tagsListed.has(tag))) continue
    tagsListed.add(tag)
    names.push(pair)
  }
  const byPair = new Map(names.map((pair, id) => [pair, id]))
  for (const [pair] of ranked) {
    if (byPair.has(pair)) continue
    const same = names.findIndex(name => isLike(name, pair))
    byPair.set(pair, Math.max(0, same))
  }
  return { names, byPair }
}

const classesOf = (sentence: TrainingSentence, classes: Classes): Uint8Array =>
  Uint8Array.from({ length: sentence.tokens.count }, (_, t) => classes.byPair.get(pairOf(sentence, t)) ?? 0)

const fewestOfWord = 3
const fewestOfFixed = 20 // occurrences, of which nearly all must have one tag
const fixedShare = 0.985
const habitShare = 0.08 // a tag belongs to a word's habits from this share on
const mostGroups = 250

const learnLexicon = (
  sentences: readonly TrainingSentence[],
  classes: Classes,
  options: TrainingOptions,
): Lexicon => {
  const habits = new Map<string, Map<number, number>>()
  for (const sentence of sentences) {
    const ids = classesOf(sentence, classes)
    for (let t = 0; t < sentence.tokens.count; t++) {
      const word = foldWord(sentence.text.slice(sentence.tokens.starts[t], sentence.tokens.ends[t]))
      const tags = habits.get(word) ?? new Map<number, number>()
      tags.set(ids[t] ?? 0, (tags.get(ids[t] ?? 0) ?? 0) + 1)
      habits.set(word, tags)
    }
  }
  const known = [...habits].flatMap(([word, tags]) => {
    const count = [...tags.values()].reduce((sum, n) => sum + n, 0)
    if (count < fewestOfWord && !options.clusters.has(word)) return []
    const ranked = [...tags].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const usual = ranked.filter(([, n]) => n >= habitShare * count).map(([id]) => id)
    const [top = 0, most = 0] = ranked[0] ?? []
    const isFixed = count >= fewestOfFixed && most >= fixedShare * count
    const habit = count < fewestOfWord ? '' : usual.sort((a, b) => a - b).join(' ')
    return [{ word, count, habit, fixed: isFixed ? top : anyClass }]
  })
  const sizes = new Map<string, number>()
  for (const each of known) if (each.habit) sizes.set(each.habit, (sizes.get(each.habit) ?? 0) + each.count)
  const groups = new Map(
    [...sizes]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, mostGroups)
      .map(([habit], g) => [habit, g + 1]),
  )
  const words: LexiconWord[] = known.map(({ word, habit, fixed }) => ({
    hash: lowerHashOf(word),
    fixed,
    group: groups.get(habit) ?? 0,
    cluster: options.clusters.get(word) ?? 0,
  }))
  for (const [word, cluster] of options.clusters) {
    if (!habits.has(word)) words.push({ hash: lowerHashOf(word), fixed: anyClass, group: 0, cluster })
  }
  options.log(`lexicon: ${words.length} words, ${groups.size} groups`)
  return buildLexicon(words)
}

/** As the run time folds a word: two words with one fold are one word of the lexicon. */
export const foldWord = (word: string): string =>
  word.toLowerCase().replace(/[0-9]/g, '0').replace(/[‘’]/g, "'")

/** Small, seeded, the same everywhere (mulberry32). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const shuffled = (count: number, random: () => number): number[] => {
  const order = Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
  return order
}

const read = (job: Job, sentence: TrainingSentence): number =>
  readWords(job.space, sentence.text, sentence.tokens, {
    first: 0,
    end: sentence.tokens.count,
    lexicon: job.lexicon,
  })

const openShare = 0.5 // of the epochs takes in new features
const spareRows = 1.5 // rows kept in the last epochs, over those that will be packed

const trainTagger = (job: Job, classes: number, isMine: (sentence: number) => boolean): LinearTrainer => {
  const { options, space, lexicon, sentences, gold } = job
  const random = seededRandom(options.seed)
  const mine = sentences.map((_, s) => s).filter(isMine)
  const counts = countNothing()
  for (const s of mine) {
    const sentence = sentences[s]
    if (!sentence) continue
    const count = read(job, sentence)
    space.classes.set(gold[s] ?? [])
    for (let i = 0; i < count; i++) {
      countFeatures(
        counts,
        space.features,
        tagFeatures(space.words, lexicon, space.classes, { i, out: space.features }),
      )
    }
  }
  const trainer = new LinearTrainer(classes, counts, options.fewest)
  const closing = Math.ceil(options.tagEpochs * openShare)
  for (let epoch = 0; epoch < options.tagEpochs; epoch++) {
    if (epoch === closing) trainer.keep(options.tagRows * spareRows)
    let wrong = 0
    let all = 0
    for (const k of shuffled(mine.length, random)) {
      const s = mine[k] ?? 0
      const sentence = sentences[s]
      if (!sentence) continue
      all += read(job, sentence)
      wrong += learnTags(job, trainer, gold[s] ?? new Uint8Array(0))
    }
    options.log(`tagger epoch ${epoch + 1}: ${((100 * wrong) / all).toFixed(2)} % wrong`)
  }
  return trainer
}

/** Right by less than this is not right enough: the weights move as if it had been wrong. */
const tagMargin = 30
const moveMargin = 30
const labelMargin = 10

const learnTags = (job: Job, trainer: LinearTrainer, gold: Uint8Array): number => {
  const { space, lexicon } = job
  const { words, classes, features } = space
  let wrong = 0
  for (let i = 0; i < gold.length; i++) {
    const right = gold[i] ?? 0
    const fixed = lexicon.fixed[words.entry[i + margin] ?? 0] ?? anyClass
    if (fixed !== anyClass) {
      classes[i] = fixed
      continue
    }
    const n = tagFeatures(words, lexicon, classes, { i, out: features })
    const scores = trainer.score(features, n)
    trainer.tick()
    const chosen = greatest(scores)
    classes[i] = chosen
    if (chosen !== right) wrong++
    const rival = chosen === right ? rivalOf(scores, right) : chosen
    if ((scores[right] ?? 0) - (scores[rival] ?? 0) < tagMargin) trainer.update(features, n, right, rival)
  }
  return wrong
}

/** The greatest class but one. */
const rivalOf = (scores: Float64Array, but: number, from = 0): number => {
  let rival = -1
  for (let c = from; c < scores.length; c++) {
    if (c !== but && (rival < 0 || (scores[c] ?? 0) > (scores[rival] ?? 0))) rival = c
  }
  return rival
}

const greatest = (scores: Float64Array, from = 0): number => {
  let best = from
  for (let c = from + 1; c < scores.length; c++) if ((scores[c] ?? 0) > (scores[best] ?? 0)) best = c
  return best
}

const folds = 4
const foldSentences = 64 // in a row, so that one document is mostly in one fold; fewer where there are few
const crossEpochs = 3 // the folds' taggers need not be the best, only honest

const crossTag = (job: Job, classes: number): Uint8Array[] => {
  const { sentences, options, lexicon, space } = job
  const inRow = Math.max(1, Math.min(foldSentences, Math.floor(sentences.length / (4 * folds))))
  const foldOf = (s: number): number => Math.floor(s / inRow) % folds
  const tags: Uint8Array[] = sentences.map(() => new Uint8Array(0))
  for (let fold = 0; fold < folds; fold++) {
    const trainer = trainTagger(
      {
        ...job,
        options: { ...options, tagEpochs: Math.min(crossEpochs, options.tagEpochs), log: () => undefined },
      },
      classes,
      s => foldOf(s) !== fold,
    )
    trainer.settle()
    sentences.forEach((sentence, s) => {
      if (foldOf(s) !== fold) return
      const count = read(job, sentence)
      for (let i = 0; i < count; i++) {
        const fixed = lexicon.fixed[space.words.entry[i + margin] ?? 0] ?? anyClass
        const n = tagFeatures(space.words, lexicon, space.classes, { i, out: space.features })
        space.classes[i] = fixed !== anyClass ? fixed : greatest(trainer.score(space.features, n))
      }
      tags[s] = space.classes.slice(0, count)
    })
    options.log(`tagged fold ${fold + 1} of ${folds}`)
  }
  return tags
}

interface ParserTrainers {
  readonly moves: LinearTrainer
  readonly labels: LinearTrainer
}

const exploring = 0.9 // how often the parser goes on from its own choice, after the first epoch

const trainParser = (job: Job, tags: readonly Uint8Array[]): ParserTrainers => {
  const { options, sentences } = job
  const random = seededRandom(options.seed + 1)
  const counts = countNothing()
  const counter: ParserTrainers = {
    moves: new LinearTrainer(moveCount, counts, 1),
    labels: new LinearTrainer(relations.length, counts, 1),
  }
  const costs = new Int32Array(moveCount)
  const pass = (s: number, trainers: ParserTrainers, mode: Omit<Pass, 'tags' | 'costs'>): number => {
    const sentence = sentences[s]
    return sentence
      ? learnTree(job, sentence, trainers, { ...mode, tags: tags[s] ?? new Uint8Array(0), costs })
      : 0
  }
  sentences.forEach((_, s) => {
    pass(s, counter, { isCounting: true, explores: 0, random })
  })
  const trainers: ParserTrainers = {
    moves: new LinearTrainer(moveCount, counts, options.fewest),
    labels: new LinearTrainer(relations.length, counts, options.fewest),
  }
  const closing = Math.ceil(options.parseEpochs * openShare)
  for (let epoch = 0; epoch < options.parseEpochs; epoch++) {
    if (epoch === closing) {
      trainers.moves.keep(options.moveRows * spareRows)
      trainers.labels.keep(options.labelRows * spareRows)
    }
    let wrong = 0
    for (const s of shuffled(sentences.length, random)) {
      wrong += pass(s, trainers, { isCounting: false, explores: epoch === 0 ? 0 : exploring, random })
    }
    options.log(`parser epoch ${epoch + 1}: ${wrong} wrong moves, ${trainers.moves.size} rows`)
  }
  return trainers
}

interface Pass {
  readonly tags: Uint8Array
  readonly costs: Int32Array
  /** Follows the right moves and only counts features. */
  readonly isCounting: boolean
  readonly explores: number
  readonly random: () => number
}

const learnTree = (job: Job, sentence: TrainingSentence, trainers: ParserTrainers, pass: Pass): number => {
  const { space, lexicon } = job
  const count = read(job, sentence)
  space.classes.set(pass.tags)
  const view = beginParse(space, lexicon, count)
  const { state, features } = space
  let wrong = 0
  while (!isOver(state)) {
    let move = onlyMove(state)
    if (move === null) {
      const n = moveFeatures(view, features)
      const scores = trainers.moves.score(features, n)
      moveCosts(state, sentence.heads, pass.costs)
      const right = cheapestMove(space, pass.costs, scores)
      move = right
      if (pass.isCounting) countFeatures(trainers.moves.counts, features, n)
      else {
        trainers.moves.tick()
        const chosen = bestMove(state, scores)
        const isRight = pass.costs[chosen] === pass.costs[right]
        if (!isRight) wrong++
        const rival = isRight ? rivalMove(space, pass.costs, { right, scores }) : chosen
        if (rival >= 0 && (scores[right] ?? 0) - (scores[rival] ?? 0) < moveMargin) {
          trainers.moves.update(features, n, right, rival)
        }
        if (isRight || pass.random() < pass.explores) move = chosen
      }
    }
    if (move === shift) shiftWord(state)
    else attachAndLearn(view, move, { sentence, trainers, pass, features })
  }
  return wrong
}

const cheapestMove = (space: Workspace, costs: Int32Array, scores: Float64Array): number => {
  let best = -1
  for (let move = 0; move < moveCount; move++) {
    if (!isPossible(space.state, move)) continue
    if (best < 0) best = move
    const difference = (costs[move] ?? 0) - (costs[best] ?? 0)
    if (difference < 0 || (difference === 0 && (scores[move] ?? 0) > (scores[best] ?? 0))) best = move
  }
  return best
}

/** The best of the moves that cost more than the right one; -1 where there is none. */
const rivalMove = (
  space: Workspace,
  costs: Int32Array,
  { right, scores }: { right: number; scores: Float64Array },
): number => {
  let best = -1
  for (let move = 0; move < moveCount; move++) {
    if (!isPossible(space.state, move) || (costs[move] ?? 0) <= (costs[right] ?? 0)) continue
    if (best < 0 || (scores[move] ?? 0) > (scores[best] ?? 0)) best = move
  }
  return best
}

const attachAndLearn = (
  view: ReturnType<typeof beginParse>,
  move: number,
  step: { sentence: TrainingSentence; trainers: ParserTrainers; pass: Pass; features: Int32Array },
): void => {
  const { sentence, trainers, pass, features } = step
  const word = stacked(view.state, 0)
  const head = headOfMove(view.state, move)
  const gold = sentence.relations[word] ?? 0
  if (head === view.state.count) {
    attach(view.state, move, 0)
    return
  }
  const n = labelFeatures(view, { head, word }, features)
  const isRightArc = sentence.heads[word] === head
  if (pass.isCounting) {
    countFeatures(trainers.labels.counts, features, n)
    attach(view.state, move, isRightArc ? gold : 1)
    return
  }
  const chosen = greatest(trainers.labels.score(features, n), 1)
  if (isRightArc) {
    trainers.labels.tick()
    const { scores } = trainers.labels
    const rival = chosen === gold ? rivalOf(scores, gold, 1) : chosen
    if ((scores[gold] ?? 0) - (scores[rival] ?? 0) < labelMargin) {
      trainers.labels.update(features, n, gold, rival)
    }
  }
  attach(view.state, move, chosen)
}
