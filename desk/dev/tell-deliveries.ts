/**
 * What became of each delivery, for the terminal: taken in, passed over, or refused with every problem and how to mend
 * it. The handlers say it in their log, as they do in the cloud; here it is put into words.
 *
 *   refused: storm.json (drop)
 *     body: No body was found under "body", "content" …
 */
import * as z from 'zod'
import { Problem } from '../../content-schema/problem.ts'
import { parseIncomingKey, rejectedKey } from '../../functions/keys.ts'
import type { Log, LogFields } from '../../functions/services.ts'
import type { Store } from '../../functions/store/store.ts'
import { parseStoredJson } from '../../functions/stored-json.ts'

export interface Teller {
  /** For the services: it hears what the handlers do. */
  readonly log: Log
  /** What was heard since the last call, in lines. `inbox`: where the records of what was refused lie. */
  takeLines(inbox: Store): Promise<readonly string[]>
}

type Heard = string | { readonly refusedKey: string }

/** `articleUrl`: where the page shows an article. */
export const openTeller = (articleUrl: (id: string) => string): Teller => {
  let heard: Heard[] = []
  const hear = (one: Heard | null): void => {
    if (one !== null) heard.push(one)
  }
  return {
    log: {
      info: (message, fields) => hear(heardOf(message, fields, articleUrl)),
      warn: (message, fields) => hear(heardOf(message, fields, articleUrl)),
      error: (message, fields) => hear(heardOf(message, fields, articleUrl)),
    },
    takeLines: async inbox => {
      const taken = heard
      heard = []
      const lines = await Promise.all(
        taken.map(one => (typeof one === 'string' ? [one] : refusalLines(inbox, one.refusedKey))),
      )
      return lines.flat()
    },
  }
}

const heardOf = (message: string, fields: LogFields, articleUrl: (id: string) => string): Heard | null => {
  const { stage, key, articleId, source } = fields
  if (stage === 'receive') return webhookLine(message, String(source), fields)
  if (stage === 'extract' && typeof articleId === 'string') return articleLine(message, articleId, articleUrl)
  if (stage !== 'ingest') return null
  if (message === 'rejected') return { refusedKey: String(key) }
  if (message === 'ignored') return `passed over: ${nameOf(String(key))}: ${String(fields.reason)}`
  if (fields.outcome === 'older')
    return `passed over: an older state of ${String(articleId)} than the one that is here`
  return null // extract says what came of it
}

const articleLine = (outcome: string, id: string, articleUrl: (id: string) => string): string | null => {
  if (outcome === 'extracted') return `read: ${articleUrl(id)}`
  if (outcome === 'waiting') return `held: ${id} is under embargo; it is shown when that ends`
  if (outcome === 'taken-down' || outcome === 'held-back')
    return `not shown: ${id} says that it is withheld or canceled`
  return null
}

const webhookLine = (message: string, source: string, fields: LogFields): string | null => {
  if (message === 'refused')
    return `refused: a webhook for ${source}: ${String(fields.reason)}. "copydesk doctor --source ${source}" says what is wrong.`
  if (message === 'secret missing')
    return `refused: a webhook for ${source}: its secret is not there; put it into secrets.json under ${JSON.stringify(fields.secrets)}.`
  return null
}

const nameOf = (key: string): string => {
  const delivery = parseIncomingKey(key)
  return delivery === null ? key : `${delivery.name} (${delivery.source})`
}

const Rejection = z.object({ problems: z.array(Problem) })

const refusalLines = async (inbox: Store, key: string): Promise<string[]> => {
  const rejection = parseStoredJson(Rejection, await inbox.read(rejectedKey(key)))
  const problems = rejection?.problems ?? []
  return [`refused: ${nameOf(key)}`, ...problems.map(problemLine)]
}

/** Many messages begin with the place already. */
const problemLine = ({ path, message }: Problem): string =>
  `  ${path === '' || message.startsWith(path) ? '' : `${path}: `}${message}`
