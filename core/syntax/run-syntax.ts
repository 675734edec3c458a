/**
 * The tagger and the parser at work on one stretch of words: greedy, left to right, linear in its length.
 * The trainer drives the same workspace, with its own scores.
 */
import type { Tokens } from '../text/tokens.ts'
import { type Arc, type Habits, habitualLabel, habitualMove, habitualTag } from './habits.ts'
import { spread } from './hashes.ts'
import { anyClass, type Lexicon } from './lexicon.ts'
import { greatestClass, type LinearModel, scoreClasses } from './linear-model.ts'
import { type MoveModel, scoreMoves } from './move-model.ts'
import { labelFeatures, mostParseFeatures, moveFeatures, type ParseView } from './parse-features.ts'
import {
  attach,
  emptyParserState,
  headOfMove,
  isOver,
  isPossible,
  left,
  moveCount,
  type ParserState,
  right,
  shift,
  shiftWord,
  stacked,
  startParse,
} from './parser-state.ts'
import { mostTagFeatures, tagFeatures } from './tag-features.ts'
import { emptyWordForms, margin, readWordForms, type WordForms } from './word-forms.ts'

/** Arrays used again for every stretch. */
export interface Workspace {
  readonly words: WordForms
  readonly state: ParserState
  classes: Uint8Array
  tags: Int32Array
  readonly features: Int32Array
  readonly scores: Int32Array
}

export interface Models {
  readonly lexicon: Lexicon
  readonly tagger: LinearModel
  readonly moves: MoveModel
  readonly labels: LinearModel
  /** Null while they are learned. */
  readonly habits: Habits | null
}

export interface Syntax extends Models {
  /** The Penn tag and the universal part of speech of each class of the tagger. */
  readonly classPenn: Uint8Array
  readonly classUniversal: Uint8Array
  readonly space: Workspace
}

export const emptyWorkspace = (): Workspace => ({
  words: emptyWordForms(),
  state: emptyParserState(),
  classes: new Uint8Array(0),
  tags: new Int32Array(0),
  features: new Int32Array(Math.max(mostTagFeatures, mostParseFeatures)),
  scores: new Int32Array(256),
})

export const newSyntax = (models: Models, classPenn: Uint8Array, classUniversal: Uint8Array): Syntax => ({
  ...models,
  classPenn,
  classUniversal,
  space: emptyWorkspace(),
})

/** Makes the workspace hold the words of tokens [first, end). */
export const readWords = (
  space: Workspace,
  text: string,
  tokens: Tokens,
  stretch: { first: number; end: number; lexicon: Lexicon },
): number => {
  const count = stretch.end - stretch.first
  readWordForms(space.words, text, tokens, stretch)
  if (space.classes.length < count + 1) {
    space.classes = new Uint8Array(Math.max(256, 2 * count))
    space.tags = new Int32Array(space.words.capacity)
  }
  return count
}

/** Tags the words that the workspace holds; their classes are in space.classes. */
export const tagStretch = (
  space: Workspace,
  models: Models,
  count: number,
  watch: Watch | null = null,
): void => {
  const { words, classes } = space
  const { fixed } = models.lexicon
  for (let i = 0; i < count; i++) {
    const always = fixed[words.entry[i + margin] ?? 0] ?? 0
    if (always !== anyClass) {
      classes[i] = always
      continue
    }
    const chosen = chooseTag(space, models, i)
    watch?.onTag(i, chosen)
    classes[i] = chosen
  }
}

const chooseTag = (space: Workspace, { lexicon, tagger, habits }: Models, i: number): number => {
  const { words, classes, features, scores } = space
  const habit = habits ? habitualTag(habits, words, lexicon, classes, i) : -1
  if (habit >= 0) return habit
  const n = tagFeatures(words, lexicon, classes, { i, out: features })
  scoreClasses(tagger, features, n, scores)
  return greatestClass(scores, tagger.classes)
}

/** Makes the parser see the classes as they now are. */
export const beginParse = (space: Workspace, lexicon: Lexicon, count: number): ParseView => {
  if (space.tags.length < count + 2 * margin) space.tags = new Int32Array(2 * (count + 2 * margin))
  const { tags, classes, words, state } = space
  tags.fill(spread(251), 0, margin)
  for (let i = 0; i < count; i++) tags[i + margin] = spread(classes[i] ?? 0)
  tags.fill(spread(252), count + margin, count + 2 * margin)
  startParse(state, count)
  return { words, tags, state, lexicon }
}

/** What the learning of habits watches: choices that were open. */
export interface Watch {
  readonly onTag: (word: number, tag: number) => void
  readonly onMove: (move: number) => void
  readonly onLabel: (arc: Arc, label: number) => void
}

/** Parses the tagged words; heads and labels are in space.state. */
export const parseWords = (
  space: Workspace,
  models: Models,
  count: number,
  watch: Watch | null = null,
): void => {
  const view = beginParse(space, models.lexicon, count)
  const { state } = space
  const arc = { head: 0, word: 0, move: shift } // one for all arcs
  while (!isOver(state)) {
    const only = onlyMove(state)
    const move = only ?? chooseMove(space, view, models)
    if (only === null) watch?.onMove(move)
    if (move === shift) {
      shiftWord(state)
      continue
    }
    arc.head = headOfMove(state, move)
    arc.word = stacked(state, 0)
    arc.move = move
    const isRoot = move === left && state.next === state.count
    const label = isRoot ? rootLabel : chooseLabel(space, view, models, arc)
    if (!isRoot) watch?.onLabel(arc, label)
    attach(state, move, label)
  }
}

const chooseLabel = (space: Workspace, view: ParseView, { habits, labels }: Models, arc: Arc): number => {
  const habit = habits ? habitualLabel(habits, arc, space.state, space) : -1
  if (habit >= 0) return habit
  const n = labelFeatures(view, arc, space.features)
  scoreClasses(labels, space.features, n, space.scores)
  return bestLabel(space.scores, labels.classes)
}

/** relations[0] */
export const rootLabel = 0

/** Any relation but root, which only the last word on the stack may have. */
export const bestLabel = (scores: Int32Array, classes: number): number => {
  let best = 1
  for (let c = 2; c < classes; c++) if ((scores[c] ?? 0) > (scores[best] ?? 0)) best = c
  return best
}

/** The move where only one is possible, else null. */
export const onlyMove = (state: ParserState): number | null => {
  if (state.depth === 0) return shift
  if (state.next < state.count) return null
  return state.depth > 1 ? right : left
}

const chooseMove = (space: Workspace, view: ParseView, { habits, moves }: Models): number => {
  const habit = habits ? habitualMove(habits, space.state, space.classes) : -1
  if (habit >= 0 && isPossible(space.state, habit)) return habit
  const n = moveFeatures(view, space.features)
  scoreMoves(moves, space.features, n, space.scores)
  return bestMove(space.state, space.scores)
}

export const bestMove = (state: ParserState, scores: Int32Array | Float64Array): number => {
  let best = -1
  for (let move = 0; move < moveCount; move++) {
    if (!isPossible(state, move)) continue
    if (best < 0 || (scores[move] ?? 0) > (scores[best] ?? 0)) best = move
  }
  return best
}
