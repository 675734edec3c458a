/**
 * What is measured on: the fixtures, and the annotated articles beside the project where they are there. Seeded, so
 * that two runs measure the same.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ReadableArticle } from '../core/article-to-variants.ts'
import { readPlainText } from '../core/read/read-plain-text.ts'

const fixtures = fileURLToPath(new URL('../fixtures/articles/', import.meta.url))
const annotated = fileURLToPath(new URL('../../shared/eval/data/', import.meta.url))

export interface BenchArticle extends ReadableArticle {
  readonly words: number
}

const toArticle = (id: string, text: string, title = ''): BenchArticle => {
  const draft = readPlainText(text, title)
  return {
    id,
    text: draft.text,
    blocks: [...draft.blocks],
    headline: draft.headline ?? '',
    standfirst: draft.standfirst ?? null,
    dateline: draft.dateline ?? null,
    language: 'en',
    words: draft.text.split(/\s+/).length,
  }
}

export const fixtureArticles = (): BenchArticle[] =>
  readdirSync(fixtures).map(slug => toArticle(slug, readFileSync(join(fixtures, slug, 'input.txt'), 'utf8')))

/** News articles of 500 to 700 words; the fixtures alone where nothing else is there. */
export const typicalArticles = (): BenchArticle[] => {
  const more = existsSync(annotated)
    ? ['quotes-polnear', 'places-gwn', 'summary-cnn'].flatMap(set =>
        readFileSync(join(annotated, `${set}.jsonl`), 'utf8')
          .split('\n')
          .filter(Boolean)
          .slice(0, 250)
          .map(line => {
            const { id, title, text } = JSON.parse(line)
            return toArticle(String(id), String(text), title ?? '')
          }),
      )
    : []
  const typical = [...fixtureArticles(), ...more].filter(({ words }) => words >= 500 && words <= 700)
  return typical.length > 0 ? typical.slice(0, 120) : fixtureArticles()
}

/** A text of about so many words, from paragraphs of the fixtures in a seeded order. */
export const articleOfWords = (words: number, seed = 1): BenchArticle => {
  const paragraphs = fixtureArticles().flatMap(article =>
    article.blocks
      .filter(block => block.kind === 'paragraph')
      .map(block => article.text.slice(block.start, block.end)),
  )
  const next = seededChance(seed)
  const chosen: string[] = []
  for (let sum = 0; sum < words; ) {
    const paragraph = paragraphs[Math.floor(next() * paragraphs.length)] ?? ''
    chosen.push(paragraph)
    sum += paragraph.split(/\s+/).length
  }
  return toArticle(`words-${words}`, chosen.join('\n\n'))
}

/** Mulberry32: 0..1, the same row for the same seed. */
export const seededChance = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
