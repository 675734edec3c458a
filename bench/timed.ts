/**
 * One section of the bench, in the bundle that timed-bundle.ts makes of this: prints { node, result } as JSON.
 *
 *   node out/bench.mjs warm
 */
import { fileURLToPath } from 'node:url'
import type { Knowledge } from '../core/knowledge.ts'
import { loadKnowledge } from '../data/load-knowledge.ts'
import { typicalArticles } from './bench-articles.ts'
import { countFigures } from './figures/counts.ts'
import { growthFigures } from './figures/growth.ts'
import { memoryFigures } from './figures/memory.ts'
import { openingFigures } from './figures/opening.ts'
import { publishFigures } from './figures/publish.ts'
import { warmFigures } from './figures/warm.ts'
import { profileAllocations } from './profile-allocations.ts'
import { profileCounts } from './profile-counts.ts'
import { profileStages } from './profile-stages.ts'
import type { TimedSection } from './timed-sections.ts'

// From out/, where the bundle lies.
const packed = fileURLToPath(new URL('../data/packed/', import.meta.url))

const sections: Readonly<Record<TimedSection, (knowledge: Knowledge) => unknown>> = {
  warm: warmFigures,
  counts: countFigures,
  growth: growthFigures,
  opening: () => openingFigures(packed),
  publish: publishFigures,
  memory: memoryFigures,
  stages: profileStages,
  allocations: knowledge => profileAllocations(knowledge, typicalArticles()),
  calls: knowledge => profileCounts(knowledge, typicalArticles()),
}

const section = process.argv[2] ?? ''
const measure = Object.entries(sections).find(([name]) => name === section)?.[1]
if (!measure) throw new Error(`no section "${section}"`)
const result = await measure(loadKnowledge(packed))
console.log(JSON.stringify({ node: process.version, result }))
