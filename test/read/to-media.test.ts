import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Media } from '../../content-schema/media.ts'
import { readArticle } from '../../core/read/read-article.ts'
import { mediaList, toMedia } from '../../core/read/to-media.ts'

const nothing = { contentType: null, width: null, height: null, caption: null, credit: null }
const mediaOf = (text: string, contentType: string) => {
  const hints = { source: 'wire', sourceId: 'a', receivedAt: '2031-03-04T10:00:00Z', contentType }
  const read = readArticle(new TextEncoder().encode(text), hints)
  return read.ok ? (read.article.media ?? []) : read.problems
}

describe('toMedia', () => {
  it.each([
    [{ url: 'https://i.example/a.jpg' }, { ...nothing, kind: 'image', url: 'https://i.example/a.jpg' }],
    [
      { url: 'https://i.example/a', kind: 'picture' },
      { ...nothing, kind: 'image', url: 'https://i.example/a' },
    ],
    [
      { url: 'https://i.example/a', contentType: 'video/mp4', width: '640', height: 0 },
      { ...nothing, kind: 'video', url: 'https://i.example/a', contentType: 'video/mp4', width: 640 },
    ],
    [{ url: 'ftp://i.example/a.jpg' }, null],
    [{ url: 'a.jpg' }, null],
    [{ url: null, kind: 'image' }, null],
    [{ url: 'https://i.example/a.pdf' }, null],
  ])('of %j is %j', (found, media) => {
    expect(toMedia(found)).toEqual(media)
  })

  it('names each address once', () => {
    const url = 'https://i.example/a.jpg'
    expect(mediaList([{ url }, { url, caption: 'again' }])).toHaveLength(1)
  })

  it('gives what the schema takes, whatever was found', () => {
    const text = fc.option(fc.oneof(fc.string(), fc.webUrl(), fc.constant('image/png')))
    const anyFound = fc.record({
      url: text,
      kind: text,
      contentType: text,
      width: fc.anything(),
      height: fc.anything(),
      caption: text,
      credit: text,
    })
    fc.assert(
      fc.property(anyFound, found => {
        const media = toMedia(found)
        if (media !== null) expect(Media.safeParse(media).success).toBe(true)
      }),
    )
  })
})

describe('the pictures of an article', () => {
  it('are read from ninjs: the largest rendition, with caption and credit', () => {
    const ninjs = {
      uri: 'urn:news:1',
      type: 'text',
      headlines: [{ value: 'Harbour wall holds' }],
      bodies: [{ contentType: 'text/plain', value: 'The wall held through the night, the engineer said.' }],
      associations: [
        {
          name: 'main',
          uri: 'urn:pic:1',
          type: 'picture',
          descriptions: [{ role: 'caption', value: 'The wall at dawn' }],
          infoSources: [{ name: 'Mia Lund' }],
          renditions: [
            { name: 'thumb', href: 'https://i.example/t.jpg', contentType: 'image/jpeg', width: 100 },
            {
              name: 'full',
              href: 'https://i.example/f.jpg',
              contentType: 'image/jpeg',
              width: 2000,
              height: 1000,
            },
          ],
        },
      ],
    }
    expect(mediaOf(JSON.stringify(ninjs), 'application/json')).toEqual([
      {
        kind: 'image',
        url: 'https://i.example/f.jpg',
        contentType: 'image/jpeg',
        width: 2000,
        height: 1000,
        caption: 'The wall at dawn',
        credit: 'Mia Lund',
      },
    ])
  })

  it('are read from a feed: Media RSS and enclosures', () => {
    const rss = `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><item>
      <title>Harbour wall holds</title><description>The wall held through the night, the engineer said.</description>
      <media:content url="https://i.example/f.jpg" medium="image" width="800"><media:credit>Mia Lund</media:credit></media:content>
      <enclosure url="https://i.example/talk.mp3" type="audio/mpeg" length="9"/>
    </item></channel></rss>`
    expect(mediaOf(rss, 'application/rss+xml')).toMatchObject([
      { kind: 'image', url: 'https://i.example/f.jpg', width: 800, credit: 'Mia Lund' },
      { kind: 'audio', url: 'https://i.example/talk.mp3', contentType: 'audio/mpeg' },
    ])
  })

  it.each([
    [
      'Open Graph',
      '<meta property="og:image" content="https://i.example/f.jpg"><meta property="og:image:width" content="1200">',
      { width: 1200 },
    ],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@type":"NewsArticle","image":[{"@type":"ImageObject","url":"https://i.example/f.jpg","caption":"Dawn","creator":{"name":"Mia Lund"}}]}</script><meta property="og:image" content="https://i.example/logo.png">',
      { caption: 'Dawn', credit: 'Mia Lund' },
    ],
  ])('are read from the %s of a page', (_, head, about) => {
    const page = `<!doctype html><html><head><title>Harbour wall holds</title>${head}</head><body><article><h1>Harbour wall holds</h1>
      <p>The wall held through the night, the engineer said, and the boats came back in the morning.</p></article></body></html>`
    expect(mediaOf(page, 'text/html')).toEqual([
      expect.objectContaining({ kind: 'image', url: 'https://i.example/f.jpg', ...about }),
    ])
  })

  it('do not turn an article away when they are nonsense', () => {
    const rss = `<rss version="2.0"><channel><title>T</title><item><title>Harbour wall holds</title>
      <description>The wall held through the night, the engineer said.</description>
      <enclosure url="not an address" type="???"/></item></channel></rss>`
    expect(mediaOf(rss, 'application/rss+xml')).toEqual([])
  })
})

describe('an embargo', () => {
  it('of ninjs 3 is kept', () => {
    const hints = {
      source: 'wire',
      sourceId: 'a',
      receivedAt: '2031-03-04T10:00:00Z',
      contentType: 'application/json',
    }
    const ninjs = {
      uri: 'urn:news:1',
      versionCreated: '2031-03-04T09:00:00Z',
      embargoedUntil: '2031-03-05T09:00:00Z',
      headlines: [{ value: 'Harbour wall holds' }],
      bodies: [{ value: 'The wall held through the night, the engineer said.' }],
    }
    const read = readArticle(new TextEncoder().encode(JSON.stringify(ninjs)), hints)
    expect(read).toMatchObject({ ok: true, article: { embargoedUntil: '2031-03-05T09:00:00Z' } })
  })
})
