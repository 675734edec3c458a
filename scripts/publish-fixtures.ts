/**
 * The fixture articles through the real handlers over memory stores: every document and feed, as bytes and as served.
 *
 * The clock stands still, so that the same fixtures give the same bytes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { articleToVariants } from '../core/article-to-variants.ts'
import { likelyFindings } from '../core/likely-findings.ts'
import { loadKnowledge } from '../data/load-knowledge.ts'
import { openLocalCloud } from '../desk/local-cloud.ts'
import { listKeys } from '../functions/list-keys.ts'
import { type Services, silentLog, silentMeter } from '../functions/services.ts'
import { memoryStore } from '../functions/store/memory-store.ts'
import type { Store } from '../functions/store/store.ts'

const fixtures = fileURLToPath(new URL('../fixtures/articles/', import.meta.url))
const noon = new Date('2031-03-04T12:00:00Z')

export interface PublishedFile {
  readonly key: string
  readonly contentType: string
  readonly body: string
}

export interface FixtureOptions {
  /** Folders of fixtures/articles. Absent: all. */
  readonly slugs?: readonly string[]
  readonly feedTitle?: string
  /** Done in the newsroom after the articles are out: an override, a new revision. */
  readonly after?: (services: Services) => Promise<void>
}

export const publishFixtures = async (options: FixtureOptions = {}): Promise<PublishedFile[]> => {
  const knowledge = loadKnowledge()
  const now = () => noon
  const cloud = openLocalCloud({
    inbox: memoryStore({ now }),
    content: memoryStore({ now }),
    now,
    findVariants: article => likelyFindings(articleToVariants(article, knowledge)),
    settings: {
      baseUrl: 'https://news.example.org',
      feedTitle: options.feedTitle ?? 'The Fixture Gazette',
      feedWindowDays: null,
      isTextPublic: true,
    },
    log: silentLog,
    meter: silentMeter,
  })
  const settle = async (): Promise<void> => {
    const { deadLetters, failures } = await cloud.settle()
    if (deadLetters.length > 0)
      throw new AggregateError(failures, `${deadLetters[0]?.queue} failed: ${failures[0]}`)
  }
  for (const slug of options.slugs ?? readdirSync(fixtures).sort()) {
    await cloud.deliver(`incoming/fixtures/${slug}.txt`, readFileSync(join(fixtures, slug, 'input.txt')))
  }
  await settle()
  if (options.after) {
    await options.after(cloud.services)
    await settle()
  }
  return readAll(cloud.services.content)
}

const readAll = async (content: Store): Promise<PublishedFile[]> => {
  const files: PublishedFile[] = []
  for await (const { key } of listKeys(content, '')) {
    const stored = await content.read(key)
    if (stored)
      files.push({ key, contentType: stored.contentType, body: new TextDecoder().decode(stored.bytes) })
  }
  return files
}
