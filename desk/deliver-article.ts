/**
 * One article through the local cloud, and what came of it.
 */
import * as z from 'zod'
import { Article } from '../content-schema/article.ts'
import { ArticleDocument } from '../content-schema/documents.ts'
import { Problem } from '../content-schema/problem.ts'
import { NotVerbatimError } from '../functions/find-edited-variants.ts'
import { articleKey, documentKey, incomingKey, rejectedKey } from '../functions/keys.ts'
import type { Services } from '../functions/services.ts'
import { contentTypeOf } from '../functions/store/content-type.ts'
import { parseStoredJson } from '../functions/stored-json.ts'
import { type LocalCloud, openLocalCloud } from './local-cloud.ts'
import { localServices } from './local-services.ts'
import type { Input } from './open-input.ts'

export interface Press {
  readonly cloud: LocalCloud
  /** What the last delivery gave, or null where it was rejected. */
  readonly lastIngested: () => LastIngested | null
  /** Milliseconds spent in finding variants since the last call. */
  readonly takeMs: () => number
  publish(): Promise<{ readonly feeds: number }>
}

interface LastIngested {
  readonly articleId: string
  /** A newer state of the article was there already, and stays. */
  readonly isOlder: boolean
}

export type Delivered =
  | {
      readonly ok: true
      readonly document: ArticleDocument
      readonly json: string
      readonly ms: number
      /** The document is not of what was delivered, but of a newer state that was there already. */
      readonly isOlder: boolean
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export const openPress = (folder: string, given: Services = localServices(folder)): Press => {
  let ingested: LastIngested | null = null
  let feeds = 0
  let ms = 0
  const cloud = openLocalCloud({
    ...given,
    // What became of a delivery is in the log, as it is in the cloud.
    log: {
      ...given.log,
      info: (message, fields) => {
        if (fields.stage === 'ingest' && typeof fields.articleId === 'string')
          ingested = { articleId: fields.articleId, isOlder: fields.outcome === 'older' }
        if (fields.stage === 'publish' && typeof fields.feeds === 'number') feeds = fields.feeds
        given.log.info(message, fields)
      },
    },
    findVariants: article => {
      const started = performance.now()
      const variants = given.findVariants(article)
      ms += performance.now() - started
      return variants
    },
  })
  return {
    cloud,
    lastIngested: () => {
      const last = ingested
      ingested = null
      return last
    },
    takeMs: () => {
      const taken = ms
      ms = 0
      return taken
    },
    publish: async () => {
      throwDeadLetters(await cloud.settle())
      return { feeds }
    },
  }
}

export const deliverArticle = async (press: Press, { delivery, bytes }: Input): Promise<Delivered> => {
  const { cloud } = press
  const { inbox, content, now } = cloud.services
  const key = incomingKey('desk', now(), delivery)
  await cloud.deliver(key, bytes, contentTypeOf(key))
  throwDeadLetters(await cloud.settle(['ingest']))
  const ingested = press.lastIngested()
  if (ingested === null) {
    const rejected = parseStoredJson(
      z.object({ problems: z.array(Problem) }),
      await inbox.read(rejectedKey(key)),
    )
    return { ok: false, problems: rejected?.problems ?? [nothingLearnt(key)] }
  }
  const { articleId, isOlder } = ingested
  // Again even where it is stored already: the reading may have become better since.
  cloud.redeliver('inbox', articleKey(articleId))
  const extracted = await cloud.settle(['extract'])
  const fault = extracted.failures.find(failure => failure instanceof NotVerbatimError)
  if (fault !== undefined) return { ok: false, problems: [notVerbatim(fault)] }
  throwDeadLetters(extracted)
  const stored = await content.read(documentKey(articleId, 'article.json'))
  const document = parseStoredJson(ArticleDocument, stored)
  if (stored === null || document === null) {
    const hidden = parseStoredJson(Article, await inbox.read(articleKey(articleId)))
    return { ok: false, problems: [notToBeSeen(articleId, hidden)] }
  }
  return { ok: true, document, json: new TextDecoder().decode(stored.bytes), ms: press.takeMs(), isOlder }
}

const throwDeadLetters = ({ failures }: Awaited<ReturnType<LocalCloud['settle']>>): void => {
  if (failures.length > 0) throw new AggregateError(failures, `${failures[0]}`, { cause: failures[0] })
}

/** A fault of ours, but of this article alone: the others are read. */
const notVerbatim = ({ message }: Error): Problem => ({
  code: 'fault',
  path: '',
  message: `Copydesk failed on this article: ${message}. Please report it.`,
})

const nothingLearnt = (key: string): Problem => ({
  code: 'not-found',
  path: '',
  message: `nothing became of the delivery ${key}; its name is none that the inbox takes.`,
})

const notToBeSeen = (articleId: string, article: Article | null): Problem => ({
  code: 'inconsistent',
  path: 'status',
  message: `article ${articleId} was understood, but has no documents, since ${reasonToHide(article)}.`,
})

const reasonToHide = (article: Article | null): string => {
  if (article?.status === 'canceled') return 'it says that it was withdrawn (canceled)'
  if (article?.status === 'withheld')
    return 'it says that it is a draft or otherwise not to be seen (withheld); it waits in the inbox'
  const until = article?.embargoedUntil ?? null
  return until === null
    ? 'a later revision of it is not to be seen; it waits in the inbox'
    : `it is under embargo until ${until}; it waits in the inbox`
}
