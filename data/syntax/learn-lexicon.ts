/**
 * What the training text knows of words and tags: the classes of the tagger, words that always have one tag, and groups of
 * words with the same habits ("noun or verb", "noun or name").
 */
import { penn, universalTags } from '../../core/syntax/inventory.ts'
import { anyClass, buildLexicon, type Lexicon, type LexiconWord } from '../../core/syntax/lexicon.ts'
import { lowerHashOf } from '../../core/syntax/word-forms.ts'
import type { TrainingSentence } from './read-treebank.ts'

export interface Classes {
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

export const listClasses = (sentences: readonly TrainingSentence[]): Classes => {
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

export const classesOf = (sentence: TrainingSentence, classes: Classes): Uint8Array =>
  Uint8Array.from({ length: sentence.tokens.count }, (_, t) => classes.byPair.get(pairOf(sentence, t)) ?? 0)

const fewestOfWord = 3
const fewestOfFixed = 20 // occurrences, of which nearly all must have one tag
const fixedShare = 0.985
const habitShare = 0.08 // a tag belongs to a word's habits from this share on
const mostGroups = 250

export const learnLexicon = (
  sentences: readonly TrainingSentence[],
  classes: Classes,
  log: (line: string) => void,
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
    if (count < fewestOfWord) return []
    const ranked = [...tags].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const usual = ranked.filter(([, n]) => n >= habitShare * count).map(([id]) => id)
    const [top = 0, most = 0] = ranked[0] ?? []
    const isFixed = count >= fewestOfFixed && most >= fixedShare * count
    const habit = usual.sort((a, b) => a - b).join(' ')
    return [{ word, count, habit, fixed: isFixed ? top : anyClass }]
  })
  const sizes = new Map<string, number>()
  for (const each of known) sizes.set(each.habit, (sizes.get(each.habit) ?? 0) + each.count)
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
  }))
  log(`lexicon: ${words.length} words, ${groups.size} groups`)
  return buildLexicon(words)
}

/** As the run time folds a word: two words with one fold are one word of the lexicon. */
export const foldWord = (word: string): string =>
  word.toLowerCase().replace(/[0-9]/g, '0').replace(/[‘’]/g, "'")
