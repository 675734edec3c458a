/**
 * Keys in the order in which S3 lists them: by their UTF-8 bytes. JavaScript's own order differs beyond U+FFFF.
 */

export const byUtf8 = (a: string, b: string): number => {
  if (a === b) return 0
  // ASCII keys, which nearly all are, compare the same both ways.
  if (isAscii.test(a) && isAscii.test(b)) return a < b ? -1 : 1
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant, its controls included.
const isAscii = /^[\u0000-\u007f]*$/
