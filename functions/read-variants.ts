/**
 * The thinking, with the packed data that lies beside the bundle.
 */
import { fileURLToPath } from 'node:url'
import { articleToVariants } from '../core/article-to-variants.ts'
import { likelyFindings } from '../core/likely-findings.ts'
import { loadKnowledge } from '../data/load-knowledge.ts'
import type { Environment } from './environment.ts'
import type { FindVariants } from './open-services.ts'

export const readVariants = ({ PACKED_FOLDER, HOME_REGIONS }: Environment): FindVariants => {
  const folder = PACKED_FOLDER ?? fileURLToPath(new URL('./packed/', import.meta.url))
  const knowledge = loadKnowledge(folder)
  return article => {
    const homeRegion = HOME_REGIONS[article.source]
    return likelyFindings(
      articleToVariants(article, knowledge, homeRegion === undefined ? {} : { homeRegion }),
    )
  }
}
