/**
 * What the fixtures cost in counts, which no machine changes: calls of the functions that the time goes into, and
 * kilobytes allocated. The fixtures alone, so that a budget means the same in every clone; `--profile` tells the same
 * counts of longer articles.
 */
import type { Knowledge } from '../../core/knowledge.ts'
import { fixtureArticles } from '../bench-articles.ts'
import type { Figure } from '../figure.ts'
import { profileAllocations } from '../profile-allocations.ts'
import { profileCounts } from '../profile-counts.ts'

export const countFigures = (knowledge: Knowledge): Figure[] => {
  const articles = fixtureArticles()
  const allocated = profileAllocations(knowledge, articles)
  return [
    {
      key: 'counts.kilobytes',
      what: 'allocated for a fixture, mean',
      value: allocated.reduce((sum, [, kilobytes]) => sum + kilobytes, 0),
      unit: 'KB',
      note: `${articles.length} fixtures, ${articles.reduce((sum, { words }) => sum + words, 0)} words`,
    },
    ...profileCounts(knowledge, articles).map(({ key, what, calls }) => ({
      key: `counts.${key}`,
      what,
      value: calls,
      unit: '',
    })),
  ]
}
