/** Markdown of a book's length: read in pieces, which say what the whole says. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cutMarkdown } from '../../core/read/markdown/cut-markdown.ts'
import { markdownToParts } from '../../core/read/markdown/markdown-to-parts.ts'
import { readArticle } from '../../core/read/read-article.ts'

const fill = 'Otters came back to the river, and the warden counted nine of them before noon. '.repeat(20)

/** Every kind of block, with blank lines where a cut would do harm. */
const chapter = [
  `# Otters\n\n${fill}\n\n> They never\n> left.\n\n- One\n\n  still one\n- Two\n`,
  `\`\`\`js\nconst a = 1\n\nconst b = 2\n\`\`\`\n\n~~~~\n\`\`\`\n\nin a fence\n~~~~\n`,
  '<!-- nobody\n\nreads this -->\n\n<script>\n\nvar a\n\n</script>\n\n<div>\n\n<p>A paragraph.</p>\n\n</div>\n',
  '| a | b |\n|---|---|\n| 1 | 2 |\n\n    code that\n\n    is indented\n',
  `[The warden][1] said *so*. {{< figure src="a.jpg" >}}\n\n${fill}\n`,
].join('\n')

const definition = '\n[1]: https://example.org "The warden"\n'

test('a long document has the parts of its chapters, one after the other', () => {
  const times = 300
  const short = markdownToParts(`${chapter}\n${definition}`)
  const long = `${`${chapter}\n`.repeat(times)}${definition}`
  expect(cutMarkdown(long).length).toBeGreaterThan(3)
  const parts = markdownToParts(long)
  expect(parts).toHaveLength(short.length * times)
  for (let i = 0; i < times; i += 1)
    expect(parts.slice(i * short.length, (i + 1) * short.length)).toEqual(short)
})

test('a document that is no book is not cut', () => {
  expect(cutMarkdown(chapter)).toEqual([chapter])
})

describe('pieces', () => {
  const line = fc.oneof(
    fc.constantFrom('', '', '```', '~~~', '<!--', '-->', '<pre>', '</pre>', '- a', '    b', '> c', '```` js'),
    fc.string({ maxLength: 40 }),
  )

  test('make up the whole, whatever is in it, and none is longer than the parser can take', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), lines => {
        const text = `${lines.join('\n')}\n`
        const markdown = text.repeat(Math.ceil(1_300_000 / text.length))
        const pieces = cutMarkdown(markdown)
        expect(pieces.join('')).toBe(markdown)
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(1_000_000)
      }),
      { numRuns: 20 },
    )
  })

  test('end with blocks where an element is only named like a script', () => {
    const pieces = cutMarkdown(`<preview>\n\n${'Text.\n\n'.repeat(80_000)}`)
    expect(pieces.length).toBeGreaterThan(1)
    for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/\n\n$/)
  })

  test.each([
    ['one line', 'a '.repeat(1_100_000)],
    ['one word', 'a'.repeat(2_200_000)],
    ['one word of characters in two halves', `a${'😀'.repeat(1_100_000)}`],
    ['a fence that never ends', `\`\`\`\n${'a\n\n'.repeat(800_000)}`],
    ['a list without a blank line', '- a\n'.repeat(600_000)],
  ])('%s is cut too', (_, markdown) => {
    const pieces = cutMarkdown(markdown)
    expect(pieces.join('')).toBe(markdown)
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(1_000_000)
      expect(piece).not.toMatch(/^[\udc00-\udfff]/)
    }
  })
})

test('what is longer than the longest text is refused with its length', () => {
  const bytes = new TextEncoder().encode('word '.repeat(1_000_001))
  const hints = { source: 's', sourceId: 'i', receivedAt: '2026-11-23T00:00:00Z', name: 'a.md' }
  expect(readArticle(bytes, hints)).toMatchObject({
    ok: false,
    problems: [{ code: 'too-long', message: expect.stringContaining('got 5000005 characters') }],
  })
})
