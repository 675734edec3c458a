/**
 * What is made to hang a reader does not: ten megabytes of anything in under two seconds of CPU, and work that grows as
 * the input does.
 */
import { expect, test } from '@jest/globals'
import { readArticle } from '../../core/read/read-article.ts'

/** Enough to show growth that is not linear. */
const size = 2_000_000

const filled = (unit: string, around: readonly [string, string] = ['', ''], length = size): Uint8Array =>
  new TextEncoder().encode(around[0] + unit.repeat(Math.floor(length / unit.length)) + around[1])

/** Markdown takes ten times as long as HTML, in proportion to its length too. */
const markdown = (unit: string, around?: readonly [string, string]): Uint8Array =>
  filled(unit, around, size / 5)

/** Many that differ: what looks each up among all before it grows with the square. */
const listing = (
  one: (i: number) => string,
  [before, after]: readonly [string, string],
  between = ',',
  length = 200_000,
): Uint8Array =>
  new TextEncoder().encode(before + Array.from({ length }, (_, i) => one(i)).join(between) + after)

const ninjs = [
  '{"uri":"u","bodies":[{"value":"x y","contentType":"text/plain"}],"associations":[',
  ']}',
] as const

test.each<[string, Uint8Array]>([
  ['a.html', filled('<div>')],
  ['a.html', filled('</p>')],
  ['a.html', filled('<')],
  ['a.html', filled('&')],
  ['a.html', filled('x<br>')],
  ['a.html', filled('word ', ['<html><body><p>', ''])],
  ['a.html', filled('<b>x</b>', ['<sup>'.repeat(400), ''])],
  ['a.html', filled(`${'<ul><li><a href=x>y</a>'.repeat(120)}${'</li></ul>'.repeat(120)}`)],
  ['a.html', filled('<p>prose that goes on.</p>', [`<html><body>${'<div class="ads">'.repeat(200)}`, ''])],
  ['a.html', filled(' | ', ['<html><head><title>', ''])],
  ['a.html', filled('- ->', ['<!--', ''])],
  ['a.md', markdown('![')],
  ['a.md', markdown('a|b\n', ['a|b\n-|-\n', ''])],
  ['a.md', markdown('> a\n')],
  ['a.md', markdown('> ')],
  ['a.md', markdown('***a** _b*c_ ')],
  ['a.md', markdown('[a](<b "')],
  ['a.md', markdown('[a]: b\n')],
  ['a.md', markdown('<div>\n\n')],
  ['a.md', markdown('a <!-- <![CDATA[ <? ')],
  ['a.md', markdown('```\n\n')],
  ['a.md', markdown('{% {{< ')],
  ['a.md', filled('a: b\n', ['---\n', ''])],
  ['a.json', filled('[')],
  ['a.json', filled('{"body":', ['', `1${'}'.repeat(size / 8)}`])],
  ['a.json', markdown('**a', ['{"title":"x","body":"', '"}'])],
  ['a.json', markdown('[a](', ['{"title":"x","body":"', '"}'])],
  ['a.json', filled(' ', ['{"author":"a', 'b","body":"x y"}'])],
  ['a.json', filled(' and ', ['{"author":"', '","body":"x y"}'])],
  ['a.json', listing(i => `"k${i}"`, ['{"body":"x y","keywords":[', ']}'])],
  ['a.json', listing(i => `{"type":"picture","renditions":[{"href":"http://e/${i}"}]}`, ninjs, ',', 150_000)],
  ['a.json', listing(i => `"k${i}":1`, ['{"body":"x y",', '}'])],
  ['a.html', listing(i => `<meta name=author content=n${i}>`, ['<html><head>', '</head><p>x y'], '')],
  ['a.xml', filled('<a>')],
  ['a.xml', filled('<item><title>a</title></item>', ['<rss>', '</rss>'])],
  ['a.xml', filled('<!ENTITY a "b">', ['<!DOCTYPE x [', ']><nitf><p>&a;</p></nitf>'])],
  ['a.txt', filled('a\n')],
  ['a.txt', filled('A')],
])('%s %#', (name, bytes) => {
  const before = process.cpuUsage()
  const result = readArticle(bytes, { source: 's', sourceId: 'i', receivedAt: '2026-11-23T00:00:00Z', name })
  const { user, system } = process.cpuUsage(before)
  expect(typeof result.ok).toBe('boolean')
  // What grows with the square of the text takes 16 seconds and more at these sizes; a loaded machine stays far below this.
  expect((user + system) / 1000).toBeLessThan(6_000)
})
