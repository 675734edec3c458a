/**
 * What is known of a common word, one flag a list, found by its letters.
 *
 *   "said" -> functionFlag | reportingFlag      "monday" -> calendarFlag | timeFlag      "ferry" -> 0
 */
import {
  calendarWords,
  countingBack,
  functionWords,
  linkingWords,
  personalWords,
  pointingWords,
  reportingWords,
  timeNouns,
} from './function-words.ts'
import { addWord, findWord, openWordTable, takeToken, type WordTable } from './word-table.ts'

export const functionFlag = 1
export const personalFlag = 2
export const calendarFlag = 4
export const reportingFlag = 8
export const linkingFlag = 16
export const pointingFlag = 32
export const timeFlag = 64
export const countingFlag = 128
export const theFlag = 256

const lists: readonly (readonly [flag: number, words: ReadonlySet<string>])[] = [
  [functionFlag, functionWords],
  [personalFlag, personalWords],
  [calendarFlag, calendarWords],
  [reportingFlag, reportingWords],
  [linkingFlag, linkingWords],
  [pointingFlag, pointingWords],
  [timeFlag, timeNouns],
  [countingFlag, countingBack],
  [theFlag, new Set(['the'])],
]

interface KnownWords {
  readonly table: WordTable
  /** By the number of the word. */
  readonly flags: Uint16Array
}

const openKnownWords = (): KnownWords => {
  const mostKnown = lists.reduce((sum, [, words]) => sum + words.size, 0)
  const table = openWordTable(mostKnown)
  const flags = new Uint16Array(mostKnown)
  for (const [flag, words] of lists) {
    for (const word of words) {
      takeToken(word, 0, word.length)
      const number = addWord(table)
      flags[number] = (flags[number] ?? 0) | flag
    }
  }
  return { table, flags }
}

const known = openKnownWords()

/** The flags of the word that was taken last; 0 where no list has it. */
export const knownFlags = (): number => {
  const word = findWord(known.table)
  return word < 0 ? 0 : (known.flags[word] ?? 0)
}

/** The flags of the word at a token; 0 where there is no such token. */
export const flagsAt = ({ flags }: { readonly flags: Uint16Array }, i: number): number => flags[i] ?? 0
