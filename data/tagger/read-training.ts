/**
 * Training sentences as the run time will see them: neighbours put together to a text, cut by our own tokeniser, the
 * labels spread over the new tokens.
 *
 *   ["US-led","talks"] B-LOC O -> US | - | led | talks, B-LOC O O O
 */

import type { Block } from '../../content-schema/article.ts'
import { labelCount } from '../../core/names/chain.ts'
import { nameStart } from '../../core/names/titles.ts'
import { openReading, type Reading } from '../../core/text/reading.ts'

/** One line of the training files. */
export interface TaggedSentence {
  readonly tokens: readonly string[]
  readonly tags: readonly string[]
  readonly source: string
}

/** Neighbouring sentences as one text, and the label of every token of its reading. */
export interface TaggedReading {
  readonly source: string
  readonly reading: Reading
  readonly labels: Uint8Array
}

const tags = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC', 'B-MISC', 'I-MISC']
if (tags.length !== labelCount) throw new Error('as many tags as labels are expected')

export type Recase = (sentence: string) => string

export const readSentences = (jsonl: string): TaggedSentence[] =>
  jsonl
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

/** Marks that stand without a blank before them, and after them. */
const clingsLeft = /^(?:[,.;:!?%)\]}’”]|\.\.\.|…|['’](?:s|S|re|ve|ll|d|m)|n['’]t|N['’]T)$/
const clingsRight = /^[([{$£€“‘@#]$/

/** The sentence as it was probably printed, and where each of its tokens stands in it. */
/** Sources that cut hyphened words: their hyphen between two words had no blanks. */
const cutsHyphens = /^(?:gum|uner)/
const wordLike = /^[\p{L}\p{N}]/u

export const joinTokens = (
  tokens: readonly string[],
  source = '',
): { text: string; starts: number[]; ends: number[] } => {
  let text = ''
  let isQuoteOpen = false
  let clings = true
  const starts: number[] = []
  const ends: number[] = []
  const isHyphen = (i: number): boolean =>
    tokens[i] === '-' &&
    cutsHyphens.test(source) &&
    wordLike.test(tokens[i - 1] ?? '') &&
    wordLike.test(tokens[i + 1] ?? '')
  for (const [i, raw] of tokens.entries()) {
    const token = raw === "'\"'" || raw === '``' || raw === "''" ? '"' : raw
    const isQuote = token === '"'
    const hasBlank = !clings && !isHyphen(i) && !clingsLeft.test(token) && !(isQuote && isQuoteOpen)
    if (hasBlank) text += ' '
    starts.push(text.length)
    text += token
    ends.push(text.length)
    clings = clingsRight.test(token) || isHyphen(i) || (isQuote && !isQuoteOpen)
    if (isQuote) isQuoteOpen = !isQuoteOpen
  }
  return { text, starts, ends }
}

/** Sentences of one source, read as one text. */
export const readTagged = (
  sentences: readonly TaggedSentence[],
  recase: Recase = text => text,
): TaggedReading => {
  const blocks: Block[] = []
  const names: { start: number; end: number; tag: string }[] = []
  let text = ''
  for (const sentence of sentences) {
    const joined = joinTokens(sentence.tokens, sentence.source)
    const start = text.length
    const recased = recase(joined.text)
    text += `${recased.length === joined.text.length ? recased : joined.text}\n`
    blocks.push({ kind: 'paragraph', start, end: text.length - 1 })
    sentence.tags.forEach((tag, i) => {
      if (tag === 'O') return
      const from = start + (joined.starts[i] ?? 0)
      const to = start + (joined.ends[i] ?? 0)
      const last = names.at(-1)
      if (tag.startsWith('I-') && last && last.tag === tag.slice(2) && last.end >= from - 1) last.end = to
      else names.push({ start: from, end: to, tag: tag.slice(2) })
    })
  }
  const reading = openReading(text, blocks)
  return { source: sentences[0]?.source ?? '', reading, labels: spreadLabels(reading, names) }
}

/** A token belongs to the name that holds its first unit; names that begin inside a token begin with it. */
const spreadLabels = (
  reading: Reading,
  names: readonly { start: number; end: number; tag: string }[],
): Uint8Array => {
  const { tokens } = reading
  const labels = new Uint8Array(tokens.count)
  const trimmed = (first: number, end: number): number => {
    let last = first
    while (last < tokens.count && (tokens.starts[last] ?? 0) < end) last++
    return nameStart(reading, first, last)
  }
  let i = 0
  for (const { start, end, tag } of names) {
    const begin = tags.indexOf(`B-${tag}`)
    while (i < tokens.count && (tokens.ends[i] ?? 0) <= start) i++
    if (tag === 'PER') i = trimmed(i, end)
    let label = begin
    while (i < tokens.count && (tokens.starts[i] ?? 0) < end) {
      labels[i++] = label
      label = begin + 1
    }
  }
  return labels
}
