import { createHash } from 'node:crypto'
import type { Article } from '../../content-schema/article.ts'

export interface StoryOptions {
  readonly id?: string
  readonly updatedAt?: string
  readonly publishedAt?: string | null
  readonly embargoedUntil?: string | null
  readonly status?: Article['status']
  readonly speaker?: string
  readonly country?: string
  readonly words?: string
}

/** A story in our own shape, as a source would deliver it. */
export const story = (options: StoryOptions = {}): Article => {
  const { id = 'bridge-1', speaker = 'Ana Ruiz', country = 'France', words = 'We will rebuild' } = options
  const headline = `Bridge closes in ${country}`
  const text = `${headline}\n\n“${words},” said ${speaker} in ${country}.`
  return {
    schemaVersion: 1,
    id,
    source: 'wire',
    sourceId: id,
    url: null,
    status: options.status ?? 'usable',
    language: 'en',
    revision: {
      updatedAt: options.updatedAt ?? '2031-03-04T10:00:00Z',
      textHash: createHash('sha256').update(text).digest('hex'),
    },
    headline,
    standfirst: null,
    bylines: [],
    dateline: null,
    credit: null,
    section: null,
    keywords: [],
    publishedAt: options.publishedAt === undefined ? '2031-03-04T09:00:00Z' : options.publishedAt,
    embargoedUntil: options.embargoedUntil ?? null,
    rights: null,
    text,
    blocks: [
      { kind: 'headline', start: 0, end: headline.length },
      { kind: 'paragraph', start: headline.length + 2, end: text.length },
    ],
  }
}
