/**
 * A file that holds what a CMS sent to its webhook or answered through its API, though nobody said that it does: read
 * in that CMS's dialect, or told why there is nothing to read in it.
 *
 *   { "post": { "current": {…} } }    -> the draft of Ghost's post
 *   { "action": "published", "story_id": 7, "space_id": 1 } -> problem: the story is still to be fetched
 */
import type { Problem } from '../../../content-schema/problem.ts'
import type { JsonDraftResult } from '../draft.ts'
import { draftOfEvent } from '../event-to-draft.ts'
import type { Json } from '../read-json.ts'
import type { CmsEvent } from './cms-event.ts'
import { readers } from './readers.ts'
import { openList, plainSource, type Recognised, recogniseCms } from './recognise-cms.ts'

/** Null where the file is of no CMS that we know. `readAny`: how a record of anybody's is read. */
export const readCmsFile = (
  record: Json,
  readAny: (record: Json) => JsonDraftResult,
): JsonDraftResult | null => {
  const list = openList(record)
  if ('count' in list && list.count === 0)
    return refuse('empty', "This is an API's answer with no articles in it.")
  if ('count' in list)
    return refuse(
      'too-many',
      `This is an API's answer with ${list.count} articles; a file is one article: save each by itself.`,
    )
  const recognised = recogniseCms(list.one)
  if (recognised === null) return list.one === record ? null : readAny(list.one)
  const events = readers[recognised.kind]?.(recognised.body, null, plainSource(recognised)) ?? []
  const [event] = events
  if (event === undefined || events.length > 1)
    return refuse('too-many', `${whose(recognised)}, about ${events.length} articles; a file is one article.`)
  return ofEvent(event, recognised, () => readAny(list.one))
}

const ofEvent = (
  event: CmsEvent,
  recognised: Recognised,
  readAsAny: () => JsonDraftResult,
): JsonDraftResult => {
  switch (event.kind) {
    case 'change':
      return draftOfEvent(event, plainSource(recognised))
    case 'ignored':
      return refuse('unsupported-format', `${whose(recognised)}, with nothing to publish: ${event.reason}.`)
    case 'thin':
      return refuse(
        'missing',
        `${whose(recognised)} and only names the article (${JSON.stringify(event.sourceId)}): the text is not in it. Save what the API answers for that article and read that; or configure the source with "fetch" (see docs/sources.md), and "copydesk doctor --source NAME --sample FILE --fetch" reads it.`,
      )
    case 'unclear': {
      // A file has an identity of its own, so that what the CMS left out may be no loss.
      const read = readAsAny()
      return read.ok ? read : refuse('missing', `${whose(recognised)}, but: ${event.message}`)
    }
    default: {
      const never: never = event
      return never
    }
  }
}

const whose = ({ name }: Recognised): string => `By its fields this is from ${name}`

const refuse = (code: Problem['code'], message: string): JsonDraftResult => ({
  ok: false,
  problems: [{ code, path: '', message }],
})
