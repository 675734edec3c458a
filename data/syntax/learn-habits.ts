/**
 * Learns what the tagger and the parser always do: runs them over the training text and keeps the choices that their keys
 * settle.
 */
import {
  baseOf,
  caseKey,
  type Habits,
  labelBits,
  labelKey,
  longKey,
  moveBits,
  pairTableOf,
  shortKey,
  tableOf,
  tagBits,
  tagKey,
} from '../../core/syntax/habits.ts'
import { parseWords, readWords, type Syntax, tagStretch, type Watch } from '../../core/syntax/run-syntax.ts'
import type { TrainingSentence } from './read-treebank.ts'

/** How often a key must have been met, and the share of these that were chosen alike. */
interface Sureness {
  readonly fewest: number
  readonly share: number
}
const sureTag: Sureness = { fewest: 5, share: 0.99 }
const sureMove: Sureness = { fewest: 8, share: 0.99 }
const sureLabel: Sureness = { fewest: 8, share: 0.99 }
const sureCase: Sureness = { fewest: 12, share: 0.97 }

type Tally = Map<number, Map<number, number>>

const count = (tally: Tally, key: number, choice: number): void => {
  const choices = tally.get(key) ?? new Map<number, number>()
  choices.set(choice, (choices.get(choice) ?? 0) + 1)
  tally.set(key, choices)
}

/** Keys whose choice is nearly always the same, in the order of the keys. */
const settled = (tally: Tally, { fewest, share }: Sureness): Map<number, number> => {
  const sure = new Map<number, number>()
  for (const [key, choices] of [...tally].sort((a, b) => a[0] - b[0])) {
    const all = [...choices.values()].reduce((sum, n) => sum + n, 0)
    const [choice = 0, most = 0] = [...choices].sort((a, b) => b[1] - a[1])[0] ?? []
    if (all >= fewest && most >= share * all) sure.set(key, choice)
  }
  return sure
}

export const learnHabits = (syntax: Syntax, sentences: readonly TrainingSentence[]): Habits => {
  const base = baseOf(syntax.classPenn.length)
  const { space, lexicon } = syntax
  const { state, words } = space
  const tags: Tally = new Map()
  const short: Tally = new Map()
  const long: Tally = new Map()
  const labels: Tally = new Map()
  const cases: Tally = new Map()
  const watch: Watch = {
    onTag: (i, tag) => {
      const key = tagKey(words, lexicon, space.classes, { i, base })
      if (key >= 0) count(tags, key, tag)
    },
    onMove: move => {
      const key = shortKey(state, space.classes, base)
      count(short, key, move)
      count(long, longKey(key, state, space.classes, base), move)
    },
    onLabel: (arc, label) => {
      const key = labelKey(arc, state, space.classes, base)
      count(labels, key, label)
      count(cases, caseKey(key, arc.word, state, words.lower), label)
    },
  }
  for (const { text, tokens } of sentences) {
    const length = readWords(space, text, tokens, { first: 0, end: tokens.count, lexicon })
    tagStretch(space, { ...syntax, habits: null }, length, watch)
    parseWords(space, { ...syntax, habits: null }, length, watch)
  }
  const sure = settled(short, sureMove)
  const unsure = [...settled(long, sureMove)].filter(([key]) => !sure.has(key - (key % base) + base - 1))
  return {
    base,
    tags: tableOf(settled(tags, sureTag), tagBits),
    moves: tableOf(new Map([...sure, ...unsure]), moveBits),
    labels: pairTableOf(syntax.classPenn.length, settled(labels, sureLabel)),
    caseLabels: tableOf(settled(cases, sureCase), labelBits),
  }
}
