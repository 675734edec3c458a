/**
 * The doors: what stored object opens each, and where each may write. The deployment makes its rules and grants of
 * this table, the local cloud its queues; a test proves that no door can open itself.
 */
import { prefixes } from './keys.ts'

export type Bucket = 'inbox' | 'content'

export interface Door {
  /** What opens it: an object under one of the prefixes was stored, or (isForDeleted) taken away. */
  readonly opens: {
    readonly bucket: Bucket
    readonly prefixes: readonly string[]
    readonly isForDeleted: boolean
  } | null
  readonly reads: Readonly<Record<Bucket, readonly string[]>>
  /** Writing goes with taking away. */
  readonly writes: Readonly<Record<Bucket, readonly string[]>>
}

const { inbox, content } = prefixes

export const doors = {
  // By a request.
  receive: {
    opens: null,
    reads: { inbox: [], content: [] },
    writes: { inbox: [inbox.incoming], content: [] },
  },
  ingest: {
    opens: { bucket: 'inbox', prefixes: [inbox.incoming], isForDeleted: false },
    reads: { inbox: [inbox.incoming, inbox.articles, inbox.rejected], content: [] },
    writes: { inbox: [inbox.articles, inbox.rejected], content: [] },
  },
  // An article that an operator takes out of the inbox goes from the content too, hence isForDeleted.
  extract: {
    opens: { bucket: 'inbox', prefixes: [inbox.articles, inbox.overrides, inbox.awake], isForDeleted: true },
    reads: {
      inbox: [inbox.articles, inbox.overrides, inbox.waiting],
      content: [content.articles, content.index],
    },
    writes: { inbox: [inbox.waiting], content: [content.articles, content.index] },
  },
  publish: {
    opens: { bucket: 'content', prefixes: [content.index], isForDeleted: true },
    reads: { inbox: [], content: [content.index, content.feeds, content.publishing] },
    writes: { inbox: [], content: [content.feeds, content.publishing] },
  },
  // By the clock.
  wake: {
    opens: null,
    reads: { inbox: [inbox.waiting], content: [] },
    writes: { inbox: [inbox.waiting, inbox.awake], content: [] },
  },
  // By a state machine that an operator starts.
  reprocess: {
    opens: null,
    reads: {
      inbox: [inbox.articles, inbox.overrides, inbox.waiting, inbox.reprocessing],
      content: [content.articles, content.index],
    },
    writes: { inbox: [inbox.waiting, inbox.reprocessing], content: [content.articles, content.index] },
  },
} as const satisfies Record<string, Door>

export type DoorName = keyof typeof doors
