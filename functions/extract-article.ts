/**
 * Makes the content of an article agree with the inbox: its documents and its index entry where it may be seen, a
 * tombstone where it may no longer, nothing where the inbox holds nothing.
 *
 * It looks at the inbox's present state, never at what an event said, and looks again at the end: whoever was
 * overtaken while working starts over. One that dies half-way is delivered again and does the same. So the last one
 * to touch an article has always seen its newest state, in whatever order things happened.
 */
import type { Article } from '../content-schema/article.ts'
import { type ArticleState, readArticleState } from './article-state.ts'
import { articleIdOfKey, waitingKey } from './keys.ts'
import { type PublishedState, readPublishedState } from './published-state.ts'
import { type QueueHandler, queueDoor } from './queue-door.ts'
import type { Services } from './services.ts'
import { toJsonBytes } from './stored-json.ts'
import { eraseArticle, takeDownArticle } from './take-down-article.ts'
import { writeDocuments } from './write-documents.ts'

export interface Extracted {
  readonly articleId: string
  /** waiting: under embargo; held-back: withheld, and never seen yet; erased: no longer in the inbox. */
  readonly outcome: 'extracted' | 'older' | 'waiting' | 'held-back' | 'taken-down' | 'erased'
}

/** Overtaken this often by newer states of one article within seconds: no newsroom does that. */
const mostRounds = 10

export const extractDoor = (services: Services): QueueHandler =>
  queueDoor('extract', services, async event => {
    const articleId = articleIdOfKey(event.key)
    if (articleId !== null) await extractArticle(services, articleId)
  })

export const extractArticle = async (services: Services, articleId: string): Promise<Extracted> => {
  const started = performance.now()
  for (let round = 1; round <= mostRounds; round++) {
    // At once: a request takes longer than most articles.
    const [state, before] = await Promise.all([
      readArticleState(services.inbox, articleId),
      readPublishedState(services.content, articleId),
    ])
    const outcome = await bringAbout(services, articleId, state, before)
    const after = await readArticleState(services.inbox, articleId)
    if (after.version === state.version) {
      report(services, { articleId, outcome, rounds: round, ms: performance.now() - started })
      return { articleId, outcome }
    }
  }
  throw new Error(`article ${articleId} changed ${mostRounds} times while it was extracted`)
}

const bringAbout = async (
  services: Services,
  articleId: string,
  state: ArticleState,
  before: PublishedState,
): Promise<Extracted['outcome']> => {
  const { article } = state
  if (article === null) {
    await eraseArticle(services, articleId, before)
    return 'erased'
  }
  if (isToBeSeen(article, services.now())) return writeDocuments(services, article, state.override, before)
  if (article.status === 'usable' && article.embargoedUntil !== null) {
    await services.inbox.write(waitingKey(article.embargoedUntil, articleId), toJsonBytes({ articleId }), {
      contentType: 'application/json; charset=utf-8',
    })
    // Where an earlier revision was to be seen already, it goes until the moment comes.
    await takeDownArticle(services, article, before)
    return 'waiting'
  }
  return takeDownArticle(services, article, before)
}

export const isToBeSeen = ({ status, embargoedUntil }: Article, now: Date): boolean =>
  status === 'usable' && (embargoedUntil === null || Date.parse(embargoedUntil) <= now.getTime())

interface Report extends Extracted {
  readonly rounds: number
  readonly ms: number
}

const report = ({ log, meter }: Services, { articleId, outcome, rounds, ms }: Report): void => {
  log.info(outcome, { stage: 'extract', articleId, outcome, rounds, ms: Math.round(ms) })
  if (outcome === 'extracted') meter.count('ArticlesExtracted')
  if (outcome === 'waiting') meter.count('ArticlesWaiting')
  if (outcome === 'taken-down' || outcome === 'erased') meter.count('ArticlesTakenDown')
  meter.milliseconds('ExtractMilliseconds', ms)
}
