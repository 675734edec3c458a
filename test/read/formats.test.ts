import { describe, expect, test } from '@jest/globals'
import { articleToVariants } from '../../core/article-to-variants.ts'
import { decodeBytes } from '../../core/read/decode-bytes.ts'
import { readArticle } from '../../core/read/read-article.ts'
import { type Format, formatOf, namedFormat, sniffFormat } from '../../core/read/sniff-format.ts'
import { articleOf, codesOf, encode, read } from './read-as.ts'

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

  test.each<[Format | null, string, Format]>([
    ['text', ' <!doctype html>\n<html><p>a', 'html'],
    ['text', '<html lang="en"><p>a', 'html'],
    ['text', '<p>is the tag of a paragraph.', 'text'],
    ['markdown', '<!doctype html><p>a', 'markdown'],
    [null, '<p>a</p>', 'html'],
  ])('named %s: %s', (named, text, format) => expect(formatOf(named, text)).toBe(format))

  test.each([
    ['<!DOCTYPE html><p>a', 'html'],
    ['<?xml version="1.0"?><rss/>', 'xml'],
    ['{"a": 1}', 'json'],
    ['[Editor’s note: not JSON] The ferry', 'text'],
    ['---\ntitle: a\n---\nText', 'markdown'],
    ['The ferry <3 is back', 'text'],
  ])('%s', (text, format) => expect(sniffFormat(text)).toBe(format))
})

describe('a caller without a compiler', () => {
  const bytes = encode('The ferry sank.')
  const hints = { source: 'desk', sourceId: 'a', receivedAt: '2031-03-04T10:00:00Z' }
  test.each<[string, unknown, unknown, string]>([
    ['text for bytes', 'The ferry sank.', hints, 'got string, expected a Uint8Array'],
    ['nothing', undefined, undefined, 'got undefined, expected a Uint8Array'],
    ['no hints', bytes, undefined, 'needs hints.source, hints.sourceId, hints.receivedAt as text'],
    ['a hint of another type', bytes, { ...hints, sourceId: 5 }, 'needs hints.sourceId as text'],
  ])('is told what to pass: %s', (_what, given, told, message) => {
    expect(() => Reflect.apply(readArticle, null, [given, told])).toThrow(message)
  })
  test('is told where a reading is passed for its article, or no knowledge', () => {
    const read = readArticle(bytes, hints)
    expect(() => Reflect.apply(articleToVariants, null, [read, {}])).toThrow('pass the `article`')
    const article = read.ok ? read.article : null
    expect(() => Reflect.apply(articleToVariants, null, [article])).toThrow('loadKnowledge()')
  })
})
