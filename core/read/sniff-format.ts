/**
 * Which format a delivery is in: by its name's ending, else its content type, else its first characters.
 *
 *   "story.html" -> html     "application/json" -> json     "<?xml …" -> xml     "Prose." -> text
 */
export type Format = 'text' | 'html' | 'markdown' | 'json' | 'xml'

/** What the name or the content type says; null where they say nothing that we know, or only "bytes" or "text". */
export const namedFormat = (name: string | undefined, contentType: string | undefined): Format | null => {
  const ending = name?.match(/\.([A-Za-z0-9]{1,10})$/)?.[1]?.toLowerCase()
  const byName = ending === undefined ? undefined : formatByEnding.get(ending)
  if (byName !== undefined) return byName
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type.endsWith('+json')) return 'json'
  if (type.endsWith('+xml') && type !== 'application/xhtml+xml') return 'xml'
  return formatByType.get(type) ?? null
}

const formatByEnding = new Map<string, Format>([
  ['txt', 'text'],
  ['text', 'text'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdx', 'markdown'],
  ['json', 'json'],
  ['jsonl', 'json'],
  ['ndjson', 'json'],
  ['jsonld', 'json'],
  ['xml', 'xml'],
  ['rss', 'xml'],
  ['atom', 'xml'],
  ['nitf', 'xml'],
])

const formatByType = new Map<string, Format>([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/markdown', 'markdown'],
  ['text/x-markdown', 'markdown'],
  ['application/json', 'json'],
  ['text/json', 'json'],
  ['application/xml', 'xml'],
  ['text/xml', 'xml'],
])

/** By its name, else by the text; a whole page is HTML even where its name says .txt. */
export const formatOf = (named: Format | null, text: string): Format => {
  if (named === 'text' && /^\s*<(?:!doctype\s+html|html)[\s>]/i.test(text.slice(0, 4096))) return 'html'
  return named ?? sniffFormat(text)
}

/** From the decoded text alone. Markdown is told only by its front matter: prose may hold any of its other marks. */
export const sniffFormat = (text: string): Format => {
  const head = text.slice(0, 4096).trimStart()
  if (/^<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h[1-6]|meta|!--)[\s>]/i.test(head))
    return 'html'
  if (/^<\?xml\b/i.test(head)) return /<html[\s>]/i.test(head) ? 'html' : 'xml'
  if (/^<(?:rss|feed|newsItem|newsMessage|nitf|entry|item)[\s>]/.test(head)) return 'xml'
  if (/^[[{]/.test(head) && (beginsLikeJson.test(head) || isJson(text))) return 'json'
  if (/^(?:---|\+\+\+)[ \t]*\n/.test(head)) return 'markdown'
  if (/<(?:p|br|h[1-6]|ul|ol|blockquote)\s*\/?>/i.test(head)) return 'html'
  return 'text'
}

/** `{"title": ` is no prose; where the rest is broken, the reader says how. */
const beginsLikeJson = /^(?:\[\s*)?\{\s*"[^"\n]{1,100}"\s*:/

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false // prose that begins with a bracket
  }
}
