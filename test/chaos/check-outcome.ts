/**
 * What must hold after the storm: the stores hold what they would hold if the newest state of each article had been
 * delivered once, in calm.
 */
import type { Article, ArticleStatus } from '../../content-schema/article.ts'
import { compareRevisions } from '../../functions/compare-revisions.ts'
import { listKeys } from '../../functions/list-keys.ts'
import { publishFeeds } from '../../functions/publish-feeds.ts'
import { memoryStore } from '../../functions/store/memory-store.ts'
import type { Store } from '../../functions/store/store.ts'
import { noFaults } from './faulty-store.ts'
import { type Delivery, type Plan, stormEnds } from './plan.ts'
import { runStorm } from './storm.ts'
import { stormServices } from './storm-options.ts'

export interface Outcome {
  readonly inbox: Store
  readonly content: Store
}

export interface Failure {
  readonly what: string
  /** The article that is wrong, where it is one. */
  readonly articleId: string | null
}

const gravity: Readonly<Record<ArticleStatus, number>> = { usable: 0, withheld: 1, canceled: 2 }

/** The newest delivery of each article, and those that cannot be read. */
export const newestOf = (deliveries: readonly Delivery[]): Delivery[] => {
  const newest = new Map<string, Delivery>()
  const unreadable: Delivery[] = []
  for (const delivery of deliveries) {
    const { article } = delivery
    if (article === null) {
      unreadable.push(delivery)
      continue
    }
    const known = newest.get(article.id)?.article
    if (!known || isNewer(article, known)) newest.set(article.id, delivery)
  }
  return [...newest.values(), ...unreadable]
}

const isNewer = (a: Article, b: Article): boolean =>
  (compareRevisions(a.revision, b.revision) || gravity[a.status] - gravity[b.status]) > 0

export const checkOutcome = async (plan: Plan, storm: Outcome): Promise<Failure[]> => {
  const deliveries = newestOf(plan.deliveries)
  const calm: Outcome = { inbox: memoryStore(), content: memoryStore() }
  await runStorm(
    { seed: plan.seed, deliveries },
    { ...calm, faults: { ingest: noFaults, extract: noFaults, publish: noFaults } },
  )
  await publishFeeds(stormServices(calm.inbox, calm.content))
  // Feeds without an entry carry the moment of publishing, and where nothing was ever to be seen there are none.
  const isAnythingSeen = (await contents(calm.content, 'index/')).size > 0
  const hidden = new Set(deliveries.filter(({ article }) => article && !isVisible(article)).map(idOf))
  return [
    ...(await compare('inbox', 'articles/', storm.inbox, calm.inbox)),
    ...(await compareKeys('inbox', 'rejected/', storm.inbox, calm.inbox)),
    ...(await compare('content', 'articles/', storm.content, calm.content, hidden)),
    ...(await compare('content', 'index/', storm.content, calm.content)),
    ...(isAnythingSeen ? await compare('content', 'feeds/', storm.content, calm.content) : []),
    ...(await leaks(storm.content, hidden)),
  ]
}

const idOf = ({ article }: Delivery): string => article?.id ?? ''

const isVisible = ({ status, embargoedUntil }: Article): boolean =>
  status === 'usable' && (embargoedUntil === null || Date.parse(embargoedUntil) <= Date.parse(stormEnds))

const compare = async (
  bucket: string,
  prefix: string,
  storm: Store,
  calm: Store,
  mayHaveTombstone: ReadonlySet<string> = new Set(),
): Promise<Failure[]> => {
  const [got, expected] = [await contents(storm, prefix), await contents(calm, prefix)]
  const failures: Failure[] = []
  for (const key of new Set([...got.keys(), ...expected.keys()])) {
    const [is, shouldBe] = [got.get(key), expected.get(key)]
    if (is === shouldBe) continue
    const articleId = /(story-\d+)/.exec(key)?.[1] ?? null
    const isTombstone =
      shouldBe === undefined && is?.includes('"status":"withheld"') && key.endsWith('/article.json')
    // It was seen before it was withheld; in calm it never was.
    if (isTombstone && articleId !== null && mayHaveTombstone.has(articleId)) continue
    const how =
      is === undefined ? 'is missing' : shouldBe === undefined ? 'should not be there' : 'is not the newest'
    failures.push({ what: `${bucket} ${key} ${how}`, articleId })
  }
  return failures
}

const compareKeys = async (bucket: string, prefix: string, storm: Store, calm: Store): Promise<Failure[]> => {
  const [got, expected] = [await contents(storm, prefix), await contents(calm, prefix)]
  const missing = [...expected.keys()].filter(key => !got.has(key)).map(key => `${bucket} ${key} is missing`)
  const extra = [...got.keys()]
    .filter(key => !expected.has(key))
    .map(key => `${bucket} ${key} should not be there`)
  return [...missing, ...extra].map(what => ({ what, articleId: null }))
}

/** Nothing of a hidden article may be seen anywhere. */
const leaks = async (content: Store, hidden: ReadonlySet<string>): Promise<Failure[]> => {
  const failures: Failure[] = []
  for (const prefix of ['feeds/', 'index/', 'articles/']) {
    for (const [key, text] of await contents(content, prefix)) {
      for (const [, articleId = ''] of text.matchAll(/We will rebuild number \d+ of (story-\d+)/g)) {
        if (hidden.has(articleId))
          failures.push({ what: `content ${key} shows ${articleId}, which is hidden`, articleId })
      }
    }
  }
  return failures
}

const contents = async (store: Store, prefix: string): Promise<Map<string, string>> => {
  const texts = new Map<string, string>()
  for await (const { key } of listKeys(store, prefix)) {
    const stored = await store.read(key)
    if (stored) texts.set(key, comparable(key, new TextDecoder().decode(stored.bytes)))
  }
  return texts
}

/** Without what tells of the way: which days an article stood under before, and what was corrected on the way. */
const comparable = (key: string, text: string): string => {
  if (key.startsWith('articles/') && key.endsWith('/article.json')) {
    const { corrections: _, indexedUnder, ...rest } = JSON.parse(text)
    return JSON.stringify({ ...rest, indexedUnder: rest.status === 'usable' ? indexedUnder.slice(-1) : [] })
  }
  // It lists what is younger than two days, to the second.
  return key.startsWith('feeds/sitemap') ? '' : text
}
