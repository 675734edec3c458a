/**
 * People and organisations of an article: mentions chained, the fullest form, the role, how much of the story they are.
 *
 *   "Ash Carter … Mr Carter" -> { id: 'person-ash-carter', name: 'Ash Carter', mentions: [2 spans], … }
 *
 * Every tagged person and organisation is somebody's mention. Not done: pronouns and "the minister".
 */

import type { Name } from '../../content-schema/name.ts'
import { isAscii } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { chainOrganisations } from './chain-organisations.ts'
import { type Chain, chainPeople } from './chain-people.ts'
import { findRole, type RoleContext } from './find-role.ts'
import { foldWord } from './person-name.ts'
import type { NameSpan } from './tag-names.ts'
import type { Tagger } from './tagger.ts'

/** example: "Jan." · not: "Jan Kowalski", "June" */
const isMonth = (text: string, start: number, end: number): boolean =>
  end - start <= longestMonth && months.has(text.slice(start, end))
const longestMonth = 5
const months: ReadonlySet<string> = new Set(
  'Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.'.split(' '),
)

/** People and organisations of the article, most salient first. */
export const findNames = (reading: Reading, spans: readonly NameSpan[], tagger: Tagger): Name[] => {
  const chains = [
    ...chainPeople(
      reading,
      spans.filter(({ kind, start, end }) => kind === 'person' && !isMonth(reading.text, start, end)),
    ),
    ...chainOrganisations(
      reading,
      spans.filter(({ kind }) => kind === 'organisation'),
    ),
  ]
  const isPerson = new Uint8Array(reading.tokens.count)
  for (const { kind, firstToken, endToken } of spans)
    if (kind === 'person') isPerson.fill(1, firstToken, endToken)
  const context = { reading, lexicon: tagger.lexicon, isPerson }
  const names = chains.map(chain => toName(context, chain))
  names.sort((a, b) => b.salience - a.salience || (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
  const taken = new Map<string, number>()
  return names.map(name => {
    const count = (taken.get(name.id) ?? 0) + 1
    taken.set(name.id, count)
    return count === 1 ? name : { ...name, id: `${name.id}-${count}` }
  })
}

const toName = (context: RoleContext, chain: Chain): Name => {
  const { reading } = context
  const name = fullestForm(reading, chain)
  const scores = chain.spans.map(({ kindScore }) => kindScore)
  return {
    id: `${chain.kind}-${slugOf(name)}`,
    kind: chain.kind,
    name,
    role: chain.kind === 'person' ? roleOf(context, chain) : null,
    mentions: chain.spans.map(({ start, end }) => ({ start, end })),
    salience: salienceOf(reading, chain),
    confidence: rounded(calibrated(scores.reduce((sum, score) => sum + score, 0) / scores.length)),
    by: chain.by,
  }
}

/** The tagger is too sure of itself; fitted by data/tagger/measure-packed.ts: right is a name of this kind there. */
const calibration = { offset: 0.34, slope: 0.48 }
const surest = 0.999 // nothing is certain

const calibrated = (probability: number): number => {
  const bounded = Math.min(surest, Math.max(1 - surest, probability))
  const logit = Math.log(bounded / (1 - bounded))
  return 1 / (1 + Math.exp(-(calibration.offset + calibration.slope * logit)))
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000

/** The longest form in words, then in letters; one that is not in capitals where there is one. */
const fullestForm = ({ text }: Reading, { spans }: Chain): string => {
  let best = ''
  let bestRank = -1
  for (const { start, end } of spans) {
    const written = text.slice(start, end)
    const form = oddSpace.test(written) ? written.replace(/\s+/g, ' ') : written
    const words = countBlanks(form) + 1
    const isShouted = words > 1 && form === form.toUpperCase()
    const rank = words * 1000 + Math.min(999, form.length) - (isShouted ? 500_000 : 0)
    if (rank > bestRank || best === '') {
      best = form
      bestRank = rank
    }
  }
  return best
}

/** Any space that is not one blank. */
const oddSpace = /[^\S ]| {2}/

const countBlanks = (form: string): number => {
  let count = 0
  for (let at = form.indexOf(' '); at >= 0; at = form.indexOf(' ', at + 1)) count++
  return count
}

const mostRolesTried = 50 // who was not introduced by then will not be

/** The first role of several words on the way through the text, or else the first: "Justice" says less. */
const roleOf = (context: RoleContext, { spans }: Chain): string | null => {
  let first: string | null = null
  for (const span of spans.slice(0, mostRolesTried)) {
    const role = findRole(context, span)
    if (role?.includes(' ')) return role
    first ??= role
  }
  return first
}

const slugOf = (name: string): string => {
  const folded = foldWord(name)
  const slug = folded
    .replace(isAscii(folded) ? /[^a-zA-Z0-9]+/g : /[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return slug === '' ? 'unnamed' : slug
}

const halfSalience = 4 // mentions that make somebody half of the story
const headlineWeight = 3
const openingWeight = 2
const openingShare = 0.15 // of the text

/** Mentions, those in the headline and the opening counted more, against a constant. */
const salienceOf = ({ text, blocks }: Reading, { spans }: Chain): number => {
  let weight = 0
  for (const { start } of spans) {
    const isHeadline = blocks[blockAt(blocks, start)]?.kind === 'headline'
    weight += isHeadline ? headlineWeight : start < text.length * openingShare ? openingWeight : 1
  }
  return rounded(weight / (weight + halfSalience))
}

/** The block that holds the offset, by halving. */
const blockAt = (blocks: Reading['blocks'], offset: number): number => {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
