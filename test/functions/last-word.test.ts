import { describe, expect, it } from '@jest/globals'
import { ArticleDocument } from '../../content-schema/documents.ts'
import { QuoteFeed } from '../../content-schema/json-feed.ts'
import type { Edit } from '../../content-schema/override.ts'
import { lightVariants } from './light-variants.ts'
import { openNewsroom } from './newsroom.ts'
import { story } from './stories.ts'

const overrideOf = (...edits: Edit[]): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({ schemaVersion: 1, id: 'bridge-1', updatedAt: '2031-03-04T11:00:00Z', edits }),
  )
const deliverOverride = async (
  newsroom: ReturnType<typeof openNewsroom>,
  bytes: Uint8Array,
): Promise<void> => {
  await newsroom.services.inbox.write('overrides/bridge-1.json', bytes, { contentType: 'application/json' })
  await newsroom.cloud.settle()
}
const openWith = async (article = story()) => {
  const newsroom = openNewsroom()
  await newsroom.deliver('incoming/wire/bridge-1.json', JSON.stringify(article))
  await newsroom.cloud.settle()
  const document = async () =>
    ArticleDocument.parse(await newsroom.contentJson('articles/bridge-1/article.json'))
  return { newsroom, document }
}
const fixSpeaker: Edit = {
  kind: 'fix-speaker',
  quote: { text: 'We will rebuild' },
  speaker: { name: 'Luis Ruiz', role: 'mayor' },
}

describe('an editor', () => {
  it('has the last word, in the documents and in the feeds, with the date of the edit', async () => {
    const { newsroom, document } = await openWith()
    await deliverOverride(newsroom, overrideOf(fixSpeaker))
    const { quotes, edits, corrections } = await document()
    expect(quotes[0]?.speaker).toMatchObject({ name: 'Luis Ruiz', role: 'mayor' })
    expect(edits).toEqual({ updatedAt: '2031-03-04T11:00:00Z', applied: 1, stale: [] })
    expect(corrections[0]).toMatchObject({
      by: 'editor',
      at: '2031-03-04T11:00:00Z',
      changes: [{ kind: 'reattributed', before: 'Ana Ruiz', after: 'Luis Ruiz' }],
    })
    const feed = QuoteFeed.parse(await newsroom.contentJson('feeds/speakers/luis-ruiz.json'))
    expect(feed.items).toMatchObject([
      { content_text: 'We will rebuild', date_modified: '2031-03-04T11:00:00Z' },
    ])
    expect(await newsroom.contentJson('feeds/speakers/ana-ruiz.json')).toBeNull()
  })

  it('keeps it when a new revision comes', async () => {
    const { newsroom, document } = await openWith()
    await deliverOverride(newsroom, overrideOf(fixSpeaker))
    const revised = story({ updatedAt: '2031-03-04T13:00:00Z', words: 'We will rebuild it all' })
    await newsroom.deliver('incoming/wire/bridge-1-b.json', JSON.stringify(revised))
    await newsroom.cloud.settle()
    const { quotes, corrections } = await document()
    expect(quotes[0]).toMatchObject({ text: 'We will rebuild it all', speaker: { name: 'Luis Ruiz' } })
    expect(corrections[0]).toMatchObject({
      by: 'source',
      changes: expect.arrayContaining([expect.objectContaining({ subject: 'quote', kind: 'reworded' })]),
    })
  })

  it('is told when the article no longer says what the edit points at', async () => {
    const { newsroom, document } = await openWith()
    await deliverOverride(newsroom, overrideOf(fixSpeaker))
    const revised = story({ updatedAt: '2031-03-04T13:00:00Z', words: 'It is over' })
    await newsroom.deliver('incoming/wire/bridge-1-b.json', JSON.stringify(revised))
    await newsroom.cloud.settle()
    const { quotes, edits } = await document()
    expect(quotes[0]?.speaker?.name).toBe('Ana Ruiz')
    expect(edits?.stale).toEqual([expect.objectContaining({ code: 'stale-override', path: 'edits[0]' })])
    expect(newsroom.log).toContainEqual(expect.objectContaining({ level: 'warn', message: 'stale override' }))
    expect(newsroom.counts.get('OverridesStale')).toBeGreaterThan(0)
  })

  it('can take it back', async () => {
    const { newsroom, document } = await openWith()
    await deliverOverride(newsroom, overrideOf(fixSpeaker))
    await deliverOverride(newsroom, overrideOf())
    expect((await document()).quotes[0]?.speaker?.name).toBe('Ana Ruiz')
  })
})

describe('what is not verbatim', () => {
  it('is not published, and lands among the dead letters', async () => {
    const newsroom = openNewsroom({
      findVariants: article => {
        const found = lightVariants(article)
        return { ...found, quotes: found.quotes.map(quote => ({ ...quote, text: `${quote.text} soon` })) }
      },
    })
    await newsroom.deliver('incoming/wire/bridge-1.json', JSON.stringify(story()))
    const { deadLetters } = await newsroom.cloud.settle()
    expect(deadLetters).toMatchObject([{ queue: 'extract' }])
    expect(await newsroom.keys(newsroom.services.content, 'articles/')).toEqual([])
    expect(newsroom.log).toContainEqual(
      expect.objectContaining({
        level: 'error',
        message: 'not verbatim',
        fields: expect.objectContaining({ problems: ['not-verbatim at quotes[0]'] }),
      }),
    )
  })

  it('leaves what was published before as it is', async () => {
    let isBroken = false
    const newsroom = openNewsroom({
      findVariants: article => {
        const found = lightVariants(article)
        return isBroken
          ? { ...found, summary: { ...found.summary, oneSentence: 'Nobody wrote this' } }
          : found
      },
    })
    await newsroom.deliver('incoming/wire/bridge-1.json', JSON.stringify(story()))
    await newsroom.cloud.settle()
    const before = await newsroom.contentJson('articles/bridge-1/article.json')
    isBroken = true
    const revised = story({ updatedAt: '2031-03-04T13:00:00Z', words: 'It is over' })
    await newsroom.deliver('incoming/wire/bridge-1-b.json', JSON.stringify(revised))
    await newsroom.cloud.settle()
    expect(await newsroom.contentJson('articles/bridge-1/article.json')).toEqual(before)
  })
})
