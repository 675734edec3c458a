import { describe, expect, it } from '@jest/globals'
import type { Article } from '../../../content-schema/article.ts'
import type { Variants } from '../../../content-schema/variants.ts'
import { reportOf, reprocessingDoor } from '../../../functions/reprocessing/reprocessing-door.ts'
import { StoreError } from '../../../functions/store/store.ts'
import { lightVariants } from '../light-variants.ts'
import { openNewsroom } from '../newsroom.ts'
import { story } from '../stories.ts'

/** A newer engine: it knows everybody's role, moves France and overlooks Peru. */
const newerVariants = (article: Article): Variants => {
  const variants = lightVariants(article)
  return {
    ...variants,
    quotes: variants.quotes.map(quote => ({
      ...quote,
      places: quote.places.filter(id => id !== 'place-Peru'),
      speaker: quote.speaker && { ...quote.speaker, role: 'mayor' },
    })),
    places: variants.places
      .filter(({ name }) => name !== 'Peru')
      .map(place => (place.name === 'France' ? { ...place, lat: 47 } : place)),
  }
}

/** Articles published by one engine, and a door with another. */
const openArchive = async (engine: (article: Article) => Variants = newerVariants) => {
  let findVariants = lightVariants
  const newsroom = openNewsroom({ findVariants: article => findVariants(article) })
  const countries = ['France', 'Kenya', 'Peru', 'Japan']
  for (const [at, country] of countries.entries()) {
    await newsroom.deliver(`incoming/wire/${at}.json`, JSON.stringify(story({ id: `a-${at}`, country })))
  }
  const held = story({ id: 'a-held', status: 'withheld' })
  await newsroom.deliver('incoming/wire/held.json', JSON.stringify(held))
  await newsroom.cloud.settle()
  findVariants = engine
  return newsroom
}
const allKeys = ['a-0', 'a-1', 'a-2', 'a-3', 'a-held'].map(id => `articles/${id}.json`)
const batch = (isDryRun: boolean, keys: readonly string[] = allKeys) => ({
  Items: keys.map(Key => ({ Key, Size: 1, Etag: '"e"' })),
  BatchInput: { run: 'run-1', isDryRun },
})
const contentOf = async (newsroom: Awaited<ReturnType<typeof openArchive>>) =>
  (await newsroom.services.content.list('')).keys.map(({ key, etag }) => `${key} ${etag}`)

describe('reprocessing', () => {
  it('as a dry run tells field by field what would change, and changes nothing', async () => {
    const newsroom = await openArchive()
    const before = await contentOf(newsroom)
    const answer = await reprocessingDoor(newsroom.services)(batch(true))
    expect(answer).toMatchObject({
      isDryRun: true,
      articles: 5,
      hidden: 1,
      changed: 4,
      failed: 0,
      fields: { 'quotes.speaker': 4, 'places.lat': 1, 'places.removed': 1 },
    })
    expect(await newsroom.inboxJson(answer.report)).toMatchObject({
      fields: {
        'places.lat': { examples: [{ articleId: 'a-0', finding: 'France', before: '46', after: '47' }] },
        'quotes.speaker': {
          changed: 4,
          examples: [{ before: 'Ana Ruiz', after: 'Ana Ruiz, mayor' }, {}, {}],
        },
        'places.removed': { examples: [{ finding: 'Peru', before: 'Peru', after: null }] },
      },
    })
    expect(await contentOf(newsroom)).toEqual(before)
  })

  it('writes what the dry run told, and a second run finds nothing to change', async () => {
    const newsroom = await openArchive()
    const door = reprocessingDoor(newsroom.services)
    const told = await door(batch(true))
    const done = await door(batch(false))
    expect(done.fields).toEqual(told.fields)
    expect(await newsroom.contentJson('articles/a-0/places.json')).toMatchObject({ places: [{ lat: 47 }] })
    expect((await door(batch(false))).changed).toBe(0)
    expect((await door(batch(true))).changed).toBe(0)
  })

  it('reaches the feeds as any extraction does', async () => {
    const newsroom = await openArchive()
    await reprocessingDoor(newsroom.services)(batch(false))
    await newsroom.cloud.settle()
    const feed = await newsroom.services.content.read('feeds/latest.json')
    expect(new TextDecoder().decode(feed?.bytes)).toContain('mayor')
  })

  it('keeps out of sight what is', async () => {
    const newsroom = await openArchive()
    await reprocessingDoor(newsroom.services)(batch(false))
    expect(await newsroom.keys(newsroom.services.content, 'articles/a-held/')).toEqual([])
  })

  it('adds batches up to a report, however often one is done', async () => {
    const newsroom = await openArchive()
    const door = reprocessingDoor(newsroom.services)
    await door(batch(true, allKeys.slice(0, 2)))
    await door(batch(true, allKeys.slice(0, 2)))
    await door(batch(true, allKeys.slice(2)))
    expect(await door({ run: 'run-1', isDryRun: true })).toMatchObject({
      articles: 5,
      changed: 4,
      report: reportOf({ run: 'run-1' }),
      fields: { 'quotes.speaker': 4 },
    })
  })

  it('puts an article that cannot be read on the report and goes on', async () => {
    const newsroom = await openArchive(article => {
      if (article.id === 'a-1') throw new Error('lost the thread')
      return newerVariants(article)
    })
    const answer = await reprocessingDoor(newsroom.services)(batch(false))
    expect(answer).toMatchObject({ articles: 5, failed: 1, changed: 3 })
    expect(await newsroom.inboxJson(answer.report)).toMatchObject({
      failures: [{ articleId: 'a-1', message: 'lost the thread' }],
    })
  })

  it('fails the batch where the store fails, so that it comes again', async () => {
    const newsroom = await openArchive()
    const content = {
      ...newsroom.services.content,
      read: async () => {
        throw new StoreError('503')
      },
    }
    const door = reprocessingDoor({ ...newsroom.services, content })
    await expect(door(batch(false))).rejects.toThrow('503')
  })

  it.each([
    {},
    { Items: [], BatchInput: { run: 'r', isDryRun: true } },
    { run: '../other', isDryRun: true },
    { run: 'r' },
  ])('refuses the call %j', async call => {
    await expect(reprocessingDoor(openNewsroom().services)(call)).rejects.toThrow()
  })
})
