/** What sources tell in fields and in markup of their own, as they really write it. */
import { describe, expect, test } from '@jest/globals'
import type { Article } from '../../content-schema/article.ts'
import { languageTag } from '../../core/read/language-tag.ts'
import { readTime } from '../../core/read/read-time.ts'
import { articleOf, codesOf, partsOf } from './read-as.ts'

describe('a page that is drawn by scripts', () => {
  const shell = (story: string): string =>
    `<html><head><title>Ferry sails again</title><script type="application/ld+json">${story}</script></head><body><div id="root"></div><script>draw()</script></body></html>`
  test.each([
    ['lines', '"It sails.\\n\\nShe said so."'],
    ['HTML', '"<p>It sails.</p><p>She said so.</p>"'],
  ])('is read where JSON-LD has its text, as %s', (_, body) =>
    expect(
      partsOf(articleOf(shell(`{"@type":"NewsArticle","headline":"Ferry","articleBody":${body}}`), 'a.html')),
    ).toEqual(['headline: Ferry', 'paragraph: It sails.', 'paragraph: She said so.']),
  )
  test('is refused where nothing has it', () => expect(codesOf(shell('{}'), 'a.html')).toEqual(['missing']))
})

test('a feed’s excerpt that its software cut off is no standfirst, and its footer no prose', () => {
  const xml = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>Ferry</title><description>&lt;p&gt;It sails, she said, and &#91;&amp;#8230;&#93;&lt;/p&gt;</description><content:encoded><![CDATA[<p>CLEGGAN — It sails, she said, and that is all.</p><p>The post <a href="x">Ferry</a> appeared first on <a href="y">The Courier</a>.</p>]]></content:encoded></item></channel></rss>`
  expect(partsOf(articleOf(xml, 'a.xml'))).toEqual([
    'headline: Ferry',
    'paragraph: CLEGGAN — It sails, she said, and that is all.',
    'note: The post Ferry appeared first on The Courier.',
  ])
})

test('XHTML under the name of any XML is a page', () => {
  const xml =
    '<?xml version="1.0"?>\n<!-- made by hand -> not by a tool -->\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Ferry</h1><p>It sails,<br/>she said.</p></body></html>'
  expect(partsOf(articleOf(xml, 'a.xml'))).toEqual(['headline: Ferry', 'paragraph: It sails,\nshe said.'])
})

describe('the language that a source tells', () => {
  test.each([
    ['en-GB', 'en-GB'],
    ['en_GB.UTF-8', 'en-GB'],
    ['eng', 'en'],
    ['English', 'en'],
    ['fra-CA', 'fr-CA'],
    ['und', 'und'],
    ['Deutsch', null],
    ['?', null],
    ['', null],
  ])('%s', (told, tag) => expect(languageTag(told)).toBe(tag))

  test('is detected where it tells none that is known', () =>
    expect(
      articleOf('<html lang="english-please"><p>The ferry that was in dock is back, she said.</p>', 'a.html')
        .language,
    ).toBe('en'))
})

describe('what a page says about itself in JSON-LD', () => {
  const page = (script: string): Article =>
    articleOf(
      `<html><head><script type="application/ld+json">${script}</script></head><body><article><p>It sails, she said.</p></article></body></html>`,
      'a.html',
    )
  const story =
    '{"@type":"NewsArticle","headline":"Tom &amp; Ana &#8220;sail&#8221;","datePublished":"2026-11-20"}'
  test.each([
    ['as it stands', story],
    ['behind a comment', `<!-- ${story} -->`],
    ['behind CDATA', `//<![CDATA[\n${story}\n//]]>`],
    ['behind CDATA in a comment', `/*<![CDATA[*/${story}/*]]>*/`],
    ['as what the page is about', `{"@type":"WebPage","mainEntity":${story}}`],
    ['in a graph', `{"@graph":[{"@type":"WebSite"},${story}]}`],
  ])('%s', (_, script) =>
    expect(page(script)).toMatchObject({ headline: 'Tom & Ana “sail”', publishedAt: '2026-11-20T00:00:00Z' }),
  )
})

test('an Atom summary that says it is text is no markup', () => {
  const xml =
    '<entry xmlns="http://www.w3.org/2005/Atom"><title>Ferry</title><id>x</id><content type="text">At 5 &lt;b&gt; is &lt; 6, she said.</content></entry>'
  expect(partsOf(articleOf(xml, 'a.xml'))).toEqual([
    'headline: Ferry',
    'paragraph: At 5 <b> is < 6, she said.',
  ])
})

describe('dates', () => {
  test.each<[unknown, string | null]>([
    ['2026-11-20T09:30:00Z', '2026-11-20T09:30:00Z'],
    ['2026-11-20T09:30:00.1234567+0100', '2026-11-20T09:30:00.123+01:00'],
    ['2026-11-20 09:30:00', '2026-11-20T09:30:00Z'],
    ['2026-11-20', '2026-11-20T00:00:00Z'],
    ['20261120T093000+0100', '2026-11-20T09:30:00+01:00'],
    ['Fri, 20 Nov 2026 09:30:00 +0100', '2026-11-20T09:30:00+01:00'],
    ['20 Nov 2026 09:30 EST', '2026-11-20T09:30:00-05:00'],
    ['Fri, 20 Nov 26 9:30:00 CET', '2026-11-20T09:30:00+01:00'],
    ['20-Nov-2026 09:30 CEST', '2026-11-20T09:30:00+02:00'],
    ['20 Nov 2026 09:30 BST', null],
    [1_795_167_000, new Date(1_795_167_000_000).toISOString()],
    [1_795_167_000_000, new Date(1_795_167_000_000).toISOString()],
    ['2026-02-31', null],
    ['2026-11-20T25:00:00Z', null],
    ['yesterday', null],
    ['20 November', null],
    [42, null],
    [null, null],
  ])('%s', (given, expected) => expect(readTime(given)).toBe(expected))
})
