/**
 * The sentences that tell the story, and what is worth knowing of each: not captions, credits, bylines, notes,
 * subheadings, nor the headline where it merely repeats, nor "Read more" and its like.
 */
import type { Block } from '../../content-schema/article.ts'
import type { Reading } from '../text/reading.ts'
import { countHeadSentences, findStrayHeadlines, isBoilerplate } from './boilerplate.ts'
import { type ContentWords, notWord } from './content-words.ts'
import { afterDateline } from './dateline.ts'

export interface StorySentence {
  /** Index in reading.sentences. */
  readonly index: number
  readonly start: number
  readonly end: number
  /** First token after a leading dateline. */
  readonly firstToken: number
  readonly endToken: number
  /** Words as a reader counts them. */
  readonly words: number
  /** Which block it stands in, and whether it is the first of it. */
  readonly block: number
  readonly opensBlock: boolean
}

export const findStorySentences = (reading: Reading, content: ContentWords): StorySentence[] => {
  const head = countHeadSentences(reading)
  const stray = findStrayHeadlines(reading)
  const told = collect(reading, content, (block, end) => isStory(reading.text, block, end)).filter(
    ({ index }) => index >= head && !stray.has(index),
  )
  return told.length > 0
    ? told
    : collect(reading, content, ({ kind }) => kind !== 'byline' && kind !== 'credit')
}

const collect = (
  reading: Reading,
  content: ContentWords,
  isTold: (block: Block, sentenceEnd: number) => boolean,
): StorySentence[] => {
  const found: StorySentence[] = []
  reading.sentences.forEach((sentence, index) => {
    const block = reading.blocks[sentence.block]
    if (!block || !isTold(block, sentence.end)) return
    const firstToken = afterDateline(reading, sentence)
    const words = countWords(reading, content, firstToken, sentence.endToken)
    if (words === 0 || isBoilerplate(reading, sentence)) return
    const opensBlock = reading.sentences[index - 1]?.block !== sentence.block
    found.push({
      index,
      start: sentence.start,
      end: sentence.end,
      firstToken,
      endToken: sentence.endToken,
      words,
      block: sentence.block,
      opensBlock,
    })
  })
  return found
}

const storyKinds: ReadonlySet<string> = new Set(['paragraph', 'blockquote', 'listItem', 'standfirst'])

/** Words of a standfirst without a stop are a second headline, not a sentence. */
const isStory = (text: string, { kind }: Block, sentenceEnd: number): boolean =>
  storyKinds.has(kind) && (kind !== 'standfirst' || endsInStop(text, sentenceEnd))

const endsInStop = (text: string, end: number): boolean =>
  /[.!?…]["'”’)]{0,2}\s*$/.test(text.slice(Math.max(0, end - 6), end))

/** Words as a reader counts them: "US-backed" is one, "didn't" is one, marks are none. */
export const countWords = (reading: Reading, content: ContentWords, first: number, end: number): number => {
  const { starts, ends } = reading.tokens
  let words = 0
  let lastEnd = -1
  for (let i = first; i < end; i++) {
    const touches = starts[i] === lastEnd
    if (content.at[i] === notWord) {
      if (touches && joins(reading.text.charCodeAt(starts[i] ?? 0))) lastEnd = ends[i] ?? 0
      continue
    }
    if (!touches && !isClitic(reading.text, starts[i] ?? 0, ends[i] ?? 0)) words++
    lastEnd = ends[i] ?? 0
  }
  return words
}

/** Hyphen, apostrophe, slash, ampersand. */
const joins = (code: number): boolean =>
  code === 45 ||
  code === 39 ||
  code === 0x2019 ||
  code === 47 ||
  code === 38 ||
  code === 0x2010 ||
  code === 0x2011

/** "'s", "n't": part of the word before, even where a blank was put between. */
const isClitic = (text: string, start: number, end: number): boolean => {
  const first = text.charCodeAt(start)
  if (first === 39 || first === 0x2019) return end - start <= 3
  return (
    end - start === 3 &&
    (first | 32) === 110 &&
    (text.charCodeAt(end - 1) | 32) === 116 &&
    end - start === 3 &&
    /[’']/.test(text.charAt(start + 1))
  )
}
