/**
 * What comes in during a storm: articles in several revisions, each delivered at least once, most of them more often,
 * in no order; and some deliveries that cannot be read.
 */
import type { Article } from '../../content-schema/article.ts'
import { type StoryOptions, story } from '../functions/stories.ts'
import { type Random, randomFrom } from './random.ts'

export interface Delivery {
  readonly key: string
  readonly text: string
  /** null where it cannot be read. */
  readonly article: Article | null
}

export interface Plan {
  readonly seed: number
  readonly deliveries: readonly Delivery[]
}

export interface PlanSize {
  readonly articles: number
  readonly deliveries: number
}

/** The storm begins here and ends before the day does, so that no feed changes for the day's sake alone. */
export const stormBegins = '2031-03-04T08:00:00.000Z'
export const stormEnds = '2031-03-04T20:00:00.000Z'

const speakers = [
  'Ana Ruiz',
  'Ben Okafor',
  'Chiara Conti',
  'Dmitri Orlov',
  'Efua Mensah',
  'Farid Aziz',
  'Grete Holm',
]
const countries = ['France', 'Kenya', 'Peru', 'Japan']
const badFiles = [
  { text: '', extension: 'txt' },
  { text: '   \n', extension: 'md' },
  { text: '{"headline": "cut of', extension: 'json' },
  { text: '%PDF-1.7 \u0000\u0001\u0002', extension: 'txt' },
  { text: '{"schemaVersion":1,"blocks":[]}', extension: 'json' },
]
const badShare = 0.02

/** Most deliveries of an article come within this share of the storm, so that its revisions meet each other. */
const burstShare = 0.01
/** The rest come any time after, however late. */
const stragglerShare = 0.1

export const makePlan = (seed: number, size: PlanSize): Plan => {
  const random = randomFrom(seed)
  const revisions = Array.from({ length: size.articles }, (_, at) =>
    revisionsOf(`story-${at}`, random),
  ).flat()
  const bad = Math.ceil(size.deliveries * badShare)
  const repeats = Math.max(0, size.deliveries - revisions.length - bad)
  // A few articles are sent again and again; most come just once a revision, and nothing mends what goes wrong.
  const restless = revisions.filter(({ id }) => Number(id.slice('story-'.length)) % 4 === 0)
  const begins = new Map(revisions.map(({ id }) => [id, random.next()]))
  const articles: (Article | null)[] = [
    ...revisions,
    ...Array.from({ length: repeats }, () => random.choose(restless)),
    ...Array.from({ length: bad }, () => null),
  ]
  const momentOf = (article: Article | null): number => {
    const begin = article === null ? 0 : (begins.get(article.id) ?? 0)
    const isLate = article === null || random.chance(stragglerShare)
    return begin + random.next() * (isLate ? 1 - begin : burstShare)
  }
  const inTime = articles
    .map(article => ({ article, moment: momentOf(article) }))
    .sort((a, b) => a.moment - b.moment)
  return { seed, deliveries: inTime.map(({ article }, at) => toDelivery(article, at, random)) }
}

const toDelivery = (article: Article | null, at: number, random: Random): Delivery => {
  const name = random.chance(0.05) ? `d ${at}+50%2F ü` : `d${at}`
  const { text, extension } =
    article === null ? random.choose(badFiles) : { text: JSON.stringify(article), extension: 'json' }
  return { key: `incoming/wire/2031/03/04/${name}.${extension}`, text, article }
}

/** One to four states of one article, the last of which may be anything. */
const revisionsOf = (id: string, random: Random): Article[] => {
  const count = 1 + random.below(4)
  // The feeds' window of three days begins on the first of March.
  const day = 4 - random.below(3)
  const isDayTold = random.chance(0.8)
  let minutes = random.below(60)
  return Array.from({ length: count }, (_, at) => {
    // Now and then two states of one moment, which only their hashes tell apart.
    if (at === 0 || !random.chance(0.05)) minutes += 1 + random.below(20)
    const isLast = at === count - 1
    const published = isLast && random.chance(0.1) ? day - 1 : day
    return story({
      id,
      updatedAt: new Date(Date.parse('2031-03-04T05:00:00Z') + minutes * 60_000).toISOString(),
      publishedAt: isDayTold
        ? `2031-03-${String(published).padStart(2, '0')}T04:00:00Z`.replace('-00T', '-01T')
        : null,
      speaker: random.choose(speakers),
      country: random.choose(countries),
      words: `We will rebuild number ${at} of ${id}`,
      ...fateOf(random, isLast),
    })
  })
}

const fateOf = (random: Random, isLast: boolean): Partial<StoryOptions> => {
  const lot = random.next()
  if (lot < (isLast ? 0.1 : 0.04)) return { status: 'canceled' }
  if (lot < (isLast ? 0.15 : 0.08)) return { status: 'withheld' }
  // Over before the storm ends; or long after it.
  if (lot < 0.25) return { embargoedUntil: `2031-03-04T1${random.below(8)}:30:00Z` }
  if (lot < 0.28) return { embargoedUntil: '2031-06-01T00:00:00Z' }
  return {}
}
