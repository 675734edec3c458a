import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { articleOf, codesOf, encode, partsOf } from './read-as.ts'

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
