/**
 * Text for the inside of an XML element or attribute.
 *
 *   a < b & "c" -> a &lt; b &amp; &quot;c&quot;
 *
 * What XML 1.0 may not hold at all (most control characters, lone surrogates) becomes U+FFFD.
 */
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

export const escapeXml = (text: string): string =>
  toXmlCharacters(text).replace(/[&<>"]/g, mark => escapes[mark] ?? mark)

/** The text with what XML may not hold replaced: U+0001, U+FFFE, half of a surrogate pair; not "\n", not an emoji. */
export const toXmlCharacters = (text: string): string => text.replace(notXml, '\uFFFD')

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu
