/**
 * A CMS's webhook or API answer as a file of which nobody said where it comes from: read in that CMS's dialect, or
 * refused in words that say why.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { readArticle } from '../../core/read/read-article.ts'

const webhooks = fileURLToPath(new URL('../../fixtures/webhooks/', import.meta.url))
const body = (name: string): unknown => JSON.parse(readFileSync(`${webhooks}${name}.json`, 'utf8'))

const read = (json: unknown) =>
  readArticle(new TextEncoder().encode(JSON.stringify(json)), {
    source: 'desk',
    sourceId: 'entry.json',
    receivedAt: '2026-11-23T00:00:00Z',
    name: 'entry.json',
  })

const outcomeOf = (json: unknown): string => {
  const result = read(json)
  if (result.ok) return `${result.article.status} ${result.article.sourceId}: ${result.article.headline}`
  return result.problems.map(({ code, message }) => `${code}: ${message}`).join('\n')
}

const ferry = 'Ferry to Inishbofin sails again after storm'

describe('a webhook with the whole article is read', () => {
  test.each([
    ['contentful/publish', '3ferry0000000000000001'],
    ['sanity/publish', 'a7d0f9c4-ferry'],
    ['ghost/publish', '674474380000000000000001'],
    ['strapi/publish', 'znrlzntu9ei5onjvwfaalu2v'],
    ['wordpress/publish', '4711'],
    ['directus/publish', '7f0c7a5e-1111-4222-8333-ferry0000001'],
    ['payload/publish', '6740a1b2c3d4e5f600000001'],
    ['datocms/publish', '38945648'],
    ['hygraph/publish', 'cl9z0ferry000001'],
    ['standard-webhooks/publish', 'ferry-1'],
    ['storyblok/api/publish', '44556677'],
    ['kontent-ai/api/publish', 'aa7f127f-1920-4454-a89a-0609aba80001:en'],
    ['prismic/api/publish', 'aSqFerry00000001'],
  ])('%s', (name, sourceId) => expect(outcomeOf(body(name))).toBe(`usable ${sourceId}: ${ferry}`))
})

describe('a webhook that withdraws is a canceled article', () => {
  test.each([
    'contentful/unpublish',
    'ghost/unpublish',
    'storyblok/unpublish',
    'strapi/delete',
    'wordpress/unpublish',
    'payload/delete',
    'hygraph/unpublish',
  ])('%s', name => expect(outcomeOf(body(name))).toMatch(/^canceled /))
})

describe('one that has no article in it says whose it is and what to do', () => {
  test.each<[string, RegExp]>([
    ['contentful/draft', /^unsupported-format: .*Contentful.*saved, not published/],
    ['ghost/draft', /^unsupported-format: .*Ghost.*a draft/],
    ['sanity/draft', /^unsupported-format: .*Sanity.*a draft/],
    ['storyblok/publish', /^missing: .*Storyblok.*"44556677".*copydesk doctor --source NAME/],
    ['kontent-ai/publish', /^missing: .*Kontent\.ai.*docs\/sources\.md/],
    ['prismic/publish', /^missing: .*Prismic/],
    ['github/publish', /^missing: .*GitHub.*ferry-sails-again\.md/],
    ['prismic/api/unpublish', /^empty: .*no articles/],
    ['contentful/broken-no-body', /^missing: .*the record has: title, sys\./],
  ])('%s', (name, outcome) => expect(outcomeOf(body(name))).toMatch(outcome))
})

const text = 'CLEGGAN, Ireland — The ferry came back on Friday, said Nuala Burke.'
const times = { createdAt: '2026-11-20T08:00:00Z', updatedAt: '2026-11-20T09:00:00Z' }

describe('what an API answers for one article', () => {
  const ghost = { id: 'g1', uuid: 'u', title: 'Back', html: `<p>${text}</p>`, published_at: times.updatedAt }
  const entry = { sys: { id: 'c1', type: 'Entry', revision: 3 }, fields: { title: 'Back', body: text } }
  const post = {
    id: 7,
    type: 'post',
    status: 'publish',
    title: { rendered: 'Back &amp; forth' },
    content: { rendered: `<p>${text}</p>`, protected: false },
    date_gmt: '2026-11-20T08:00:00',
    modified_gmt: '2026-11-20T09:00:00',
  }
  test.each<[string, unknown, string]>([
    ['Ghost', { posts: [ghost], meta: {} }, 'usable g1: Back'],
    ['Contentful', { sys: { type: 'Array' }, items: [entry], total: 1 }, 'usable c1: Back'],
    ['Contentful, an entry', entry, 'usable c1: Back'],
    ['WordPress', post, 'usable 7: Back & forth'],
    ['WordPress, a list of one', [post], 'usable 7: Back & forth'],
    ['WordPress, a page', { ...post, type: 'page' }, 'usable 7: Back & forth'],
    [
      'WordPress, a post under password',
      { ...post, content: { ...post.content, protected: true } },
      'withheld 7: Back & forth',
    ],
    [
      'Strapi 5',
      {
        data: { id: 3, documentId: 'd3', title: 'Back', body: text, ...times, publishedAt: times.updatedAt },
        meta: {},
      },
      'usable d3: Back',
    ],
    [
      'Strapi 4',
      {
        data: { id: 3, attributes: { title: 'Back', body: text, ...times, publishedAt: times.updatedAt } },
        meta: {},
      },
      'usable 3: Back',
    ],
    [
      'Sanity',
      { query: '*', result: [{ _id: 's1', _type: 'post', title: 'Back', body: text }], ms: 4 },
      'usable s1: Back',
    ],
    [
      'Storyblok',
      { stories: [{ id: 9, content: { component: 'article', title: 'Back', body: text } }] },
      'usable 9: Back',
    ],
  ])('%s', (_, json, outcome) => expect(outcomeOf(json)).toBe(outcome))

  test('of several, none is chosen', () =>
    expect(outcomeOf({ posts: [ghost, { ...ghost, id: 'g2' }], meta: {} })).toMatch(
      /^too-many: .*2 articles/,
    ))

  test('a draft of Strapi’s is none', () =>
    expect(
      outcomeOf({
        data: { documentId: 'd3', title: 'Back', body: text, ...times, publishedAt: null },
        meta: {},
      }),
    ).toMatch(/^unsupported-format: .*Strapi.*a draft/))
})

describe('the text of a WordPress post', () => {
  const partsOf = (content: string): string[] => {
    const post = {
      ID: 5,
      post_title: 'Back',
      post_status: 'publish',
      post_type: 'post',
      post_content: content,
    }
    const result = read({ post })
    if (!result.ok) return result.problems.map(({ message }) => message)
    const { text, blocks } = result.article
    return blocks.slice(1).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
  }

  test('of the classic editor has its paragraphs where the blank lines are', () =>
    expect(
      partsOf(
        'One by\r\nthe <b>river</b>.\r\n\r\nTwo.\r\n\r\n<blockquote>Three.\r\n\r\nFour.</blockquote>\r\nFive.\r\n<h2>Six</h2>\r\nSeven.\r\n<ul>\r\n<li>eight</li>\r\n\r\n<li>nine</li>\r\n</ul>\r\n',
      ),
    ).toEqual([
      'paragraph: One by the river.',
      'paragraph: Two.',
      'blockquote: Three.',
      'blockquote: Four.',
      'paragraph: Five.',
      'subheading: Six',
      'paragraph: Seven.',
      'listItem: eight',
      'listItem: nine',
    ]))

  test('of blocks is read without their comments', () =>
    expect(
      partsOf(
        '<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:more -->\n\n<p>Two.</p>',
      ),
    ).toEqual(['paragraph: One.', 'paragraph: Two.']))

  test.each<[string, string[]]>([
    [
      '[caption id="a" width="300"]<img src="a.jpg" /> The <em>ferry</em>.[/caption]',
      ['caption: The ferry.'],
    ],
    ['[gallery ids="1,2"]', []],
    ['[gallery]', []],
    ['[embed]https://video.example/x[/embed]', []],
    ['[contact-form-7 id="1" title="Write"]', []],
    ['[audio mp3="a.mp3"][/audio]', []],
    ['He [the mayor] said [sic] so.', ['paragraph: He [the mayor] said [sic] so.']],
    ['[caption never closed', ['paragraph: [caption never closed']],
  ])('with the shortcode %s', (code, parts) =>
    expect(partsOf(`<p>One.</p>\n\n${code}\n\n<p>Two.</p>`)).toEqual([
      'paragraph: One.',
      ...parts,
      'paragraph: Two.',
    ]),
  )
})

describe('a record of nobody’s', () => {
  const record = { id: 'r1', title: 'Back', body: text }
  test.each<[string, unknown, string]>([
    ['is read as it was', record, 'usable r1: Back'],
    ['with a status that says little', { ...record, status: 'ok' }, 'usable r1: Back'],
    ['that is published', { ...record, status: 'published' }, 'usable r1: Back'],
    ['that is a draft is held', { ...record, status: 'draft' }, 'withheld r1: Back'],
    ['that is a draft, said otherwise', { ...record, draft: true }, 'withheld r1: Back'],
    ['in its light form', { id: 'r1', title: 'Back', text, status: 'Draft' }, 'withheld r1: Back'],
    ['with a list of its own', { ...record, items: [1, 2], data: [3] }, 'usable r1: Back'],
    ['that lists others', { ...record, stories: [{ id: 1 }, { id: 2 }] }, 'usable r1: Back'],
    ['that lists none', { ...record, posts: [] }, 'usable r1: Back'],
    ['with a result in it', { ...record, result: [{ _id: 1 }, { _id: 2 }] }, 'usable r1: Back'],
    ['that was withdrawn is canceled', { ...record, status: 'Withdrawn' }, 'canceled r1: Back'],
    ['with a reference in it', { ...record, ref: 'refs/1', operation: 'x' }, 'usable r1: Back'],
  ])('%s', (_, json, outcome) => expect(outcomeOf(json)).toBe(outcome))

  test('without a body says what it has instead', () =>
    expect(outcomeOf({ title: 'Back', prose: text })).toMatch(/the record has: title, prose\./))
})
