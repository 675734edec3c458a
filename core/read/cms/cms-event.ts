/**
 * What a CMS says when somebody publishes, changes or withdraws something: one shape for all of them.
 */
import type { SourceConfig } from '../../../content-schema/source-config.ts'
import type { Json } from '../read-json.ts'
import { asText } from '../read-json.ts'

/**
 * publish, update: may be seen · hold: not (any longer, or not yet) to be seen, may come back · withdraw: unpublished,
 * archived or deleted.
 */
export type Change = 'publish' | 'hold' | 'withdraw'

export type CmsEvent =
  | {
      readonly kind: 'change'
      readonly change: Change
      /** The CMS's id of the article. */
      readonly sourceId: string
      /** The article's fields on one level, or null where the event carries none of them. */
      readonly record: Json | null
      /** When it changed, as the CMS says; null where it does not. */
      readonly at: string | null
      readonly publishedAt?: string | null
    }
  | {
      /** Only told that something changed: the article is still to be fetched. */
      readonly kind: 'thin'
      readonly sourceId: string
      /** For the placeholders of the address: id, slug, path, … */
      readonly params: Readonly<Record<string, string>>
      /** File name that tells the format of what is fetched. */
      readonly name: string
      readonly at: string | null
      /** What it means when the CMS no longer has it. */
      readonly gone: 'withdraw' | 'problem'
    }
  | { readonly kind: 'ignored'; readonly reason: string }
  | { readonly kind: 'unclear'; readonly message: string }

/** `event`: what the webhook's header said, "entry-publish"; null where it had none or a file was uploaded. */
export type CmsReader = (body: Json, event: string | null, source: SourceConfig) => readonly CmsEvent[]

export const ignored = (reason: string): CmsEvent[] => [{ kind: 'ignored', reason }]
export const unclear = (message: string): CmsEvent[] => [{ kind: 'unclear', message }]

/** Whether the source says that this content type is none of its articles. */
export const isOtherType = (source: SourceConfig, type: string | null): boolean =>
  source.contentTypes !== undefined && (type === null || !source.contentTypes.includes(type))

export const otherType = (type: string | null): CmsEvent[] =>
  ignored(`content type ${JSON.stringify(type)} is not among the source's contentTypes`)

/** Words in which CMSs without a published state of their own say it. */
export const changeOfStatus = (status: unknown): Change | null => {
  const word = asText(status)?.toLowerCase() ?? null
  if (word === null) return null
  if (/^(?:publish|published|publish-?ed|live|active|public|usable)$/.test(word)) return 'publish'
  if (
    /^(?:archived?|deleted?|trash|trashed|unpublished|canceled|cancelled|removed|withdrawn|retracted)$/.test(
      word,
    )
  )
    return 'withdraw'
  return 'hold'
}

/** "Entry.unpublish", "post.unpublished", "delete": the verb at the end of an event's name. */
export const changeOfVerb = (event: string | null): Change | 'save' | null => {
  const verb = event?.toLowerCase().match(/([a-z_]+)$/)?.[1] ?? ''
  if (/^(?:publish|published|republished)$/.test(verb)) return 'publish'
  if (
    /^(?:unpublish|unpublished|archive|archived|delete|deleted|trash|trashed|removed?|destroyed)$/.test(verb)
  )
    return 'withdraw'
  if (
    /^(?:create|created|update|updated|save|saved|auto_save|autosave|edited|edit|upsert|changed|insert)$/.test(
      verb,
    )
  )
    return 'save'
  return null
}
