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
  const headline = blocks.find(block => block.kind === 'headline')
  const last = blocks[blocks.length - 1]
  const everywhere = new Map<string, Name>()
  const inHeadline = new Map<string, Name>()
  const inLast = new Map<string, Name>()
  let at = 0
  for (const { name, start, end } of mentions) {
    if (name.kind !== 'person') continue
    while (at < blocks.length && (blocks[at]?.end ?? 0) < end) at++
    const block = blocks[at]
    if (block === undefined) break
    if (start < block.start) continue // in a byline
    everywhere.set(name.id, name)
    if (block === headline) inHeadline.set(name.id, name)
    if (block === last) inLast.set(name.id, name)
  }
  return alone(everywhere) ?? alone(inHeadline) ?? alone(inLast)
}

const alone = (people: ReadonlyMap<string, Name>): Name | null => {
  const [name] = people.values()
  return people.size === 1 && name !== undefined ? name : null
}
