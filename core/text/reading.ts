/**
 * What every room reads: the text, its blocks, its tokens and its sentences, found once an article.
 */
import type { Block } from '../../content-schema/article.ts'
import { isLetterAt, isUpperAt } from './character-class.ts'
import { listMarker } from './list-marker.ts'
import { cutSentences } from './sentences.ts'
import { findTokens, type Tokens } from './tokens.ts'

/** A sentence: text.slice(start, end), tokens [firstToken, endToken), in blocks[block]. Without an item's bullet or number. */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly block: number
  readonly firstToken: number
  readonly endToken: number
}

export interface Reading {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly tokens: Tokens
  readonly sentences: readonly Sentence[]
}

/** Reads a text whose blocks are in order and do not overlap. Linear in its length. */
export const openReading = (text: string, blocks: readonly Block[]): Reading => {
  const tokens = findTokens(text)
  const sentences: Sentence[] = []
  const hasCase = hasCapitals(text)
  let token = 0
  blocks.forEach((block, blockIndex) => {
    const begin = block.start + markerLength(text, block)
    while (token < tokens.count && (tokens.starts[token] ?? 0) < begin) token++
    const first = token
    while (token < tokens.count && (tokens.starts[token] ?? 0) < block.end) token++
    const found = (firstToken: number, endToken: number): void => {
      sentences.push({
        start: tokens.starts[firstToken] ?? 0,
        end: tokens.ends[endToken - 1] ?? 0,
        block: blockIndex,
        firstToken,
        endToken,
      })
    }
    cutSentences(text, tokens, first, token, found, hasCase)
  })
  return { text, blocks, tokens, sentences }
}

const longestMarker = 8 // "(12)   "
const marker = new RegExp(`^(?:${listMarker}|[-–—]\\s+)`)

/** "• Two people were hurt", "2. No, she said": what marks an item of a list is no part of its sentence. */
const markerLength = (text: string, block: Block): number =>
  block.kind === 'listItem'
    ? (marker.exec(text.slice(block.start, Math.min(block.end, block.start + longestMarker)))?.[0].length ??
      0)
    : 0

const unitsThatTellCase = 4_000
const fewestCapitals = 0.004 // prose has one capital in 30 letters; a lower-cased text has a stray one at most

/** So many settle it, however many letters there are. */
const enoughCapitals = unitsThatTellCase * fewestCapitals

/** Whether the text is written with capitals: false for collections that were lower-cased. */
const hasCapitals = (text: string): boolean => {
  let letters = 0
  let capitals = 0
  for (let i = 0; i < Math.min(text.length, unitsThatTellCase); i++) {
    if (!isLetterAt(text, i)) continue
    letters++
    if (isUpperAt(text, i) && ++capitals > enoughCapitals) return true
  }
  return capitals > letters * fewestCapitals || letters === 0
}

/** The words of token i. */
export const tokenText = (reading: Reading, i: number): string =>
  reading.text.slice(reading.tokens.starts[i], reading.tokens.ends[i])
