/**
 * Copies of training sentences as headlines write them (ALL CAPITALS, Title Case, no stop at the end), and quotation marks
 * as newsrooms set them (“ ”), which treebanks hardly have.
 */
import { pennOf } from '../../core/syntax/inventory.ts'
import type { TrainingSentence } from './read-treebank.ts'

const curledEvery = 2
const capitalsEvery = 24
const titleEvery = 24

/** Every second sentence with straight quotation marks gets curly ones. */
export const curlQuotes = (sentences: readonly TrainingSentence[]): TrainingSentence[] =>
  sentences.map((sentence, s) => (s % curledEvery === 0 ? curl(sentence) : sentence))

const curl = (sentence: TrainingSentence): TrainingSentence => {
  if (!sentence.text.includes('"')) return sentence
  const units = [...Array(sentence.text.length).keys()].map(i => sentence.text.charAt(i))
  for (let t = 0; t < sentence.tokens.count; t++) {
    const start = sentence.tokens.starts[t] ?? 0
    if (units[start] !== '"') continue
    units[start] = sentence.penn[t] === pennOf('``') ? '“' : '”'
  }
  return { ...sentence, text: units.join('') }
}

export const headlineCopies = (sentences: readonly TrainingSentence[]): TrainingSentence[] =>
  sentences.flatMap((sentence, s) => {
    if (s % capitalsEvery === 5) return copy(sentence, sentence.text.toUpperCase())
    if (s % titleEvery === 11) {
      return copy(
        sentence,
        sentence.text.replace(/\p{L}{4,}|^\p{L}+/gu, word => word.charAt(0).toUpperCase() + word.slice(1)),
      )
    }
    return []
  })

const copy = (sentence: TrainingSentence, text: string): TrainingSentence[] => {
  if (text.length !== sentence.text.length) return []
  return [withoutStop({ ...sentence, text })]
}

const withoutStop = (sentence: TrainingSentence): TrainingSentence => {
  const count = sentence.tokens.count
  const last = count - 1
  if (count < 2 || sentence.text.charAt(sentence.tokens.starts[last] ?? 0) !== '.') return sentence
  if (sentence.heads.includes(last) || sentence.heads[last] === count) return sentence
  return {
    ...sentence,
    tokens: {
      count: last,
      starts: sentence.tokens.starts.subarray(0, last),
      ends: sentence.tokens.ends.subarray(0, last),
    },
    penn: sentence.penn.slice(0, last),
    universal: sentence.universal.slice(0, last),
    heads: sentence.heads.slice(0, last).map(head => (head === count ? last : head)),
    relations: sentence.relations.slice(0, last),
  }
}
