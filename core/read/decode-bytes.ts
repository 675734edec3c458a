/**
 * Bytes to text: byte order mark, then what the delivery says (content type), then what the document says about
 * itself (HTML meta, XML declaration), then UTF-8; and Windows-1252 for HTML that is no UTF-8 (as browsers do) and for
 * text that can hardly be anything else. Line ends become "\n". Binary files, empty files and bytes that do not decode are Problems.
 */
import type { Problem } from '../../content-schema/problem.ts'
import { withWindowsMarks } from './windows-marks.ts'

export type Decoded =
  /** `guess`: the encoding, where nothing named it and it is not UTF-8. */
  | { readonly ok: true; readonly text: string; readonly guess?: string }
  | { readonly ok: false; readonly problem: Problem }

export interface DecodeOptions {
  readonly contentType?: string
  /** HTML and XML may name their encoding inside. */
  readonly isMarkup: boolean
}

export const decodeBytes = (bytes: Uint8Array, options: DecodeOptions): Decoded => {
  if (bytes.length === 0) return refuse('empty', 'The file is empty: got 0 bytes; send the article.')
  const kind = binaryKind(bytes)
  if (kind !== null) {
    return refuse(
      'binary',
      `The file is ${kind}, not text; export the article as text, HTML, Markdown or JSON.`,
    )
  }
  const mark = markOf(bytes)
  const unmarked = mark === null ? unmarkedUtf16(bytes) : null
  const marked = mark ?? unmarked
  const told = [charsetOf(options.contentType), options.isMarkup ? charsetInside(bytes) : null]
  const names = (marked === null ? told : [marked]).filter(name => name !== null)
  // Who stores a file often says "utf-8" for all of its kind: where that is wrong, the document knows better.
  for (const name of names.length === 0 ? ['utf-8'] : names) {
    const decoder = decoderFor(name)
    const text = decoder === null ? null : decodeWith(decoder, bytes)
    if (text !== null) return accept(text, bytes, unmarked)
  }
  const [named = null] = names
  if (named !== null && decoderFor(named) === null) {
    return refuse('bad-encoding', `The encoding "${named}" is not known; use UTF-8.`)
  }
  if (named === null && (options.isMarkup || looksWestern(bytes))) {
    return accept(withWindowsMarks(new TextDecoder('windows-1252').decode(bytes)), bytes, 'Windows-1252')
  }
  return refuse(
    'bad-encoding',
    `The file is not valid ${named ?? 'UTF-8'} (byte ${firstBadByte(bytes)}); save it as UTF-8.`,
  )
}

const refuse = (code: Problem['code'], message: string): Decoded => ({
  ok: false,
  problem: { code, path: '', message },
})

const accept = (decoded: string, bytes: Uint8Array, guess: string | null): Decoded => {
  const text = decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  // A few stray control characters are dirt; many are a binary format that has no magic number.
  let controls = 0
  for (let i = 0; i < Math.min(text.length, 4096); i += 1) {
    const code = text.charCodeAt(i)
    if (code < 9 || (code > 13 && code < 32)) controls += 1
  }
  if (controls > 8 && controls * 20 > Math.min(text.length, 4096)) {
    return refuse(
      'binary',
      `The file is binary (${bytes.length} bytes full of control characters), not text.`,
    )
  }
  return guess === null ? { ok: true, text } : { ok: true, text, guess }
}

type Decoder = InstanceType<typeof TextDecoder>

const decoderFor = (charset: string): Decoder | null => {
  try {
    return new TextDecoder(charset, { fatal: true })
  } catch {
    return null // the label is not one that the Encoding standard knows
  }
}

const decodeWith = (decoder: Decoder, bytes: Uint8Array): string | null => {
  try {
    const text = decoder.decode(bytes)
    return decoder.encoding === 'windows-1252' ? withWindowsMarks(text) : text
  } catch {
    return null // fatal: a byte that the encoding does not have
  }
}

