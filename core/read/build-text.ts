/**
 * Parts in reading order to one verbatim text with blocks over it. Every reader of a marked-up format ends here, so
 * that they all space, trim and join alike.
 *
 *   [{ kind: 'headline', text: 'Ferry returns' }, { kind: 'paragraph', text: 'It sails.' }]
 *     -> { text: 'Ferry returns\n\nIt sails.', blocks: [{ kind: 'headline', start: 0, end: 13 }, …] }
 */
import type { Block, BlockKind } from '../../content-schema/article.ts'
import { endsLikeSentence, kindOfLine } from './line-rules.ts'
import { withWindowsMarks } from './windows-marks.ts'

export interface Part {
  readonly kind: BlockKind
  readonly text: string
}

export const buildText = (parts: readonly Part[]): { text: string; blocks: Block[] } => {
  const blocks: Block[] = []
  const texts: string[] = []
  let start = 0
  for (const part of parts) {
    const text = tidy(part.text)
    if (text === '') continue
    blocks.push({ kind: part.kind, start, end: start + text.length })
    texts.push(text)
    start += text.length + blankLine.length
  }
  return { text: texts.join(blankLine), blocks }
}

const blankLine = '\n\n'

/**
 * White space as a page shows it: runs become one blank, a line break stays one, soft hyphens and zero-width marks
 * (they are hints for a typesetter) go, half characters become the replacement character.
 *   "  Ferry\u00a0 re\u00adturns \n now " -> "Ferry returns\nnow"
 */
export const tidy = (text: string): string => (isTidy(text) ? text : tidied(text))

const tidied = (text: string): string =>
  withWindowsMarks(text)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .map(line => line.replace(invisible, '').replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')
    .join('\n')

/** Control characters but for white space, soft hyphen, zero-width space, word joiner, byte order mark. */
const invisible = /[^\P{Cc}\s]|[\u00ad\u200b\u2060\ufeff]/gu

const blank = 32
/** Everything from here up to the general punctuation is a letter or a mark that stays: most text has nothing else. */
const firstOddCode = 0x1680

/** Nearly all text is as it should be; to see that costs far less than to rewrite it. */
const isTidy = (text: string): boolean => {
  let last = blank
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code <= blank ? code !== blank || last === blank : isOdd(code)) return false
    last = code
  }
  return last !== blank
}

/** Curly quotes, dashes and the ellipsis (2010 to 2027) are what prose has of the rest. */
const isOdd = (code: number): boolean => {
  if (code < firstOddCode) return code === 0xad || (code >= 0x7f && code <= 0xa0)
  return (
    code < 0x2010 ||
    (code > 0x2027 && code < 0x2070 && code !== 0x2032 && code !== 0x2033) ||
    (code >= 0x3000 && code === 0x3000) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfeff
  )
}

/** Takes inline text piece by piece; `end` closes the block that the pieces made. */
export interface PartWriter {
  readonly parts: Part[]
  write(text: string): void
  lineBreak(): void
  end(kind: BlockKind): void
  /** A block whose text is whole already. */
  add(kind: BlockKind, text: string): void
}

export const openParts = (): PartWriter => {
  const parts: Part[] = []
  let pieces: string[] = []
  return {
    parts,
    write(text) {
      if (text !== '') pieces.push(text)
    },
    lineBreak() {
      pieces.push('\n')
    },
    end(kind) {
      if (pieces.length === 0) return
      const text = tidy(pieces.join(''))
      pieces = []
      if (text !== '') parts.push({ kind: toldKind(kind, text), text })
    },
    add(kind, text) {
      const whole = tidy(text)
      if (whole !== '') parts.push({ kind: toldKind(kind, whole), text: whole })
    },
  }
}

/** The lines of a text without markup, a paragraph each. */
export const linesToParts = (text: string): Part[] => {
  const writer = openParts()
  for (const line of text.split(/\n+/)) writer.add('paragraph', line)
  return writer.parts
}

/** Kinds that a line in plain text may tell of itself and that markup often leaves a paragraph: "(Reporting by …)". */
const toldKinds: ReadonlySet<BlockKind> = new Set(['note', 'credit', 'byline', 'subheading'])

const toldKind = (kind: BlockKind, text: string): BlockKind => {
  if (kind !== 'paragraph' && kind !== 'listItem') return kind
  const told = kindOfLine(text)
  if (told === null || !toldKinds.has(told.kind)) return kind
  if (kind === 'listItem') return told.name === 'time-mark' ? told.kind : kind
  // "By the time …" ends like the sentence that it is.
  return told.kind === 'byline' && endsLikeSentence(text) ? kind : told.kind
}

/** Whether two lines say the same on a page: case, quotation style and end stops aside. */
export const sameWords = (a: string, b: string): boolean => wordsOnly(a) === wordsOnly(b)

const wordsOnly = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
