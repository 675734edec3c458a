/** Live blogs and quotations set apart, as pages, CMSs and plain text have them. */
import { describe, expect, test } from '@jest/globals'
import { readArticle } from '../../core/read/read-article.ts'

const partsOf = (input: string, name: string): string[] => {
  const hints = { source: 'desk', sourceId: 'a', receivedAt: '2026-11-23T00:00:00Z', name }
  const result = readArticle(new TextEncoder().encode(input), hints)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const { text, blocks } = result.article
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
}

const rise = (feet: number): string =>
  `The council said that the river had risen by ${feet} feet again, and that the roads were shut.`
const page = (body: string): string =>
  `<!doctype html><html><head><title>Storm live | Post</title></head><body><nav>Home</nav>${body}<footer>©</footer></body></html>`

describe('a live blog', () => {
  const entry = (feet: number): string =>
    `<h2>${feet} feet</h2><time datetime="2026-11-20T1${feet}:00Z">1${feet}:00</time><p>${rise(feet)}</p><div class="share-tools">Share</div>`
  const told = (feet: number): string[] => [
    `subheading: ${feet} feet`,
    `subheading: 1${feet}:00`,
    `paragraph: ${rise(feet)}`,
  ]

  test.each<[string, string]>([
    [
      'of entries in one article',
      `<main><article><h1>Storm live</h1>${[5, 4].map(feet => `<div class="live-update">${entry(feet)}</div>`).join('')}</article></main>`,
    ],
    [
      'of articles in an article',
      `<main><article><h1>Storm live</h1>${[5, 4].map(feet => `<article itemprop="liveBlogUpdate">${entry(feet)}</article>`).join('')}</article></main>`,
    ],
    [
      'of two articles beside each other, under one heading',
      `<main><h1>Storm live</h1>${[5, 4].map(feet => `<article>${entry(feet)}</article>`).join('')}</main>`,
    ],
  ])('%s has all its entries, each with its time', (_, body) =>
    expect(partsOf(page(body), 'a.html')).toEqual(['headline: Storm live', ...told(5), ...told(4)]),
  )

  test('of many articles beside each other has them all', () => {
    const body = `<main><h1>Storm live</h1>${[9, 8, 7, 6, 5].map(feet => `<article>${entry(feet)}</article>`).join('')}</main>`
    expect(partsOf(page(body), 'a.html')).toHaveLength(1 + 5 * 3)
  })

  test('is not what a story with a teaser of another is', () => {
    const teaser = '<article><h2>Elsewhere</h2><p>Otters are back in the river, too.</p></article>'
    const body = `<main><h1>Storm</h1><article><p>${rise(3)}</p><p>${rise(2)}</p></article>${teaser}</main>`
    expect(partsOf(page(body), 'a.html')).toEqual([
      'headline: Storm',
      `paragraph: ${rise(3)}`,
      `paragraph: ${rise(2)}`,
    ])
  })

  test('is not what two stories are, each with a heading of its own', () => {
    const story = (feet: number): string => `<article><h1>Storm ${feet}</h1><p>${rise(feet)}</p></article>`
    expect(partsOf(page(`<main>${story(3)}${story(3)}</main>`), 'a.html')).toEqual([
      'headline: Storm 3',
      `paragraph: ${rise(3)}`,
    ])
  })

  test('in plain text has its times as subheadings', () =>
    expect(partsOf(`Storm live\n\n18:40\n\n${rise(3)}\n\n6.25pm\n${rise(2)}\n`, 'a.txt')).toEqual([
      'headline: Storm live',
      'subheading: 18:40',
      `paragraph: ${rise(3)}`,
      'subheading: 6.25pm',
      `paragraph: ${rise(2)}`,
    ]))

  test('in Markdown too; a time before words is part of them', () =>
    expect(partsOf(`# Storm live\n\n18:40\n\n${rise(3)}\n\n**18:25** ${rise(2)}\n`, 'a.md')).toEqual([
      'headline: Storm live',
      'subheading: 18:40',
      `paragraph: ${rise(3)}`,
      `paragraph: 18:25 ${rise(2)}`,
    ]))
})

