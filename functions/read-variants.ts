/**
 * The thinking, with the packed data that lies beside the bundle.
 */
import { articleToVariants } from '../core/article-to-variants.ts'
import { openKnowledge, type PackedFiles } from '../core/knowledge.ts'
import { likelyFindings } from '../core/likely-findings.ts'
import type { Environment } from './environment.ts'
import type { FindVariants } from './open-services.ts'

/** @throws where a packed file is of another version. */
export const readVariants = (files: PackedFiles, { HOME_REGIONS }: Environment): FindVariants => {
  const knowledge = openKnowledge(files)
  return article => {
    const homeRegion = HOME_REGIONS[article.source]
    return likelyFindings(
      articleToVariants(article, knowledge, homeRegion === undefined ? {} : { homeRegion }),
    )
  }
}
