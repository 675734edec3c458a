import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { build } from 'esbuild'
import { checkShape } from '../../client/shape.ts'
import { shapes } from '../../client/shapes.ts'
import { articleToDocuments } from '../../core/feeds/article-to-documents.ts'
import { clientShapes } from '../../desk/client-shapes.ts'
import { harbourStory } from '../feeds/story.ts'

const { article, variants } = harbourStory()
const [last] = articleToDocuments(article, variants, { baseUrl: 'https://content.example' }).slice(-1)
const document = JSON.parse(last?.body ?? '')

describe("the client's shapes", () => {
  it('are those of the zod schemas (npm run schema)', () => {
    expect(readFileSync(new URL('../../client/shapes.ts', import.meta.url), 'utf8')).toBe(clientShapes())
  })

  it('take a document, and one that a newer server has widened', () => {
    expect(checkShape(document, shapes.article)).toEqual([])
    expect(checkShape({ ...document, mood: 'grave' }, shapes.article)).toEqual([])
  })

  it.each([
    ['no object', 7, '', 'the document is not an object: got 7'],
    [
      'a field that is missing',
      { ...document, quotes: undefined },
      'quotes',
      'quotes is not a list: got nothing',
    ],
    [
      'a text for a number',
      { ...document, summary: { ...document.summary, words: '9' } },
      'summary.words',
      'summary.words is not a whole number: got "9"',
    ],
    [
      'a wrong part of a list',
      { ...document, places: [7] },
      'places[0]',
      'places[0] is not an object: got 7',
    ],
    [
      'another kind',
      { ...document, blocks: [{ kind: 'poem', start: 0, end: 1 }] },
      'blocks[0].kind',
      'blocks[0].kind is not one of headline, standfirst',
    ],
    [
      'null where none may be',
      { ...document, headline: null },
      'headline',
      'headline is not a string: got null',
    ],
  ])('refuse %s', (_, wrong, path, message) => {
    const [problem] = checkShape(wrong, shapes.article)
    expect(problem).toMatchObject({ path, message: expect.stringContaining(message) })
  })
})

describe('the client as it is loaded', () => {
  it('is under 5 KB gzipped, with everything that it needs', async () => {
    const entry = new URL('../../client/copydesk-client.ts', import.meta.url).pathname
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
    })
    const [bundle] = outputFiles
    expect(gzipSync(bundle?.contents ?? '', { level: 9 }).length).toBeLessThan(5_000)
    expect(bundle?.text).not.toMatch(/\bfrom\s*"/)
    expect(bundle?.text).not.toContain('node:')
  })
})
