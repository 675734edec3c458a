/**
 * Who answers behind "A:", which only the introduction of an interview tells.
 *
 *   Ana Ruiz has led the harbour for nine years. We met her on the pier.
 *   Q: When will it open?   A: In May.                                      -> Ana Ruiz
 *
 * The one person whom the introduction names, or else the headline, or the paragraph before the first question; of two
 * equally likely ones nobody.
 */
import type { BlockKind } from '../../content-schema/article.ts'
import type { Name } from '../../content-schema/name.ts'
import type { Cast } from './cast.ts'

const aside: ReadonlySet<BlockKind> = new Set(['byline', 'credit', 'caption', 'note'])

/** @param before where the first question stands */
export const intervieweeOf = ({ reading, mentions }: Cast, before: number): Name | null => {
  const blocks = reading.blocks.filter(block => block.end <= before && !aside.has(block.kind))
  const peopleIn = (from: number, to: number): Name[] => {
    const inside = mentions.filter(m => m.name.kind === 'person' && m.start >= from && m.end <= to)
    return [...new Map(inside.map(({ name }) => [name.id, name])).values()]
  }
  const alone = (people: readonly Name[]): Name | null => (people.length === 1 ? (people[0] ?? null) : null)
  const headline = blocks.find(block => block.kind === 'headline')
  const last = blocks[blocks.length - 1]
  return (
    alone([...new Set(blocks.flatMap(block => peopleIn(block.start, block.end)))]) ??
    (headline === undefined ? null : alone(peopleIn(headline.start, headline.end))) ??
    (last === undefined ? null : alone(peopleIn(last.start, last.end)))
  )
}
