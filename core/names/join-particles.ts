/**
 * People's names that the tagger has cut at a particle: the parts are one name.
 *
 *   "[Saeed] bin [Suroor]", "[Bashar] al Assad", "[Ursula] von der [Leyen]"
 *
 * Only small words that are none in English join; "and" never does.
 */
import { tokenText } from '../text/reading.ts'
import { wordClasses } from './lexicon.ts'
import type { NameContext } from './mend-names.ts'
import type { NameSpan } from './tag-names.ts'
import { classesAt, isCapitalAt, withBorders } from './trim-names.ts'

const particles: ReadonlySet<string> = new Set(
  'al el ul ur bin ibn bint ben abu van von der den de del della di da dos das du la le ter ten zu af av y e'.split(
    /\s+/,
  ),
)
const mostParticles = 3 // "de la", "van der", "- al -"

export const joinParticles = (context: NameContext, spans: readonly NameSpan[]): readonly NameSpan[] => {
  const joined: NameSpan[] = []
  for (const span of spans) {
    const before = joined.at(-1)
    if (before?.kind === 'person' && isJoinedBy(context, before.endToken, span)) {
      const whole = withBorders(context.reading, before, before.firstToken, span.endToken)
      const isPlace = span.kind === 'place' && !isLastName(context, span.endToken - 1)
      joined[joined.length - 1] = isPlace ? { ...whole, kind: 'place' } : whole
    } else joined.push(span)
  }
  const begins = new Set(joined.map(({ firstToken }) => firstToken))
  return joined.map(span => (span.kind === 'person' ? untilParticleEnds(context, span, begins) : span))
}

/** "Jabal al Zawiya" is a place, "Bashar al Assad" is not, if the last word alone was taken for one. */
const isLastName = (context: NameContext, i: number): boolean =>
  (classesAt(context, i) & wordClasses.lastName) !== 0

/** Whether nothing but particles and hyphens stands between the end of a person's name and the next one. */
const isJoinedBy = ({ reading }: NameContext, end: number, next: NameSpan): boolean => {
  if (next.kind !== 'person' && next.kind !== 'place') return false
  if (next.firstToken === end || next.firstToken - end > mostParticles) return false
  let hasParticle = false
  for (let i = end; i < next.firstToken; i++) {
    const word = tokenText(reading, i)
    if (particles.has(word)) hasParticle = true
    else if (word !== '-') return false
  }
  return hasParticle
}

/** "[Bashar] al Assad" where the second part is no name to the tagger. */
const untilParticleEnds = (context: NameContext, span: NameSpan, begins: ReadonlySet<number>): NameSpan => {
  const { reading } = context
  let i = span.endToken
  let hasParticle = false
  while (i - span.endToken < mostParticles && isPart(tokenText(reading, i))) {
    hasParticle ||= tokenText(reading, i) !== '-'
    i++
  }
  return hasParticle && isCapitalAt(reading, i) && !begins.has(i)
    ? withBorders(reading, span, span.firstToken, i + 1)
    : span
}

const isPart = (word: string): boolean => word === '-' || particles.has(word)
