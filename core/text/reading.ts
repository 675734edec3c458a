/**
 * What every room reads: the text, its blocks, its tokens and its sentences, found once an article.
 */
import type { Block } from '../../content-schema/article.ts'
import { cutSentences } from './sentences.ts'
import { findTokens, type Tokens } from './tokens.ts'

/** A sentence: text.slice(start, end), tokens [firstToken, endToken), in blocks[block]. */
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
  let token = 0
  blocks.forEach((block, blockIndex) => {
    while (token < tokens.count && (tokens.starts[token] ?? 0) < block.start) token++
    const first = token
    while (token < tokens.count && (tokens.starts[token] ?? 0) < block.end) token++
    cutSentences(text, tokens, first, token, (firstToken, endToken) => {
      sentences.push({
        start: tokens.starts[firstToken] ?? 0,
        end: tokens.ends[endToken - 1] ?? 0,
        block: blockIndex,
        firstToken,
        endToken,
      })
    })
  })
  return { text, blocks, tokens, sentences }
}

/** The words of token i. */
export const tokenText = (reading: Reading, i: number): string =>
  reading.text.slice(reading.tokens.starts[i], reading.tokens.ends[i])
