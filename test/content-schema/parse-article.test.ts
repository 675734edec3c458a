import { describe, expect, it } from '@jest/globals'
import { longestText } from '../../content-schema/bounds.ts'
import { parseArticle } from '../../content-schema/parse-article.ts'

const article = {
  schemaVersion: 1,
  id: 'floods-1a2b',
  source: 'wire',
  sourceId: 'floods.txt',
  url: 'https://news.example/floods',
  status: 'usable',
  language: 'en',
  revision: { updatedAt: '2031-03-04T09:30:00Z', textHash: 'a'.repeat(64) },
  headline: 'Floods',
  standfirst: null,
  bylines: ['Ana Ruiz'],
  dateline: null,
  credit: null,
  section: null,
  keywords: [],
  publishedAt: '2031-03-04T09:30:00+02:00',
  embargoedUntil: null,
  rights: null,
  text: 'Floods\n\nTwo bridges fell.',
  blocks: [
    { kind: 'headline', start: 0, end: 6 },
    { kind: 'paragraph', start: 8, end: 25 },
  ],
}

const problemsOf = (change: object): string[] => {
  const result = parseArticle({ ...article, ...change })
  return result.ok ? [] : result.problems.map(problem => `${problem.code} ${problem.path}`)
}

describe('parseArticle', () => {
  it('takes a right article as it is', () => {
    expect(parseArticle(article)).toEqual({ ok: true, article })
  })

  const cases: readonly (readonly [string, object, readonly string[]])[] = [
    ['a date in words', { publishedAt: 'yesterday' }, ['bad-format publishedAt']],
    ['a missing text', { text: undefined }, ['missing text']],
    [
      'an empty text',
      { text: '' },
      ['too-short text', 'inconsistent blocks[0].end', 'inconsistent blocks[1].end'],
    ],
    ['a text beyond the bound', { text: 'a'.repeat(longestText + 1) }, ['too-long text']],
    ['a status that is none', { status: 'live' }, ['not-allowed status']],
    ['an address that is none', { url: 'javascript:alert(1)' }, ['bad-format url']],
    ['a number for a headline', { headline: 7 }, ['wrong-type headline']],
    ['too many bylines', { bylines: Array.from({ length: 51 }, () => 'A') }, ['too-many bylines']],
    ['an id that would leave its folder', { id: '../secret' }, ['bad-format id']],
    ['fields that do not exist', { colour: 'red', mood: 1 }, ['unknown-field colour', 'unknown-field mood']],
    [
      'a field inside that does not exist',
      { revision: { ...article.revision, by: 'x' } },
      ['unknown-field revision.by'],
    ],
    [
      'a block beyond the text',
      { blocks: [{ kind: 'paragraph', start: 0, end: 26 }] },
      ['inconsistent blocks[0].end'],
    ],
    ['an empty block', { blocks: [{ kind: 'paragraph', start: 3, end: 3 }] }, ['inconsistent blocks[0].end']],
    [
      'blocks that overlap',
      {
        blocks: [
          { kind: 'paragraph', start: 0, end: 9 },
          { kind: 'note', start: 8, end: 12 },
        ],
      },
      ['inconsistent blocks[1].start'],
    ],
    [
      'a block that cuts a character',
      { text: 'a👍b', blocks: [{ kind: 'paragraph', start: 0, end: 2 }] },
      ['inconsistent blocks[0]'],
    ],
    [
      'several things at once',
      { headline: 7, status: 'live', colour: 'red', blocks: [{ kind: 'paragraph', start: 9, end: 2 }] },
      ['not-allowed status', 'wrong-type headline', 'unknown-field colour', 'inconsistent blocks[0].end'],
    ],
  ]
  it.each(cases)('lists every problem of %s', (_what, change, expected) => {
    expect(problemsOf(change)).toEqual(expected)
  })

  it.each([[null], [undefined], ['text'], [7], [[]]])('refuses %j as a whole', input => {
    expect(parseArticle(input).ok).toBe(false)
  })

  it('says what was got, what is allowed and how to mend it', () => {
    const result = parseArticle({ ...article, publishedAt: 'yesterday' })
    expect(result.ok ? '' : result.problems[0]?.message).toBe(
      'publishedAt is not an ISO date-time: got "yesterday", expected e.g. "2031-03-04T09:30:00Z".',
    )
  })

  it('lists at most a hundred problems and counts the rest', () => {
    const strange = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`x${i}`, 1]))
    const result = parseArticle({ ...article, headline: 7, ...strange })
    expect(result.ok ? [] : result.problems.length).toBe(100)
  })
})
