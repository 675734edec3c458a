/**
 * What the page fetches: the public feeds and documents, and in desk mode the desk's own interface. Always from where
 * the page itself came from.
 */
import type { ArticleDocument, PublishedArticle } from '../../content-schema/documents.ts'
import type { Edit, Override } from '../../content-schema/override.ts'
import type { Problem } from '../../content-schema/problem.ts'

export const isDesk = document.documentElement.dataset.mode === 'desk'

/** From the page to the documents: "" or "../". */
const root = document.documentElement.dataset.root ?? ''
export const feedPath = (name: string): string => `${root}feeds/${name}`

/** An entry of the list, as the JSON Feed tells it. */
export interface Entry {
  readonly id: string
  readonly headline: string
  readonly standfirst: string | null
  readonly oneSentence: string
  readonly at: string | null
  readonly source: string
  readonly places: readonly string[]
  readonly speakers: readonly string[]
  readonly quotes: number
}

export interface RejectedDelivery {
  readonly key: string
  readonly at: string
  readonly problems: readonly Problem[]
}

/** What went wrong, in words for a person. */
export class Trouble extends Error {
  readonly problems: readonly Problem[]
  constructor(message: string, problems: readonly Problem[] = []) {
    super(message)
    this.problems = problems
  }
}

// The documents are checked by the schema before they are written; the page trusts them.
const fetchJson = async <T>(path: string, init?: RequestInit): Promise<T> => {
  // asked again with its entity tag each time: what was just published is to be seen now
  const response = await fetch(path, { cache: 'no-cache', ...init }).catch(() => {
    throw new Trouble('The desk does not answer. Is it still running?')
  })
  const json = await response.json().catch(() => null)
  if (!response.ok) throw new Trouble(troubleOf(response.status), json?.problems ?? [])
  return json
}

const troubleOf = (status: number): string =>
  status === 404
    ? 'There is no such document.'
    : status === 422
      ? 'This could not be read.'
      : `The desk answered ${status}.`

interface FeedItem {
  readonly title?: string
  readonly summary?: string
  readonly date_published?: string
  readonly date_modified?: string
  readonly _copydesk: {
    readonly id: string
    readonly source: string
    readonly standfirst: string | null
    readonly places: readonly { readonly name: string }[]
    readonly quotes: readonly { readonly speaker: { readonly name: string } | null }[]
    readonly counts: { readonly quotes: number }
  }
}
interface FeedPage {
  readonly items: readonly FeedItem[]
  readonly next_url?: string
}

const mostPages = 10 // 10 pages of the feed are more than anybody scrolls; the search field narrows them

export const loadEntries = async (): Promise<Entry[]> => {
  const entries: Entry[] = []
  let path: string | undefined = feedPath('latest.json')
  for (let page = 0; path !== undefined && page < mostPages; page++) {
    const feed: FeedPage = await fetchJson<FeedPage>(path)
    entries.push(...feed.items.map(toEntry))
    path =
      feed.next_url === undefined
        ? undefined
        : feedPath(new URL(feed.next_url).pathname.replace(/^.*\/feeds\//, ''))
  }
  return entries
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]

const toEntry = ({ title, summary, date_published, date_modified, _copydesk }: FeedItem): Entry => ({
  id: _copydesk.id,
  headline: title ?? '',
  standfirst: _copydesk.standfirst,
  oneSentence: summary ?? '',
  at: date_published ?? date_modified ?? null,
  source: _copydesk.source,
  places: unique(_copydesk.places.map(place => place.name)),
  speakers: unique(_copydesk.quotes.flatMap(quote => (quote.speaker ? [quote.speaker.name] : []))),
  quotes: _copydesk.counts.quotes,
})

export const documentPath = (id: string, name: string): string =>
  `${root}articles/${encodeURIComponent(id)}/${name}`

export const loadArticle = (id: string): Promise<PublishedArticle> =>
  fetchJson<PublishedArticle>(documentPath(id, 'article.json'))

export const loadRejected = (): Promise<RejectedDelivery[]> =>
  isDesk ? fetchJson<RejectedDelivery[]>('api/rejected') : Promise.resolve([])

export interface Trial {
  readonly ms: number
  readonly document: ArticleDocument
}

export const readOnTrial = (name: string, body: BodyInit, signal: AbortSignal): Promise<Trial> =>
  fetchJson<Trial>(`api/read?name=${encodeURIComponent(name)}`, { method: 'POST', body, signal })

export const loadEdits = async (id: string): Promise<readonly Edit[]> =>
  isDesk ? (await fetchJson<Override>(`api/overrides/${encodeURIComponent(id)}`)).edits : []

export const saveEdits = async (id: string, edits: readonly Edit[]): Promise<ArticleDocument> => {
  const body = JSON.stringify({ edits })
  const path = `api/overrides/${encodeURIComponent(id)}`
  return (await fetchJson<{ document: ArticleDocument }>(path, { method: 'PUT', body })).document
}

/** Calls back when something was published; loads the page anew when the desk itself was started anew. */
export const onChange = (changed: () => void): (() => void) => {
  if (!isDesk) return () => {}
  let startId = ''
  const events = new EventSource('api/events')
  events.addEventListener('changed', () => changed())
  events.addEventListener('start', event => {
    const told: { startId: string } = JSON.parse(event.data)
    if (startId !== '' && startId !== told.startId) location.reload()
    startId = told.startId
  })
  return () => events.close()
}
