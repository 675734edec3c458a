/**
 * Training sentences to readings: neighbours together, and copies that teach what the originals do not: other names in
 * the same places, capitals, title case.
 */

import type { Random } from './random.ts'
import type { TaggedSentence } from './read-training.ts'
import { type Recase, readTagged, type TaggedReading } from './read-training.ts'
import { type NamePool, swapNames } from './swap-names.ts'

export const sentencesATime = 20 // about an article; document borders are not kept in the files

export interface CopyShares {
  /** Of the texts, with other names in them. */
  readonly swapped: number
  /** Of the sentences, in capitals, and as many in title case. */
  readonly recased: number
}

const capitals: Recase = text => text.toUpperCase()
const smallInTitles = new Set('a an the of and or for to in on at by with from as but nor'.split(' '))
const titles: Recase = text =>
  text.replace(/\p{L}+/gu, word =>
    smallInTitles.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  )

export const inTexts = (sentences: readonly TaggedSentence[]): TaggedSentence[][] => {
  const texts: TaggedSentence[][] = []
  for (let i = 0; i < sentences.length; i += sentencesATime)
    texts.push(sentences.slice(i, i + sentencesATime))
  return texts
}

/** Readings of texts of one source, copies last. */
export const makeReadings = (
  texts: readonly (readonly TaggedSentence[])[],
  shares: CopyShares,
  pool: NamePool,
  random: Random,
): TaggedReading[] => {
  const readings: TaggedReading[] = []
  const inCapitals: TaggedSentence[] = []
  const inTitles: TaggedSentence[] = []
  for (const text of texts) {
    readings.push(readTagged(text))
    if (random() < shares.swapped) readings.push(readTagged(swapNames(text, pool, random)))
    for (const sentence of text) {
      const die = random()
      if (die < shares.recased) inCapitals.push(sentence)
      else if (die < 2 * shares.recased) inTitles.push(sentence)
    }
  }
  for (const text of inTexts(inCapitals)) readings.push(readTagged(text, capitals))
  for (const text of inTexts(inTitles)) readings.push(readTagged(text, titles))
  return readings
}
