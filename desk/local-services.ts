/**
 * The services of this machine: folder stores, the real clock, the packed knowledge, no log.
 */
import { join } from 'node:path'
import { articleToVariants } from '../core/article-to-variants.ts'
import { likelyFindings } from '../core/likely-findings.ts'
import { loadKnowledge } from '../data/load-knowledge.ts'
import type { SourceServices } from '../functions/read-stored-delivery.ts'
import { type Services, silentLog, silentMeter } from '../functions/services.ts'
import { folderStore } from '../functions/store/folder-store.ts'

/** Where `npm run dev` serves the content. */
export const localBaseUrl = 'http://localhost:4280'

/** The content lies in the folder itself, the inbox in a folder of it. */
export const localServices = (folder: string, deliveries?: SourceServices): Services => {
  const knowledge = loadKnowledge()
  return {
    inbox: folderStore(join(folder, 'inbox')),
    content: folderStore(folder),
    now: () => new Date(),
    findVariants: article => {
      const homeRegion = deliveries?.sources[article.source]?.homeRegion
      const options = homeRegion === undefined ? {} : { homeRegion }
      return likelyFindings(articleToVariants(article, knowledge, options))
    },
    deliveries,
    settings: {
      baseUrl: process.env.BASE_URL ?? localBaseUrl,
      feedTitle: process.env.FEED_TITLE ?? 'Copydesk',
      feedWindowDays: null,
      isTextPublic: true,
    },
    log: silentLog,
    meter: silentMeter,
  }
}
