import { describe, expect, it } from '@jest/globals'
import type { DisplayEdit, Summary } from '../../content-schema/summary.ts'
import { cutAtClause } from '../../core/summary/cut-at-clause.ts'
import { displaySentence } from '../../core/summary/display-sentence.ts'
import { openStory } from '../../core/summary/open-story.ts'
import { verifyDisplays } from '../../core/summary/verify-summary.ts'
import { openReading } from '../../core/text/reading.ts'
import { filler, quoteIn, summaryOf } from './read-summary.ts'

/** The sentence cut to so many words, or null where it cannot be. */
const cut = (text: string, mostWords = 12): string | null => {
  const reading = openReading(text, [{ kind: 'paragraph', start: 0, end: text.length }])
  const story = openStory(reading, { headline: '', standfirst: null, names: [], places: [], quotes: [] })
  const [sentence] = story.sentences
  if (!sentence) return null
  const whole = displaySentence(reading, story.sentences, 0, { names: [], quotes: [] }, 0)
  return cutAtClause(reading, sentence, whole, mostWords)?.text ?? null
}

describe('what is cut away', () => {
  const main = 'The ferry to the islands sank off Leith'
  const allowed: readonly (readonly [string, string])[] = [
    [`${main}, after its engine room flooded overnight.`, `${main}.`],
    [`${main}; two tugs reached it by noon.`, `${main}.`],
    [`(AP) — ${main}, where it had its berth.`, `${main}.`],
  ]
  it.each(allowed)('is a clause that nothing hangs on: %s', (text, expected) => {
    expect(cut(text)).toBe(expected)
  })

  // what would be lost                      sentence
  const kept: readonly (readonly [string, string])[] = [
    ['a denial', `${main}, which its owners denied on Monday.`],
    ['an allegation', `${main}, after its captain had allegedly slept.`],
    ['a negation', `${main}, when it had not been inspected.`],
    ['a contracted negation', `${main}, when it hadn't been inspected.`],
    ['a condition', `${main}, which ends the service if no other is found.`],
    ['the source', `${main}, the coastguard said on Monday.`],
    ['the source, named by "according to"', `${main}, according to the coastguard on Monday.`],
    ['the source at the end of a clause', `${main}, after its engine flooded, the coastguard said.`],
    ['a contrast', `${main}, although all aboard were saved.`],
    ['a turn', `${main}, but all aboard were saved.`],
    ['doubt', `${main}, which could delay the season.`],
    ['a suspicion', `${main}, after a suspected leak.`],
    ['the rest of a quotation', `The owners told us "the ferry sank off Leith, after its engine flooded".`],
    ['the rest of a bracket', `The old ferry sank (the third one here, after two in May) off Leith.`],
    ['the main clause', 'The old ferry to the islands that was built here, which sank, was raised.'],
    ['half a list', `${main}, Granton, Newhaven and Cramond.`],
  ]
  it.each(kept)('is never %s', (_what, text) => {
    expect(cut(text)).toBeNull()
  })
})

describe('a quote in a summary', () => {
  const words = 'The bridge, the ferry, the road and the railway of this county will all be shut by May,'
  const story = `${filler(3)} "${words}" she said. Bridge, ferry, road and railway were built in 1911. ${filler(9)}`

  it('is never one whose speaker stands in another sentence', () => {
    const text = `"${words} and the county has no plan. Bridge, ferry, road and railway: all of it." Ana Ruiz shook her head over the county. ${filler(9)}`
    const { sentences, lengths } = summaryOf(text)
    const all = [
      ...sentences.map(s => s.text),
      lengths?.one.text,
      lengths?.three.text,
      lengths?.push?.text,
    ].join(' ')
    expect(all).not.toContain('county has no plan')
  })

  it('keeps a speaker who is a pronoun, with the name where the article gives it', () => {
    const text = `Ana Ruiz spoke. ${story}`
    const quote = quoteIn(text, words, { name: 'Ana Ruiz', mention: 'she' })
    const summary = summaryOf(text, { quotes: [quote], options: { budget: { words: 200 } } })
    expect(summary.lengths?.budget?.text).toContain('she [Ana Ruiz] said')
  })

  it('does not stand where quotes know that its speaker is elsewhere', () => {
    const opening = `“${words}”`
    const text = `${filler(3)} ${opening} Ana Ruiz did the talking. ${filler(9)}`
    const quote = quoteIn(text, words, { name: 'Ana Ruiz', mention: 'Ana Ruiz' })
    const summary = summaryOf(text, { quotes: [quote], options: { budget: { words: 500 } } })
    expect(JSON.stringify(summary)).not.toContain(words)
  })
})

describe('verify', () => {
  const text = 'Ana Ruiz spoke. She did not sign, the town said.'
  const summaryWith = (shown: string, edits: readonly DisplayEdit[]): Summary => ({
    sentences: [
      {
        start: 16,
        end: text.length,
        text: text.slice(16),
        rank: 1,
        score: 1,
        by: 'lead',
        display: { text: shown, edits: [...edits] },
      },
    ],
    oneSentence: '',
    words: 10,
    readingSeconds: 3,
  })
  const name: DisplayEdit = {
    kind: 'insert',
    at: 19,
    text: ' [Ana Ruiz]',
    source: { start: 0, end: 8 },
    why: 'name',
  }

  it('accepts a name that the article gives', () => {
    expect(verifyDisplays(text, summaryWith('She [Ana Ruiz] did not sign, the town said.', [name]))).toEqual(
      [],
    )
  })

  const refused: readonly (readonly [string, string, readonly DisplayEdit[]])[] = [
    ['words that no edit gives', 'She signed.', []],
    ['a lost "not"', 'She did sign, the town said.', [{ kind: 'delete', start: 24, end: 28, why: 'clause' }]],
    ['a lost source', 'She did not sign.', [{ kind: 'delete', start: 32, end: 47, why: 'clause' }]],
    [
      'a link that is none',
      'did not sign, the town said.',
      [{ kind: 'delete', start: 16, end: 20, why: 'link' }],
    ],
    [
      'a name that its source does not say',
      'She [Tom] did not sign, the town said.',
      [{ ...name, text: ' [Tom]' }],
    ],
    ['a name without a source', 'She [Ana Ruiz] did not sign, the town said.', [{ ...name, source: null }]],
    [
      'a letter that was not there',
      'Xhe did not sign, the town said.',
      [
        { kind: 'delete', start: 16, end: 17, why: 'capital' },
        { kind: 'insert', at: 17, text: 'X', source: null, why: 'capital' },
      ],
    ],
    ['an edit outside the sentence', text.slice(16), [{ kind: 'delete', start: 0, end: 3, why: 'link' }]],
  ]
  it.each(refused)('refuses %s', (_what, shown, edits) => {
    expect(verifyDisplays(text, summaryWith(shown, edits))).not.toEqual([])
  })
})
