/**
 * What two sentences repeat of each other: content words that both hold, each counted once.
 */
import type { ContentWords } from './content-words.ts'
import type { StorySentence } from './story-sentences.ts'

const mostWords = 200 // distinct content words of a sentence that are compared

/** The distinct content words of a sentence, sorted. */
export const distinctWords = (content: ContentWords, sentence: StorySentence): Int32Array => {
  const found = new Set<number>()
  for (let i = sentence.firstToken; i < sentence.endToken && found.size < mostWords; i++) {
    const word = content.at[i] ?? -1
    if (word >= 0) found.add(word)
  }
  return Int32Array.from(found).sort()
}

/** How many numbers two sorted lists share. */
export const sharedCount = (a: Int32Array, b: Int32Array): number => {
  let shared = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const x = a[i] ?? 0
    const y = b[j] ?? 0
    if (x === y) shared++
    if (x <= y) i++
    if (y <= x) j++
  }
  return shared
}
