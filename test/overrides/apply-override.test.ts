import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Edit } from '../../content-schema/override.ts'
import type { Variants } from '../../content-schema/variants.ts'
import { applyOverride } from '../../core/overrides/apply-override.ts'
import { verifyArticle } from '../../core/verify/verify-article.ts'
import { articleOf, harbourStory, harbourText, spanOf } from '../feeds/story.ts'

const { article, variants } = harbourStory()
const overrideOf = (...edits: readonly unknown[]): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      schemaVersion: 1,
      id: article.id,
      updatedAt: '2031-03-04T11:00:00Z',
      editor: 'ml',
      edits,
    }),
  )
const edit = (...edits: readonly Edit[]) => applyOverride(article, variants, overrideOf(...edits))
const quotesOf = ({ quotes }: Variants) =>
  quotes.map(({ text, speaker }) => [text.slice(0, 10), speaker?.name ?? null])

describe('applyOverride', () => {
  it('changes nothing where there is none', () => {
    expect(applyOverride(article, variants, null)).toEqual({ variants, edits: null })
  })

  it('mends a speaker, and moves the quote to them', () => {
    const { variants: edited, edits } = edit({
      kind: 'fix-speaker',
      quote: { text: 'nobody asked the fishermen' },
      speaker: { name: 'Ana Ruiz' },
    })
    expect(edits).toEqual({ updatedAt: '2031-03-04T11:00:00Z', applied: 1, stale: [] })
    expect(edited.quotes[1]).toMatchObject({
      speaker: { id: 'n-ana-ruiz', name: 'Ana Ruiz', role: 'the city engineer', mention: null },
      by: 'editor',
      confidence: 1,
    })
    expect(edited.speakers).toMatchObject([{ name: 'Ana Ruiz', quotes: variants.quotes.map(({ id }) => id) }])
  })

  it('takes a speaker whom the article does not know', () => {
    const { variants: edited } = edit({
      kind: 'fix-speaker',
      quote: { text: 'Nobody asked' },
      speaker: { name: 'Åsa Ek', role: 'chair of the guild' },
    })
    expect(edited.quotes[1]?.speaker).toEqual({
      id: 'editor-asa-ek',
      name: 'Åsa Ek',
      role: 'chair of the guild',
      kind: 'person',
      mention: null,
    })
    expect(edited.speakers.map(({ name, quotes }) => [name, quotes.length])).toEqual([
      ['Ana Ruiz', 1],
      ['Åsa Ek', 1],
    ])
  })

  it('keeps the mention where it is of the same person', () => {
    const { variants: edited } = edit({
      kind: 'fix-speaker',
      quote: { text: 'Nobody asked' },
      speaker: { name: 'Per-Erik Olsson', role: null },
    })
    expect(edited.quotes[1]?.speaker).toMatchObject({
      role: null,
      mention: spanOf(article.text, 'Per Olsson'),
    })
  })

  it('says that nobody is named', () => {
    const { variants: edited } = edit({ kind: 'fix-speaker', quote: { text: 'Nobody asked' }, speaker: null })
    expect(quotesOf(edited)).toEqual([
      ['We have re', 'Ana Ruiz'],
      ['Nobody ask', null],
    ])
  })

  it('drops a quote, and the speaker who said nothing else', () => {
    const { variants: edited } = edit({ kind: 'drop-quote', quote: { text: 'Nobody asked the fishermen,' } })
    expect(quotesOf(edited)).toEqual([['We have re', 'Ana Ruiz']])
    expect(edited.speakers.map(({ name }) => name)).toEqual(['Ana Ruiz'])
  })

  it('moves a place, by the name it is written with', () => {
    const { variants: edited } = edit({
      kind: 'move-place',
      place: 'gothenburg',
      to: { lat: 38.3, lon: -75.6, countryCode: 'US', name: 'Gothenburg, Delaware' },
    })
    expect(edited.places[0]).toMatchObject({
      name: 'Gothenburg, Delaware',
      asWritten: 'GOTHENBURG',
      lat: 38.3,
      lon: -75.6,
      geonameId: null,
      countryCode: 'US',
      by: 'editor',
      alternatives: [],
    })
  })

  it('doubts a point typed the wrong way round, and no longer what it doubted of the place before', () => {
    const doubted = { ...variants, limits: ['names: few', 'places: Kungälv (SE) is alone on its continent'] }
    const move = (lat: number, lon: number): readonly string[] =>
      applyOverride(
        article,
        doubted,
        overrideOf({ kind: 'move-place', place: 'Kungälv', to: { lat, lon, countryCode: 'SE' } }),
      ).variants.limits
    expect(move(57.87, 11.97)).toEqual(['names: few'])
    expect(move(11.97, 57.87)).toEqual([
      'names: few',
      'places: Kungälv was moved to 11.97, 57.87; latitude and longitude look swapped, expected 57.87, 11.97',
    ])
  })

  it('drops a place and a name', () => {
    const { variants: edited, edits } = edit(
      { kind: 'drop-place', place: 'Vinga' },
      { kind: 'drop-name', name: 'Per Olsson' },
    )
    expect(edits?.applied).toBe(2)
    expect(edited.places.map(({ name }) => name)).toEqual(['Gothenburg', 'Kungälv'])
    expect(edited.names.map(({ name }) => name)).toEqual(['Ana Ruiz'])
  })

  it('pins sentences first, and lets the least telling go', () => {
    const { variants: edited } = edit({ kind: 'pin-sentence', sentence: { text: 'the work in Kungälv' } })
    expect(edited.summary.sentences.map(({ text, rank, by }) => [text.slice(0, 12), rank, by])).toEqual([
      ['The harbour ', 2, 'test'],
      ['She added th', 1, 'editor'],
    ])
    expect(edited.summary.oneSentence).toBe('She added that the work in Kungälv had ended.')
  })

  it('takes a sentence out of the summary', () => {
    const { variants: edited } = edit({
      kind: 'drop-sentence',
      sentence: { text: 'against the spring storm' },
    })
    expect(edited.summary.sentences.map(({ rank }) => rank)).toEqual([1])
    expect(edited.summary.oneSentence).toContain('Ana Ruiz')
  })

  it('holds to words when the text moves, and when marks and blanks change', () => {
    const moved = articleOf(`New headline\n\nA new first paragraph.\n\n${harbourText.replaceAll('"', '“')}`)
    const shift = moved.text.length - article.text.length
    const found: Variants = {
      ...variants,
      quotes: variants.quotes.map(quote => ({
        ...quote,
        content: quote.content.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
      })),
    }
    const bytes = overrideOf({
      kind: 'drop-quote',
      quote: { text: '"Nobody  asked\nthe fishermen"'.replace('"', '').replace('"', '') },
    })
    expect(quotesOf(applyOverride(moved, found, bytes).variants)).toEqual([['We have re', 'Ana Ruiz']])
  })

  it('finds the quote when a better engine gives it other ends', () => {
    const wider = variants.quotes.map(quote => ({
      ...quote,
      content: quote.content.map(({ start, end }) => ({ start: start + 3, end: end - 2 })),
    }))
    const bytes = overrideOf({
      kind: 'fix-speaker',
      quote: { text: 'Nobody asked the fishermen,' },
      speaker: { name: 'Åsa Ek' },
    })
    const { edits, variants: edited } = applyOverride(article, { ...variants, quotes: wider }, bytes)
    expect(edits?.applied).toBe(1)
    expect(edited.quotes[1]?.speaker?.name).toBe('Åsa Ek')
  })

  it('is content where the engine no longer finds what the editor dropped', () => {
    const bytes = overrideOf({ kind: 'drop-quote', quote: { text: 'Nobody asked' } })
    const without = { ...variants, quotes: variants.quotes.slice(0, 1) }
    expect(applyOverride(article, without, bytes).edits).toMatchObject({ applied: 1, stale: [] })
  })

  const stale: readonly (readonly [string, Edit, string])[] = [
    [
      'words that are gone',
      { kind: 'drop-quote', quote: { text: 'We never said this' } },
      'does not say "We never said this"',
    ],
    [
      'words in the midst of a quote',
      { kind: 'drop-quote', quote: { text: 'Vinga light' } },
      'stands inside a longer quote',
    ],
    [
      'words outside any quote',
      { kind: 'fix-speaker', quote: { text: 'spring storm' }, speaker: null },
      'no quote holds',
    ],
    [
      'words in several places',
      { kind: 'pin-sentence', sentence: { text: 'harbour wall' } },
      'say in before or after',
    ],
    ['a place that is gone', { kind: 'drop-place', place: 'Uddevalla' }, 'does not say "Uddevalla"'],
    [
      'a place that was not found',
      { kind: 'move-place', place: 'harbour', to: { lat: 1, lon: 1 } },
      'no place is named',
    ],
    ['a name that is gone', { kind: 'drop-name', name: 'Olle Berg' }, 'does not say "Olle Berg"'],
  ]
  it.each(stale)('reports %s, and changes nothing', (_, wrong, message) => {
    const { variants: edited, edits } = edit(wrong)
    expect(edited).toEqual(variants)
    expect(edits).toMatchObject({
      applied: 0,
      stale: [
        {
          code: 'stale-override',
          path: 'edits[0]',
          level: 'warning',
          message: expect.stringContaining(message),
        },
      ],
    })
  })

  it('tells words in several places apart by what stands around them', () => {
    const { edits } = edit({
      kind: 'pin-sentence',
      sentence: { text: 'harbour wall', before: 'GOTHENBURG — The' },
    })
    expect(edits?.applied).toBe(1)
  })

  it.each([
    ['no JSON', new TextEncoder().encode('{'), 'bad-syntax'],
    [
      'another article',
      new TextEncoder().encode('{"schemaVersion":1,"id":"x","updatedAt":"2031-03-04T11:00:00Z","edits":[]}'),
      'inconsistent',
    ],
    [
      'an edit that there is not',
      overrideOf({ kind: 'rewrite-quote', quote: { text: 'a' } }),
      'inconsistent',
    ],
    [
      'a latitude that there is not',
      overrideOf({ kind: 'move-place', place: 'a', to: { lat: 91, lon: 0 } }),
      'too-long',
    ],
  ])('reports an override that is %s', (_, bytes, code) => {
    const { variants: edited, edits } = applyOverride(article, variants, bytes)
    expect(edited).toBe(variants)
    expect(edits?.stale[0]?.code).toBe(code)
  })

  it('leaves findings verbatim, whatever the edits', () => {
    const words = fc
      .tuple(fc.nat(article.text.length - 1), fc.integer({ min: 1, max: 60 }))
      .map(([start, length]) => article.text.slice(start, start + length))
      .filter(text => text.trim() !== '')
    const anyEdit = fc.oneof(
      words.map(text => ({ kind: 'drop-quote', quote: { text } })),
      words.map(text => ({ kind: 'fix-speaker', quote: { text }, speaker: { name: text } })),
      words.map(text => ({ kind: 'pin-sentence', sentence: { text } })),
      words.map(text => ({ kind: 'drop-sentence', sentence: { text } })),
      words.map(place => ({ kind: 'drop-place', place })),
      words.map(place => ({ kind: 'move-place', place, to: { lat: 0, lon: 0 } })),
    )
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 6 }), edits => {
        const { variants: edited } = applyOverride(article, variants, overrideOf(...edits))
        expect(verifyArticle(article, edited)).toEqual([])
        const ranks = edited.summary.sentences.map(({ rank }) => rank).sort((a, b) => a - b)
        expect(ranks).toEqual(ranks.map((_, i) => i + 1))
      }),
    )
  })
})
