/**
 * Copies of training sentences with other names in them, so that context and lists are learned, not only words.
 *
 *   "Ash Carter flew to Oslo" -> "Milena Novak flew to Leeds"
 *
 * People get a first and a last name from the lists, word by word; others the name of the same kind from elsewhere.
 */
import { readFileSync } from 'node:fs'
import type { Random } from './random.ts'
import type { TaggedSentence } from './read-training.ts'

export interface NamePool {
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
  readonly towns: readonly string[]
  /** Names of a tag, each as tokens. */
  readonly byTag: ReadonlyMap<string, readonly (readonly string[])[]>
}

const capitalise = (word: string): string =>
  word.replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())

const readList = (name: string): string[] =>
  readFileSync(new URL(`./lists/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(capitalise)

export const makePool = (sentences: readonly TaggedSentence[]): NamePool => {
  const byTag = new Map<string, string[][]>()
  for (const { tokens, tags } of sentences) {
    for (const [first, end, tag] of namesOf(tags)) {
      const list = byTag.get(tag) ?? []
      list.push(tokens.slice(first, end))
      byTag.set(tag, list)
    }
  }
  return {
    firstNames: readList('first-names'),
    lastNames: readList('last-names'),
    towns: readList('towns'),
    byTag,
  }
}

export const namesOf = (tags: readonly string[]): [first: number, end: number, tag: string][] => {
  const names: [number, number, string][] = []
  tags.forEach((tag, i) => {
    const last = names.at(-1)
    if (tag.startsWith('I-') && last && last[1] === i && last[2] === tag.slice(2)) last[1] = i + 1
    else if (tag !== 'O') names.push([i, i + 1, tag.slice(2)])
  })
  return names
}

/** The same names get the same others throughout the sentences. */
export const swapNames = (
  sentences: readonly TaggedSentence[],
  pool: NamePool,
  random: Random,
): TaggedSentence[] => {
  const chosen = new Map<string, readonly string[]>()
  const pick = <T>(list: readonly T[], other: T): T => list[Math.floor(random() * list.length)] ?? other
  const another = (tag: string, words: readonly string[], isLast: boolean): readonly string[] => {
    const key = `${tag} ${words.join(' ')}`
    const known = chosen.get(key)
    if (known) return known
    let made: readonly string[] = words
    if (tag === 'PER') made = [pick(isLast ? pool.lastNames : pool.firstNames, words[0] ?? '')]
    else if (tag === 'LOC' && words.length === 1 && random() < 0.4) made = pick(pool.towns, '').split(' ')
    else made = pick(pool.byTag.get(tag) ?? [], words)
    chosen.set(key, made)
    return made
  }
  return sentences.map(sentence => {
    const tokens: string[] = []
    const tags: string[] = []
    let at = 0
    const copy = (end: number): void => {
      for (; at < end; at++) {
        tokens.push(sentence.tokens[at] ?? '')
        tags.push(sentence.tags[at] ?? 'O')
      }
    }
    for (const [first, end, tag] of namesOf(sentence.tags)) {
      copy(first)
      const words = sentence.tokens.slice(first, end)
      const isPlain = words.every(word => /^\p{Lu}\p{Ll}+$/u.test(word))
      const made =
        tag !== 'PER'
          ? another(tag, words, true)
          : !isPlain
            ? words
            : words.flatMap((word, i) => another(tag, [word], i === words.length - 1))
      made.forEach((word, i) => {
        tokens.push(word)
        tags.push(`${i === 0 ? 'B' : 'I'}-${tag}`)
      })
      at = end
    }
    copy(sentence.tokens.length)
    return { ...sentence, tokens, tags }
  })
}
