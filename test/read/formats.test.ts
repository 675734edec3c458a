import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { decodeBytes } from '../../core/read/decode-bytes.ts'
import { asList, isRecord, readJson } from '../../core/read/read-json.ts'
import { namedFormat, sniffFormat } from '../../core/read/sniff-format.ts'
import { articleOf, codesOf, encode, partsOf, read } from './read-as.ts'

const fixture = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/inputs/${name}`, import.meta.url)))

describe('HTML', () => {
  test('of a page, the story is read and the rest left out', () => {
    const article = articleOf(fixture('page.html'), 'page.html')
    expect(partsOf(article)).toEqual([
      'headline: Ferry returns to Skarholm',
      'standfirst: Islanders welcome the first sailing in a year.',
      'byline: By Ana Ruiz',
      'caption: The ferry at the quay.',
      'credit: Photo: Tom Bell',
      'paragraph: The ferry came back on Friday, “at last”, said the harbour master, Ida Holm, who had waited for a year to see it dock.',
      'subheading: A long wait',
      'paragraph: It had been in dock since last winter.\nNobody knew why it took so long.',
      'blockquote: We missed it every day.',
      'listItem: Sails daily',
      'listItem: Costs 12 kroner',
      'note: Day | Time',
      'note: Mon | 09:00',
    ])
    expect(article).toMatchObject({
      bylines: ['Ana Ruiz'],
      section: 'Transport',
      keywords: ['ferries', 'islands'],
      language: 'en-GB',
      url: 'https://news.example.org/ferry',
      publishedAt: '2026-11-20T09:30:00+01:00',
      revision: { updatedAt: '2026-11-20T10:30:00+01:00' },
    })
  })

  test.each<[string, string, string[]]>([
    [
      'two line breaks part paragraphs',
      'First line.<br><br>Second &amp; <b>bold</b>.',
      ['paragraph: First line.', 'paragraph: Second & bold.'],
    ],
    [
      'one between bare lines too',
      'First line.<br>Second.',
      ['paragraph: First line.', 'paragraph: Second.'],
    ],
    ['one inside a paragraph is a line', '<p>Roses<br>are red</p>', ['paragraph: Roses\nare red']],
    [
      'words in two elements stay apart as written',
      '<p>un<b>believ</b>able <i>now</i> then</p>',
      ['paragraph: unbelievable now then'],
    ],
    [
      'soft hyphens go, hard blanks are blanks',
      '<p>Har&shy;bour&nbsp;mas&#8203;ter</p>',
      ['paragraph: Harbour master'],
    ],
    ['q has its marks', '<p>She said <q>no</q>.</p>', ['paragraph: She said “no”.']],
    [
      'hidden words stay hidden',
      '<p>Seen.</p><p hidden>No.</p><div style="display: none">No.</div><p aria-hidden="true">No.</p>',
      ['paragraph: Seen.'],
    ],
    [
      'unclosed and crossed elements',
      '<p>One<p>Two <b>bold<i>both</b></i> end',
      ['paragraph: One', 'paragraph: Two boldboth end'],
    ],
    [
      'an ad in a word is no advertisement',
      '<div class="shadow-header"><p>The head of the reads.</p></div>',
      ['paragraph: The head of the reads.'],
    ],
    [
      'a class on the whole story does not drop it',
      '<div class="paywall ads"><p>All of the story is in here, and there is no other.</p></div>',
      ['paragraph: All of the story is in here, and there is no other.'],
    ],
    [
      'a list of links only is not the story',
      '<p>Text.</p><ul><li><a href="a">One</a></li><li><a href="b">Two</a></li></ul>',
      ['paragraph: Text.'],
    ],
  ])('%s', (_, html, parts) => expect(partsOf(articleOf(html, 'a.html'))).toEqual(parts))

  test.each([
    [
      'named in a meta tag',
      [...encode('<meta charset="iso-8859-1"><p>Caf'), 0xe9, ...encode(' owner waits</p>')],
    ],
    [
      'named in the content type of a meta tag',
      [
        ...encode('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>Caf'),
        0xe9,
        ...encode(' owner waits</p>'),
      ],
    ],
    ['not named and no UTF-8', [...encode('<p>Caf'), 0xe9, ...encode(' owner waits</p>')]],
  ])('an encoding %s', (_, bytes) =>
    expect(articleOf(new Uint8Array(bytes), 'a.html').text).toBe('Café owner waits'),
  )

  test.each([
    ['named', '<meta charset="windows-1252">'],
    ['named by another name, as on the web', '<meta charset="iso-8859-1">'],
    ['not named', ''],
  ])('the quotation marks of Windows-1252, %s', (_, meta) => {
    const bytes = [...encode(`${meta}<p>He said `), 0x93, ...encode('no'), 0x94, ...encode(' twice.</p>')]
    expect(articleOf(new Uint8Array(bytes), 'a.html').text).toBe('He said “no” twice.')
  })

  test('UTF-16 with its mark', () => {
    const text = '<p>Café owner waits</p>'
    const bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
    expect(articleOf(bytes, 'a.html').text).toBe('Café owner waits')
  })
})

describe('JSON that is none', () => {
  const messageOf = (input: string, name: string): string => {
    const result = read(input, name)
    return result.ok ? 'read' : result.problems.map(({ message }) => message).join()
  }
  test.each<[string, string, string, RegExp]>([
    ['cut short says where', '{"title": "A', 'a.json', /^The file is not JSON: \S.*\.$/],
    ['cut short, without a name', ' {"title": "A", "body": "B', '-', /^The file is not JSON: /],
    ['a line each, by its name', '{"id":"1"}\n{"id":"2"}\n', 'a.jsonl', /copydesk extract --jsonl/],
    ['a line each, without a name', '{"id":"1"}\n{"id":"2"}\n', '-', /copydesk extract --jsonl/],
    ['prose in brackets', '[Editor’s note] The ferry is back.', '-', /^read$/],
  ])('%s', (_, input, name, message) => expect(messageOf(input, name)).toMatch(message))
})

describe('Markdown', () => {
  const body =
    '\n# Ferry returns\n\nThe *ferry* is [back](https://example.org) and\nsails.\n\n> We missed it.\n\n- One\n- Two\n\n## Next\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![alt](x.png)\n\n{{< figure src="a.jpg" >}}\n\nIt sails *again*.\n'
  const parts = [
    'headline: Ferry returns',
    'paragraph: The ferry is back and sails.',
    'blockquote: We missed it.',
    'listItem: One',
    'listItem: Two',
    'subheading: Next',
    'note: a | b',
    'note: 1 | 2',
    'paragraph: It sails again.',
  ]

  test.each([
    [
      'YAML',
      '---\ntitle: Ferry returns\nauthor: Ana Ruiz\ndate: 2026-11-20\ntags: [ferries, islands]\n---\n',
    ],
    [
      'TOML',
      '+++\ntitle = "Ferry returns"\nauthor = "Ana Ruiz"\ndate = "2026-11-20"\ntags = ["ferries", "islands"]\n+++\n',
    ],
    [
      'JSON',
      '{\n"title": "Ferry returns", "author": "Ana Ruiz", "date": "2026-11-20", "tags": ["ferries", "islands"]\n}\n',
    ],
  ])('with front matter in %s', (_, front) => {
    const article = articleOf(front + body, 'a.md')
    expect(partsOf(article)).toEqual(parts)
    expect(article).toMatchObject({
      bylines: ['Ana Ruiz'],
      publishedAt: '2026-11-20T00:00:00Z',
      keywords: ['ferries', 'islands'],
    })
  })

  test('without any', () => expect(partsOf(articleOf(body, 'a.md'))).toEqual(parts))
  test('a draft is held', () =>
    expect(articleOf('---\ndraft: true\n---\nNot yet, she said.', 'a.md').status).toBe('withheld'))
  test('front matter that is broken is said to be', () =>
    expect(codesOf('---\na: [\n---\nText.', 'a.md')).toEqual(['bad-syntax']))
})

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

test('an article of our own schema comes back as it went in', () => {
  const article = articleOf('<h1>Ferry returns</h1><p>It sails, she said.</p>', 'a.html')
  expect(articleOf(JSON.stringify(article), 'b.json')).toEqual(article)
})

test('our own schema with a mistake says all that is wrong', () => {
  const article = {
    ...articleOf('<p>It sails, she said.</p>', 'a.html'),
    status: 'gone',
    blocks: [{ kind: 'paragraph', start: 0, end: 999 }],
  }
  expect(codesOf(JSON.stringify(article), 'b.json').length).toBeGreaterThanOrEqual(2)
})

describe('what is no article', () => {
  test.each<[string, string | Uint8Array, string, string]>([
    ['nothing', '', 'a.txt', 'empty'],
    ['blanks', ' \n\t', 'a.txt', 'empty'],
    ['a PDF by another name', '%PDF-1.7 …', 'a.html', 'binary'],
    ['a zip', 'PK\u0003\u0004aaaa', 'a.txt', 'binary'],
    ['zero bytes', 'a\u0000b', 'a.txt', 'binary'],
    ['no UTF-8', new Uint8Array([65, 0xff, 0xfe, 66]), 'a.txt', 'bad-encoding'],
    ['broken JSON', '{"a":', 'a.json', 'bad-syntax'],
    ['a list', '[1,2]', 'a.json', 'wrong-type'],
    ['a record without a body', '{"title":"A"}', 'a.json', 'missing'],
    ['elements without an end', '<div>'.repeat(5_000), 'a.html', 'bad-syntax'],
    ['scripts only', '<script>var a = 1</script>', 'a.html', 'empty'],
    ['another XML', '<svg><text>a</text></svg>', 'a.xml', 'bad-syntax'],
  ])('%s', (_, input, name, code) => expect(codesOf(input, name)).toEqual([code]))

  test('an encoding that nobody knows', () =>
    expect(codesOf('text', 'a.txt', 'text/plain; charset=klingon')).toEqual(['bad-encoding']))
  test('the place of the first bad byte is told', () => {
    const decoded = decodeBytes(new Uint8Array([...encode('x'.repeat(1000)), 0xff]), { isMarkup: false })
    expect(decoded).toMatchObject({ ok: false, problem: { message: expect.stringContaining('byte 1000') } })
  })
})

describe('which format', () => {
  test.each<[string | undefined, string | undefined, string | null]>([
    ['a.HTML', undefined, 'html'],
    ['a.bin', 'application/vnd.contentful.management.v1+json', 'json'],
    [undefined, 'text/html; charset=utf-8', 'html'],
    ['a.md', 'text/plain', 'markdown'],
    ['a', 'application/octet-stream', null],
  ])('%s %s', (name, type, format) => expect(namedFormat(name, type)).toBe(format))

  test.each([
    ['<!DOCTYPE html><p>a', 'html'],
    ['<?xml version="1.0"?><rss/>', 'xml'],
    ['{"a": 1}', 'json'],
    ['[Editor’s note: not JSON] The ferry', 'text'],
    ['---\ntitle: a\n---\nText', 'markdown'],
    ['The ferry <3 is back', 'text'],
  ])('%s', (text, format) => expect(sniffFormat(text)).toBe(format))
})
