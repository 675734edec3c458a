import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { FeedEntry } from '../../content-schema/feed.ts'
import { articleToVariants } from '../../core/article-to-variants.ts'
import { articleToFeedEntry } from '../../core/feeds/article-to-feed-entry.ts'
import { likelyFindings } from '../../core/likely-findings.ts'
import { readArticle } from '../../core/read/read-article.ts'
import { verifyArticle } from '../../core/verify/verify-article.ts'
import { loadKnowledge } from '../../data/load-knowledge.ts'

const knowledge = loadKnowledge()
const fixtures = new URL('../../fixtures/articles/', import.meta.url)
const texts = readdirSync(fixtures).map(slug =>
  readFileSync(new URL(`${slug}/input.txt`, fixtures), 'utf8').slice(0, 2_500),
)
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]["”]?) /)

/** What wires, editors and converters do to a text; `at` (0..1) says where. */
const mutations: Readonly<Record<string, (text: string, at: number) => string>> = {
  none: text => text,
  dateline: (text, at) =>
    `${['PARIS, May 3 (Reuters)', 'FALSE PASS, Alaska', 'Will, Sept. 12 (AP)'][Math.floor(at * 3)]} - ${text}`,
  'a list': (text, at) =>
    sentencesOf(text)
      .map(sentence => `${['• ', '1. ', '- '][Math.floor(at * 3)]}${sentence}`)
      .join('\n'),
  'one line': text => text.replace(/\s+/g, ' '),
  'a line a sentence': text => sentencesOf(text).join('\n'),
  'its end first': text => sentencesOf(text).reverse().join(' '),
  'capitals only': text => text.toUpperCase(),
  'no capitals': text => text.toLowerCase(),
  'capitals everywhere': text => text.replace(/\b[a-z]/g, letter => letter.toUpperCase()),
  'no stops': text => text.replace(/[.,;:!?]/g, ''),
  'other blanks': text => text.replace(/ /g, '\u00a0\u2009'),
  'a quotation mark too many': (text, at) => insert(text, at, ' “'),
  'a half of a pair of units': (text, at) => insert(text, at, '\ud800'),
  'marks in words': (text, at) => insert(text, at, '\u00ad\u200b\u0301😀'),
  'a denial': (text, at) => insert(text, at, '. Nobody said that it was over. • No one knew'),
  'cut short': (text, at) => text.slice(0, Math.floor(text.length * at)),
}
const insert = (text: string, at: number, more: string): string =>
  text.slice(0, Math.floor(text.length * at)) + more + text.slice(Math.floor(text.length * at))

const mutated = fc.record({
  text: fc.constantFrom(...texts),
  names: fc.array(fc.constantFrom(...Object.keys(mutations)), { minLength: 1, maxLength: 2 }),
  at: fc.double({ min: 0, max: 0.99, noNaN: true }),
})

describe('an article, whatever was done to its text', () => {
  it('is read and can be published, or refused with a reason', () => {
    fc.assert(
      fc.property(mutated, ({ text, names, at }) => {
        const changed = names.reduce((sum, name) => mutations[name]?.(sum, at) ?? sum, text)
        const hints = { source: 'test', sourceId: '1', name: 'a.txt', receivedAt: '2031-06-15T12:00:00Z' }
        const read = readArticle(new TextEncoder().encode(changed), hints)
        if (!read.ok) {
          expect(read.problems).not.toEqual([])
          return
        }
        const all = articleToVariants(read.article, knowledge)
        for (const variants of [all, likelyFindings(all)]) {
          expect(verifyArticle(read.article, { blocks: read.article.blocks, ...variants })).toEqual([])
        }
        FeedEntry.parse(articleToFeedEntry(read.article, likelyFindings(all)))
      }),
      { numRuns: 150, seed: 1 },
    )
  })
})
