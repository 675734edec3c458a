/**
 * Trains the parser: which move, and which relation. It follows its own mistakes, so that it learns to go on from them.
 */
import { relations } from '../../core/syntax/inventory.ts'
import { labelFeatures, moveFeatures, type ParseView } from '../../core/syntax/parse-features.ts'
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
import { beginParse, bestMove, onlyMove, type Workspace } from '../../core/syntax/run-syntax.ts'
import { countFeatures, countNothing, greatest, LinearTrainer, rivalOf } from './linear-trainer.ts'
import { moveCosts } from './move-costs.ts'
import type { TrainingSentence } from './read-treebank.ts'
import { type Job, openShare, read, seededRandom, shuffled, spareRows } from './training-job.ts'

// Right by less is not right enough: the weights move as if it had been wrong.
const moveMargin = 30
const labelMargin = 10

interface ParserTrainers {
  readonly moves: LinearTrainer
  readonly labels: LinearTrainer
}

const exploring = 0.9 // how often the parser goes on from its own choice, after the first epoch

export const trainParser = (job: Job, tags: readonly Uint8Array[]): ParserTrainers => {
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
  view: ParseView,
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
