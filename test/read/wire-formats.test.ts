import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { asList, isRecord, readJson } from '../../core/read/read-json.ts'
import { articleOf, codesOf, partsOf, read } from './read-as.ts'

const fixture = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/inputs/${name}`, import.meta.url)))

describe('wire formats', () => {
  test('NewsML-G2', () => {
    const article = articleOf(fixture('ferry.newsml.xml'), 'a.xml')
    expect(partsOf(article)).toEqual([
      'headline: Ferry sails again',
      'standfirst: First boat in nine days.',
      'byline: Maeve Conneely',
      'paragraph: CLEGGAN, Ireland — The ferry sailed on Friday.',
      'caption: At the quay.',
      'credit: Tom Bell',
      'subheading: Repairs',
      'blockquote: It held.',
      'blockquote: Nuala Burke',
      'listItem: Two sailings',
    ])
    expect(article).toMatchObject({
      sourceId: 'urn:newsml:example.org:20261120:ferry',
      language: 'en-IE',
      dateline: 'CLEGGAN, Ireland',
      section: 'Shipping',
      rights: '© 2026 The Connacht Courier',
      publishedAt: '2026-11-20T09:30:00Z',
      revision: { updatedAt: '2026-11-20T11:05:00Z' },
    })
  })

  test('NITF', () => {
    const article = articleOf(fixture('ferry.nitf.xml'), 'a.xml')
    expect(partsOf(article)).toEqual([
      'headline: Ferry sails again',
      'standfirst: First boat in nine days.',
      'byline: By Maeve Conneely',
      'paragraph: CLEGGAN, Ireland — The ferry sailed on Friday.',
      'paragraph: “It held,” said Nuala Burke.',
      'note: Contact: desk@example.org',
    ])
    expect(article).toMatchObject({
      sourceId: 'ferry-20261120',
      bylines: ['Maeve Conneely'],
      credit: 'Connacht Wire',
      keywords: ['ferries'],
      revision: { updatedAt: '2026-11-20T11:05:00Z' },
    })
  })

  test('a canceled news item is a canceled article', () => {
    const xml = new TextDecoder().decode(fixture('ferry.newsml.xml')).replace('stat:usable', 'stat:canceled')
    expect(articleOf(xml, 'a.xml').status).toBe('canceled')
  })

  test('an Atom entry with XHTML inside', () => {
    const xml =
      '<entry xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Ferry</title><id>urn:x</id><updated>2026-11-20T09:30:00Z</updated><author><name>Ana Ruiz</name></author><link href="https://example.org/a"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It is <b>back</b>.</p></div></content></entry>'
    expect(partsOf(articleOf(xml, 'a.xml'))).toEqual(['headline: Ferry', 'paragraph: It is back.'])
  })

  test('a feed of several is more than one file can be', () => {
    expect(
      codesOf(
        '<rss><channel><item><title>A</title><description>One is.</description></item><item><title>B</title><description>Two is.</description></item></channel></rss>',
        'a.xml',
      ),
    ).toEqual(['bad-syntax'])
  })

  test('quotation marks that were written as Windows’ numbers are marks', () => {
    const xml =
      '<rss><channel><item><title>Ferry</title><description>&lt;p&gt;He said &amp;#147;no&amp;#148;, and &#147;yes&#148; \u0097 twice.&lt;/p&gt;</description></item></channel></rss>'
    expect(articleOf(xml, 'a.xml').text).toContain('He said “no”, and “yes” — twice.')
  })

  test('a document’s own entities are not expanded', () => {
    expect(
      articleOf(
        '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "boo">]><nitf><body><body.content><p>Text &x; &y; here.</p></body.content></body></nitf>',
        'a.xml',
      ).text,
    ).toBe('Text &x; &y; here.')
  })
})
// The official cases lie beside the project; a fresh clone has none.
const official = fileURLToPath(new URL('../../../shared/conformance/ninjs/', import.meta.url))
const cases = existsSync(official)
  ? [
      'documentation/includes/examples/3.1',
      'validation/test_suite/3.0/should_pass',
      'validation/test_suite/3.1/should_pass',
    ].flatMap(folder => readdirSync(official + folder).map(name => `${folder}/${name}`))
  : []

test('every official ninjs case with a body is read, and every one without says so', () => {
  for (const name of cases) {
    const bytes = readFileSync(official + name)
    const json = readJson(new TextDecoder().decode(bytes))
    const bodies = isRecord(json)
      ? [
          ...asList(json.bodies),
          ...['body_text', 'body_html', 'body_xhtml'].map(key => ({ value: json[key] })),
        ]
      : []
    const hasBody = bodies.some(body => isRecord(body) && /\p{L}/u.test(String(body.value ?? '')))
    const result = read(bytes, 'a.json')
    expect([name, result.ok]).toEqual([name, hasBody])
    if (!result.ok)
      expect(result.problems.map(({ code }) => code)).toEqual([expect.stringMatching(/^(?:missing|empty)$/)])
  }
})
