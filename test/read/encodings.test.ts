/** Bytes in other encodings than UTF-8. */
import { describe, expect, test } from '@jest/globals'
import { articleOf, codesOf, encode, read } from './read-as.ts'

describe('plain text in other encodings than UTF-8', () => {
  const text = `The café’s owner, José Peña, said “no” to £5 — ${'and went on about it at some length. '.repeat(8)}`
  const western = (line: string): Uint8Array => {
    const codes = new Map([...'’“”—'].map((mark, i) => [mark, [0x92, 0x93, 0x94, 0x97][i] ?? 0]))
    return Uint8Array.from([...line], mark => codes.get(mark) ?? mark.charCodeAt(0))
  }
  const warningsOf = (bytes: Uint8Array): string[] => {
    const result = read(bytes, 'a.txt')
    return result.ok ? result.warnings.map(({ code, level }) => `${level} ${code}`) : ['refused']
  }

  test('Windows-1252, as old wires and editors write it, is read, with a warning', () => {
    expect(articleOf(western(text), 'a.txt').text).toBe(text)
    expect(warningsOf(western(text))).toEqual(['warning bad-encoding'])
  })

  test.each<[string, readonly number[]]>([
    ['Russian in Windows-1251', [0xcc, 0xfd, 0xf0, 0x20, 0xf1, 0xea, 0xe0, 0xe7, 0xe0, 0xeb, 0x2e]],
    [
      'Polish in Windows-1250',
      [...encode('By'), 0xb3, ...encode('o to '), 0x9c, ...encode('wi'), 0xea, 0x74, 0x6f],
    ],
    ['a byte that Windows-1252 does not have', [...encode(text.replace(/[^ -~]/g, 'x')), 0x81]],
  ])('%s is refused', (_, bytes) =>
    expect(codesOf(Uint8Array.from(bytes), 'a.txt')).toEqual(['bad-encoding']),
  )

  test.each<[string, 'utf16le' | 'be', boolean]>([
    ['little-endian with its mark', 'utf16le', true],
    ['little-endian without', 'utf16le', false],
    ['big-endian with its mark', 'be', true],
    ['big-endian without', 'be', false],
  ])('UTF-16, %s', (_, order, isMarked) => {
    const bytes = Buffer.from((isMarked ? '\ufeff' : '') + text, 'utf16le')
    if (order === 'be') bytes.swap16()
    expect(articleOf(bytes, 'a.txt').text).toBe(text)
  })

  test.each([
    ['application/xml; charset=utf-8', 'who stores all files of a kind as UTF-8'],
    ['application/xml', 'nobody'],
  ])('an encoding that the document names holds against %s, said by %s', contentType => {
    const xml =
      '<?xml version="1.0" encoding="ISO-8859-1"?><nitf><body.content><p>The caf\u00e9 is open.</p></body.content></nitf>'
    const result = read(
      Uint8Array.from([...xml], mark => mark.charCodeAt(0)),
      'a.xml',
      contentType,
    )
    expect(result.ok && result.article.text).toBe('The café is open.')
  })

  test('UTF-8 with its mark loses the mark alone', () =>
    expect(articleOf(`\ufeff${text}\r\n`, 'a.txt').text).toBe(`${text}\n`))
})
