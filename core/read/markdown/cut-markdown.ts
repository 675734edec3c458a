/**
 * A long Markdown document in pieces that can be parsed one after the other: the parser needs up to 500 bytes for a
 * character (a table, a list of one-letter items), so that a book at once would fill the memory of a small machine.
 *
 *   "# One\n\nText …\n\n# Two\n\nText …" -> ["# One\n\nText …\n\n", "# Two\n\nText …"]
 *
 * Cut at a blank line before a line that is not indented, outside code fences, comments and scripts: there every block
 * has ended, so that the pieces say what the whole says. Only where there is no such place for very long, as in a list
 * without a blank line, any line's end will do, or a blank.
 */

/** Characters. What is shorter stays whole: a long read has 60,000. */
const enough = 250_000
/** The longest piece: with it the parser stays under 500 MB, whatever is in it. */
const most = 1_000_000

/** Whether a line ends the fence, comment or script that is open. */
type Ends = (line: string) => boolean

export const cutMarkdown = (markdown: string): string[] => {
  const pieces: string[] = []
  let from = 0
  let ends: Ends | null = null
  let isAfterBlank = false
  const cutAt = (at: number): void => {
    pieces.push(markdown.slice(from, at))
    from = at
  }
  for (let at = 0; at < markdown.length && markdown.length - from > enough; ) {
    const next = markdown.indexOf('\n', at) + 1 || markdown.length
    const line = markdown.slice(at, next)
    const isBetween = ends === null && isAfterBlank && /^\S/.test(line)
    if ((isBetween && at - from >= enough) || (at > from && next - from > most)) cutAt(at)
    while (next - from > most) cutAt(blankBefore(markdown, from + most, from))
    if (ends === null) ends = whatEnds(line)
    else if (ends(line)) ends = null
    isAfterBlank = line.trim() === ''
    at = next
  }
  return [...pieces, markdown.slice(from)]
}

/** Null where the line opens nothing that lasts beyond it. */
const whatEnds = (line: string): Ends | null => {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
  if (fence !== undefined) return other => isFence(other.trim(), fence)
  const html = /^ {0,3}<(!--|(?:script|pre|style|textarea)(?=[\s>]))/i.exec(line)?.[1]
  if (html === undefined) return null
  const ends: Ends = html === '!--' ? other => other.includes('-->') : other => htmlEnd.test(other)
  return ends(line) ? null : ends
}

const htmlEnd = /<\/(?:script|pre|style|textarea)>/i

/** "`````" ends "```"; "``` js" and "~~~" do not. */
const isFence = (line: string, opened: string): boolean =>
  line.length >= opened.length && line === opened.charAt(0).repeat(line.length)

/** Where a line that is too long is cut: after a blank, else anywhere but inside a character. */
const blankBefore = (text: string, limit: number, from: number): number => {
  const blank = text.lastIndexOf(' ', limit - 1)
  if (blank > from) return blank + 1
  return /[\udc00-\udfff]/.test(text.charAt(limit)) ? limit - 1 : limit
}
