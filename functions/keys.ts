/**
 * Where everything lies. One table of prefixes, so that grants, triggers and handlers cannot disagree.
 *
 *   inbox    incoming/{source}/{yyyy}/{mm}/{dd}/{delivery}.{ext}   rejected/{same}.json
 *            articles/{id}.json   overrides/{id}.json   waiting/{time}/{id}   awake/{id}.json   reprocessing/{run}/…
 *   content  articles/{id}/{name}   index/{yyyy-mm-dd}/{id}.json   feeds/…   publishing/turn.json
 */
import { createHash } from 'node:crypto'

export const prefixes = {
  inbox: {
    incoming: 'incoming/',
    rejected: 'rejected/',
    articles: 'articles/',
    overrides: 'overrides/',
    waiting: 'waiting/',
    awake: 'awake/',
    reprocessing: 'reprocessing/',
  },
  content: {
    articles: 'articles/',
    index: 'index/',
    feeds: 'feeds/',
    publishing: 'publishing/',
  },
} as const

/** S3 refuses keys of more bytes than this. */
const longestKeyBytes = 1_024

export const articleKey = (id: string): string => `${prefixes.inbox.articles}${id}.json`
export const overrideKey = (id: string): string => `${prefixes.inbox.overrides}${id}.json`
export const documentKey = (id: string, name: string): string => `${prefixes.content.articles}${id}/${name}`
export const indexKey = (day: string, id: string): string => `${prefixes.content.index}${day}/${id}.json`
export const turnKey = `${prefixes.content.publishing}turn.json`

/** Written when an embargo is over, to open extract. */
export const awakeKey = (id: string): string => `${prefixes.inbox.awake}${id}.json`

/** Sorts by time, so that those that are due stand first. */
export const waitingKey = (until: string, id: string): string =>
  `${prefixes.inbox.waiting}${new Date(until).toISOString()}/${id}`

export const parseWaitingKey = (key: string): { until: string; id: string } | null => {
  const match = /^waiting\/([^/]+)\/([^/]+)$/.exec(key)
  return match?.[1] && match[2] ? { until: match[1], id: match[2] } : null
}

/** incomingKey('wire', 2026-11-23, 'a1.html') -> 'incoming/wire/2026/11/23/a1.html' */
export const incomingKey = (source: string, at: Date, delivery: string): string => {
  const day = at.toISOString().slice(0, 10).replaceAll('-', '/')
  return `${prefixes.inbox.incoming}${source}/${day}/${delivery}`
}

/** 'incoming/wire/2026/11/23/a1.html' -> 'rejected/wire/2026/11/23/a1.html.json'; cut with a hash where too long. */
export const rejectedKey = (incoming: string): string => {
  const rest = incoming.slice(prefixes.inbox.incoming.length)
  const key = `${prefixes.inbox.rejected}${rest}.json`
  if (Buffer.byteLength(key) <= longestKeyBytes) return key
  const hash = createHash('sha256').update(incoming).digest('hex').slice(0, 32)
  return `${prefixes.inbox.rejected}${cutToBytes(rest, 900)}-${hash}.json`
}

/** By whole characters, so that no half of one is left. */
const cutToBytes = (text: string, bytes: number): string => {
  const characters = [...text]
  while (Buffer.byteLength(characters.join('')) > bytes) characters.pop()
  return characters.join('')
}

/** The id of 'articles/{id}.json', 'overrides/{id}.json' or 'awake/{id}.json' in the inbox, or null for any other. */
export const articleIdOfKey = (key: string): string | null =>
  /^(?:articles|overrides|awake)\/([A-Za-z0-9][A-Za-z0-9._-]*)\.json$/.exec(key)?.[1] ?? null

/** What the place of a delivery tells about it. */
export interface Delivery {
  readonly source: string
  /** Name of the delivery without its day and extension: the source's id where the content tells none. */
  readonly sourceId: string
  /** File name, which tells the format. */
  readonly name: string
}

/**
 * incoming/wire/2026/11/23/a1.html -> wire, a1 · incoming/wire/a1.html -> wire, a1 · incoming/a1.html -> upload, a1
 * null where it is no delivery: another prefix, or the empty object that consoles make for a folder.
 */
export const parseIncomingKey = (key: string): Delivery | null => {
  if (!key.startsWith(prefixes.inbox.incoming) || key.endsWith('/')) return null
  const segments = key.slice(prefixes.inbox.incoming.length).split('/')
  const source = segments.length > 1 ? (segments[0] ?? '') : ''
  const rest = (segments.length > 1 ? segments.slice(1) : segments).join('/')
  const path = rest.replace(/^\d{4}\/\d{2}\/\d{2}\//, '')
  const sourceId = path.replace(/\.[A-Za-z0-9]{1,8}$/, '')
  return { source: source || 'upload', sourceId: sourceId || path, name: path }
}
