/**
 * The lists of names and words beside this file, as entries of the tagger's lexicon.
 *
 *   lists/senses.txt: the field of WordNet in which a common word is most used, "minister 18" for people
 */
import { readFileSync } from 'node:fs'
import { packLexicon, senseShift, wordClasses } from '../../core/names/lexicon.ts'
import { findTokens } from '../../core/text/tokens.ts'
import type { TaggedReading } from './read-training.ts'

const timeSense = 46 // beyond WordNet's own fields: months and days

const lists = [
  ['first-names', wordClasses.firstName],
  ['last-names', wordClasses.lastName],
  ['towns', wordClasses.town],
  ['regions', wordClasses.region],
  ['nationalities', wordClasses.nationality],
  ['organisations', wordClasses.organisation],
  ['people', wordClasses.person],
  ['roles', wordClasses.role],
  ['times', timeSense << senseShift],
] as const

/** Endings of inflected forms, and what stands there in the dictionary. */
const endings = [
  ['s', ''],
  ['ses', 's'],
  ['xes', 'x'],
  ['zes', 'z'],
  ['ches', 'ch'],
  ['shes', 'sh'],
  ['men', 'man'],
  ['ies', 'y'],
  ['es', 'e'],
  ['es', ''],
  ['ed', 'e'],
  ['ed', ''],
  ['ing', 'e'],
  ['ing', ''],
  ['ied', 'y'],
  ['er', ''],
  ['est', ''],
] as const

const readList = (name: string): string[] =>
  readFileSync(new URL(`./lists/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)

const readSenses = (): ReadonlyMap<string, number> =>
  new Map(
    readList('senses').map(line => {
      const [word = '', sense = '0'] = line.split('\t')
      return [word, Number(sense) + 1]
    }),
  )

/** The field of a word or of the word it is a form of: "stopped" of stop; 0 where none is known. */
const senseOf = (senses: ReadonlyMap<string, number>, word: string): number => {
  const own = senses.get(word)
  if (own !== undefined) return own
  for (const [ending, base] of endings) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, word.length - ending.length)
    const isDoubled = base === '' && stem.length > 2 && stem.at(-1) === stem.at(-2)
    const found = senses.get(stem + base) ?? (isDoubled ? senses.get(stem.slice(0, -1)) : undefined)
    if (found !== undefined) return found
  }
  return 0
}

const fewestTimesCommon = 3

/** Words that stand in small letters in the training texts. */
export const findCommonWords = (readings: readonly TaggedReading[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const { reading } of readings) {
    for (let i = 0; i < reading.tokens.count; i++) {
      const word = reading.text.slice(reading.tokens.starts[i], reading.tokens.ends[i])
      if (word === word.toLowerCase() && /^\p{L}/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([, count]) => count >= fewestTimesCommon).map(([word]) => word))
}

export const packLists = (common: ReadonlySet<string>, withNames = true): Uint8Array => {
  const entries: [string[], number][] = []
  for (const [list, bits] of withNames ? lists : []) {
    for (const entry of readList(list)) {
      const { starts, ends } = findTokens(entry)
      entries.push([Array.from(starts, (start, i) => entry.slice(start, ends[i])), bits])
    }
  }
  const senses = readSenses()
  for (const word of common) {
    entries.push([[word], wordClasses.common | (senseOf(senses, word) << senseShift)])
  }
  return packLexicon(entries)
}
