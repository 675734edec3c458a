/**
 * Whole articles. `claims.json` is what a person read out of each fixture: it must hold. `variants.json` is all that
 * the pipeline gives, to be read as a diff (UPDATE=1 npm test -- test/fixtures writes it).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Article } from '../content-schema/article.ts'
import { Variants } from '../content-schema/variants.ts'
import { articleToVariants } from '../core/article-to-variants.ts'
import { likelyFindings } from '../core/likely-findings.ts'
import { readArticle } from '../core/read/read-article.ts'
import { loadKnowledge } from '../data/load-knowledge.ts'

const folder = new URL('../fixtures/articles/', import.meta.url).pathname
const knowledge = loadKnowledge()

interface Claims {
  readonly headline: string
  readonly dateline: string | null
  readonly bylines: readonly string[]
  /** Words that stand in a quote, and a name its speaker must hold ("a|b": either). */
  readonly quotes: readonly (readonly [string, string])[]
  /** Stretches that are not speech. */
  readonly notQuoted?: readonly string[]
  /** As written, to the country it lies in. */
  readonly places: Readonly<Record<string, string>>
  readonly notPlaces: readonly string[]
  readonly people: readonly string[]
  readonly organisations: readonly string[]
  /** Names that the article does not hold: cut ones, peoples, places. */
  readonly notNames?: readonly string[]
  /** What a person reads there and the pipeline does not, known and not hidden. */
  readonly missed?: readonly string[]
}

/** Without the breaks that do not break: claims are written with plain blanks. */
const plain = (text: string): string => text.replace(/\s+/g, ' ')

const read = (slug: string): Article => {
  const result = readArticle(readFileSync(join(folder, slug, 'input.txt')), {
    source: 'fixtures',
    sourceId: slug,
    receivedAt: '2031-01-02T03:04:05Z',
    name: 'input.txt',
  })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.article
}

describe.each(readdirSync(folder))('%s', slug => {
  const article = read(slug)
  const variants = likelyFindings(articleToVariants(article, knowledge))
  // written by hand beside the input; its shape is the one above
  const claims: Claims = JSON.parse(readFileSync(join(folder, slug, 'claims.json'), 'utf8'))
  const placeMentions = variants.places.flatMap(place =>
    place.mentions.map(mention => ({ text: plain(article.text.slice(mention.start, mention.end)), place })),
  )

  it('has its headline, dateline and bylines', () => {
    const { headline, dateline, bylines } = claims
    expect({ headline: article.headline, dateline: article.dateline, bylines: article.bylines }).toEqual({
      headline,
      dateline,
      bylines,
    })
  })

  it.each(claims.quotes)('quotes “%s” from %s', (words, name) => {
    const quote = variants.quotes.find(quote => plain(quote.text).includes(words))
    expect(quote?.speaker?.name ?? quote).toEqual(expect.stringMatching(new RegExp(name, 'i')))
  })

  it('takes nothing for speech that is none', () => {
    const spoken = variants.quotes.filter(quote => claims.notQuoted?.includes(quote.text))
    expect(spoken.map(quote => quote.text)).toEqual([])
  })

  it('puts its places into their countries', () => {
    const found = Object.keys(claims.places).map(written => {
      const mention = placeMentions.find(mention => mention.text === written)
      return [written, mention?.place.countryCode ?? (mention ? 'unresolved' : 'not found')]
    })
    expect(Object.fromEntries(found)).toEqual(claims.places)
  })

  it('puts no person and no organisation on the map', () => {
    const mapped = placeMentions.filter(
      ({ text, place }) => claims.notPlaces.includes(text) && place.lat !== null,
    )
    expect(mapped.map(({ text }) => text)).toEqual([])
  })

  it('names its people and organisations', () => {
    const named = (kind: string): string[] =>
      variants.names.filter(name => name.kind === kind).map(name => plain(name.name))
    for (const person of claims.people) expect(named('person').join('\n')).toContain(person)
    expect(named('organisation').join('\n')).toMatch(
      new RegExp(claims.organisations.map(name => `(?=[^]*${name})`).join('')),
    )
    const all = variants.names.map(({ name }) => plain(name))
    for (const name of claims.notNames ?? []) expect(all).not.toContain(name)
  })

  it('gives what it gave before, and only what the schema allows', () => {
    const path = join(folder, slug, 'variants.json')
    const text = `${JSON.stringify(variants, null, 2)}\n`
    expect(Variants.safeParse(variants).error).toBeUndefined()
    if (process.env.UPDATE) writeFileSync(path, text)
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(path, 'utf8')))
  })
})