const magics: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['PK\u0003\u0004', 'a zip archive (or a Word, Pages or OpenDocument file)'],
  ['\u001f\u008b', 'compressed (gzip)'],
  ['\u0089PNG', 'a PNG image'],
  ['\u00ff\u00d8\u00ff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['RIFF', 'a RIFF file (audio, video or WebP)'],
  ['ID3', 'an MP3 file'],
  ['OggS', 'an Ogg file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Microsoft Office file'],
  ['{\\rtf', 'an RTF file'],
  ['BZh', 'compressed (bzip2)'],
  ['\u007fELF', 'a program'],
  ['Rar!', 'a RAR archive'],
  ['7z\u00bc\u00af', 'a 7z archive'],
]

const binaryKind = (bytes: Uint8Array): string | null => {
  const head = latin1(bytes, 12)
  for (const [magic, kind] of magics) if (head.startsWith(magic)) return kind
  if (head.slice(4, 8) === 'ftyp') return 'an MP4 or HEIC file'
  if (markOf(bytes) !== null || unmarkedUtf16(bytes) !== null) return null // UTF-16 has zero bytes and is text
  return bytes.subarray(0, 65_536).includes(0) ? 'binary (it has zero bytes)' : null
}

const latin1 = (bytes: Uint8Array, length: number): string =>
  Array.from(bytes.subarray(0, length), byte => String.fromCharCode(byte)).join('')

const markOf = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

const sampleBytes = 4_096

/** Latin letters in UTF-16 have a zero byte each, always on the same side; no other file has. */
const unmarkedUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null
  const zeros: [number, number] = [0, 0]
  const pairs = Math.min(bytes.length, sampleBytes) / 2
  for (let i = 0; i < pairs * 2; i += 2) {
    if (bytes[i] === 0) zeros[0] += 1
    if (bytes[i + 1] === 0) zeros[1] += 1
  }
  const [even, odd] = zeros
  if (odd > pairs / 2 && even === 0) return 'utf-16le'
  return even > pairs / 2 && odd === 0 ? 'utf-16be' : null
}

/** Of bytes above ASCII, English has a curly quote or an accent in a hundred; what is not western has far more. */
const mostAboveAscii = 1 / 30
/** 81, 8D, 8F, 90 and 9D are nothing in Windows-1252; FF is a letter of next to no word. */
const unlikelyBytes: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xff])

/**
 * Whether text that is no UTF-8 is Windows-1252 (of which ISO 8859-1 is a part), as old wires and editors write it.
 * Polish, Czech, Turkish, Greek and Russian in encodings of their own are not taken for it, nor is much French.
 */
const looksWestern = (bytes: Uint8Array): boolean => {
  let above = 0
  for (const byte of bytes) {
    if (byte < 0x80) continue
    above += 1
    if (unlikelyBytes.has(byte)) return false
  }
  return above > 0 && above <= bytes.length * mostAboveAscii
}

/** "text/html; charset=ISO-8859-1" -> "ISO-8859-1" */
const charsetOf = (contentType: string | undefined): string | null =>
  contentType?.match(/;\s*charset\s*=\s*"?([\w.:-]{1,40})/i)?.[1] ?? null

/** <meta charset=…>, <meta … content="text/html; charset=…"> and <?xml encoding=…?> stand in the first kilobytes. */
const charsetInside = (bytes: Uint8Array): string | null => {
  const head = latin1(bytes, 2048)
  const xml = head.match(/^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})/i)?.[1]
  const named = xml ?? head.match(/<meta[^>]{0,400}charset\s*=\s*["']?\s*([\w.:-]{1,40})/i)?.[1] ?? null
  // A document that can say so in these bytes is no UTF-16, whatever it says (as browsers hold it).
  return named !== null && /^utf-?16/i.test(named) ? 'utf-8' : named
}

const firstBadByte = (bytes: Uint8Array): number => {
  let low = 0
  let high = bytes.length
  // What decodes as a stream up to `low` has no bad byte before it: halve until found.
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (decodesSoFar(bytes.subarray(0, middle))) low = middle
    else high = middle
  }
  return low
}

const decodesSoFar = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false // fatal: a bad byte in this part
  }
}