describe('a quotation set apart', () => {
  test.each<[string, string, string[]]>([
    [
      'lines, and who said it in a footer',
      '<blockquote>One.<br>Two.<footer>— <cite>Ana Ruiz</cite></footer></blockquote>',
      ['One.\nTwo.', '— Ana Ruiz'],
    ],
    [
      'paragraphs, and who said it in a cite',
      '<blockquote><p>One.</p><p>Two.</p><cite>Tom Bell, mayor</cite></blockquote>',
      ['One.', 'Two.', 'Tom Bell, mayor'],
    ],
    ['one in another', '<blockquote><blockquote><p>Deep.</p></blockquote></blockquote>', ['Deep.']],
    [
      'a post of somebody’s',
      '<blockquote class="twitter-tweet"><p>We are <a href="#">safe</a>.</p>&mdash; Ana Ruiz (@ana) <a href="#">November 20</a></blockquote><script>x()</script>',
      ['We are safe.', '— Ana Ruiz (@ana) November 20'],
    ],
    ['words without an element', '<blockquote>Bare <em>words</em> here.</blockquote>', ['Bare words here.']],
  ])('in HTML: %s', (_, html, quoted) =>
    expect(partsOf(`<p>He wrote:</p>${html}<p>Nobody answered.</p>`, 'a.html')).toEqual([
      'paragraph: He wrote:',
      ...quoted.map(line => `blockquote: ${line}`),
      'paragraph: Nobody answered.',
    ]),
  )

  test('in a figure keeps its caption, and a pull quote, which says again what the text says, goes', () =>
    expect(
      partsOf(
        '<p>Text.</p><figure><blockquote><p>No.</p></blockquote><figcaption>— Ida Holm</figcaption></figure><figure class="wp-block-pullquote"><blockquote><p>Text.</p></blockquote></figure>',
        'a.html',
      ),
    ).toEqual(['paragraph: Text.', 'blockquote: No.', 'caption: — Ida Holm']))

  test('in Markdown, however deep', () =>
    expect(
      partsOf('He wrote:\n\n> One.\n> Still one.\n>\n> — Ana Ruiz\n\n> > Deep.\n\nEnd.', 'a.md'),
    ).toEqual([
      'paragraph: He wrote:',
      'blockquote: One. Still one.',
      'blockquote: — Ana Ruiz',
      'blockquote: Deep.',
      'paragraph: End.',
    ]))

  test('in plain text, as mail marks it', () =>
    expect(
      partsOf('Storm\n\nThe mayor wrote to us.\n\n> We will rebuild.\n\nShe left it at that.', 'a.txt'),
    ).toEqual([
      'headline: Storm',
      'paragraph: The mayor wrote to us.',
      'blockquote: > We will rebuild.',
      'paragraph: She left it at that.',
    ]))

  const told = ['blockquote: We will rebuild.', 'blockquote: Ana Ruiz']
  test.each<[string, unknown]>([
    [
      'Editor.js',
      { blocks: [{ type: 'quote', data: { text: 'We <b>will</b> rebuild.', caption: 'Ana Ruiz' } }] },
    ],
    ['Portable Text', [{ _type: 'quote', text: 'We will rebuild.', attribution: 'Ana Ruiz' }]],
    [
      'DatoCMS',
      {
        schema: 'dast',
        document: {
          type: 'root',
          children: [
            {
              type: 'blockquote',
              attribution: 'Ana Ruiz',
              children: [{ type: 'paragraph', children: [{ type: 'span', value: 'We will rebuild.' }] }],
            },
          ],
        },
      },
    ],
    ['a component', [{ __component: 'shared.quote', body: 'We will rebuild.', author: 'Ana Ruiz' }]],
  ])('in %s, with who said it', (_, body) =>
    expect(partsOf(JSON.stringify({ headline: 'Storm', body }), 'a.json')).toEqual([
      'headline: Storm',
      ...told,
    ]),
  )
})

describe('a list of components', () => {
  const partsOfType = (type: string): string[] =>
    partsOf(
      JSON.stringify({
        headline: 'Storm',
        body: [
          { __component: 'a.text', body: rise(2) },
          { __component: type, body: 'Read this.' },
        ],
      }),
      'a.json',
    )
  test.each([
    ['shared.rich-text', true],
    ['blocks.sharedText', true],
    ['blocks.adage', true],
    ['blocks.related-posts', false],
    ['SocialShare', false],
    ['blocks.ad', false],
    ['NewsletterSignup', false],
    ['blocks.ctaButton', false],
  ])('%s is read: %s', (type, isRead) => expect(partsOfType(type)).toHaveLength(isRead ? 3 : 2))
})

describe('a paragraph that says itself what it is', () => {
  test.each<[string, string]>([
    ['(Reporting by A. Lee; Editing by B. Roe)', 'note'],
    ['20 November 2026', 'note'],
    ['Photo: Ida Holm', 'credit'],
    ['By Ana Ruiz', 'byline'],
    ['By Monday the flood was over.', 'paragraph'],
    ['Reporting by night is hard, she said.', 'paragraph'],
    ['18:40 The rain has stopped.', 'paragraph'],
  ])('%s', (line, kind) => {
    const html = `<p>${rise(3)}</p><p>${line}</p>`
    expect(partsOf(html, 'a.html')).toEqual([`paragraph: ${rise(3)}`, `${kind}: ${line}`])
    expect(partsOf(`${rise(3)}\n\n${line}\n`, 'a.md')).toEqual([`paragraph: ${rise(3)}`, `${kind}: ${line}`])
  })
})
