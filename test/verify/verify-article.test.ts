import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Variants } from '../../content-schema/variants.ts'
import { verifyArticle } from '../../core/verify/verify-article.ts'
import { harbourStory } from '../feeds/story.ts'

const { article, variants } = harbourStory()
const first = <Finding>(findings: readonly Finding[]): Finding => {
  const [finding] = findings
  if (finding === undefined) throw new Error('none')
  return finding
}
const quote = first(variants.quotes)
const place = first(variants.places)
const sentence = first(variants.summary.sentences)
const speaker = first(variants.speakers)

describe('verifyArticle', () => {
  it('has nothing against findings that are verbatim', () => {
    expect(verifyArticle(article, { blocks: article.blocks, ...variants })).toEqual([])
  })

  const lies: readonly (readonly [string, Partial<Variants>, string, string])[] = [
    [
      'a summary sentence in other words',
      { summary: { ...variants.summary, sentences: [{ ...sentence, text: 'The wall holds.' }] } },
      'not-verbatim',
      'summary.sentences[0]',
    ],
    [
      'one sentence that nobody wrote',
      { summary: { ...variants.summary, oneSentence: 'The wall fell.' } },
      'not-verbatim',
      'summary.oneSentence',
    ],
    [
      'a quote with a word more',
      { quotes: [{ ...quote, text: `${quote.text} indeed` }] },
      'not-verbatim',
      'quotes[0]',
    ],
    [
      'a quote of two spans whose text has one',
      { quotes: [{ ...quote, content: [...quote.content, { start: 0, end: 3 }] }] },
      'not-verbatim',
      'quotes[0]',
    ],
    [
      'a cue behind the end',
      { quotes: [{ ...quote, cue: { start: 9_000, end: 9_004 } }] },
      'misplaced',
      'quotes[0].cue[0]',
    ],
    ['an empty span', { quotes: [{ ...quote, cue: { start: 5, end: 5 } }] }, 'misplaced', 'quotes[0].cue[0]'],
    [
      'a span that runs backwards',
      { places: [{ ...place, mentions: [{ start: 9, end: 4 }] }] },
      'misplaced',
      'places[0].mentions[0]',
    ],
    [
      'a place that is not written so',
      { places: [{ ...place, asWritten: 'Göteborg' }] },
      'not-verbatim',
      'places[0].asWritten',
    ],
    [
      'a quote of a place that is not there',
      { quotes: [{ ...quote, places: ['p-nowhere'] }] },
      'inconsistent',
      'quotes[0]',
    ],
    [
      'a speaker of a quote that is not there',
      { speakers: [{ ...speaker, quotes: ['q-none'] }] },
      'inconsistent',
      'speakers[0]',
    ],
  ]
  it.each(lies)('finds %s', (_, lie, code, path) => {
    const problems = verifyArticle(article, { ...variants, ...lie })
    expect(problems).toContainEqual(expect.objectContaining({ code, path }))
  })

  it('finds a text that is not the one its hash names', () => {
    const changed = { ...article, text: article.text.replace('hold', 'fall') }
    expect(verifyArticle(changed, {})).toEqual([
      expect.objectContaining({ code: 'inconsistent', path: 'revision.textHash' }),
    ])
  })

  it('takes a name that runs over the end of a line', () => {
    const at = article.text.indexOf('\n\nGOTHENBURG') - 4
    const broken = { ...place, asWritten: 'says GOTHENBURG', mentions: [{ start: at, end: at + 16 }] }
    expect(verifyArticle(article, { places: [broken] })).toEqual([])
  })

  it('finds every sentence that one letter was changed in', () => {
    fc.assert(
      fc.property(fc.nat(sentence.text.length - 1), at => {
        const text = `${sentence.text.slice(0, at)}\u00a4${sentence.text.slice(at + 1)}`
        const summary = { ...variants.summary, sentences: [{ ...sentence, text }] }
        return verifyArticle(article, { summary }).some(({ code }) => code === 'not-verbatim')
      }),
    )
  })
})
