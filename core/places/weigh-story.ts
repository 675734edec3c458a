/**
 * How much of the story each place is, where the story happens, and which place the dateline names.
 *
 *   headline and lead name Idlib, the dateline Beirut -> Idlib: isFocus; Beirut: isDateline
 */
import type { Reading } from '../text/reading.ts'
import { holds } from './find-containers.ts'
import type { DraftPlace } from './find-places.ts'
import type { Gazetteer } from './gazetteer.ts'

export interface StoryWeight {
  readonly salience: number
  readonly isFocus: boolean
  readonly isDateline: boolean
}

const headlineWeight = 3
const leadWeight = 2
const demonymWeight = 0.4 // "Russian" tells who acts, seldom where
const locatedWeight = 1.5 // "in Idlib" says where, "Idlib" alone may only be spoken of
const unlocatedShare = 0.5 // of a place that nothing is ever said to be in
const leadUnits = 500 // characters of the first paragraphs
const focusShare = 0.6 // of the heaviest
const mostFoci = 3
const saturation = 6 // mentions after which a place is nearly all of the story

export const weighStory = (
  reading: Reading,
  drafts: readonly DraftPlace[],
  gazetteer: Gazetteer,
  dateline: string | null,
): StoryWeight[] => {
  const bodyStart = reading.blocks.find(block => block.kind === 'paragraph')?.start ?? 0
  const headline = reading.blocks.find(block => block.kind === 'headline')
  const datelineEnd = endOfDateline(reading.text, bodyStart, dateline)
  const weights = drafts.map(draft =>
    draft.mentions.reduce((sum, mention) => {
      const isHeadline = headline !== undefined && mention.start < headline.end
      const isLead = mention.start < bodyStart + leadUnits
      const weight = isHeadline ? headlineWeight : isLead ? leadWeight : 1
      return sum + (mention.kind === 'demonym' ? demonymWeight * weight : weight)
    }, 0),
  )
  const focus = drafts.map((draft, i) => focusWeight(draft, i, drafts, weights, gazetteer))
  const most = Math.max(0, ...focus)
  const foci = new Set(
    focus
      .map((weight, i) => ({ weight, i }))
      .filter(({ weight }) => weight > 0 && weight >= focusShare * most)
      .sort((a, b) => b.weight - a.weight || a.i - b.i)
      .slice(0, mostFoci)
      .map(({ i }) => i),
  )
  return drafts.map((draft, i) => ({
    salience: Math.round(1000 * (1 - Math.exp(-(weights[i] ?? 0) / saturation))) / 1000,
    isFocus: foci.has(i),
    isDateline: draft.mentions.some(mention => mention.start >= bodyStart && mention.end <= datelineEnd),
  }))
}

/** A country counts less where the story names places inside it: they are the focus. */
const focusWeight = (
  draft: DraftPlace,
  index: number,
  drafts: readonly DraftPlace[],
  weights: readonly number[],
  gazetteer: Gazetteer,
): number => {
  const own = weights[index] ?? 0
  if (draft.place < 0 || draft.mentions.every(mention => mention.kind === 'demonym')) return 0
  const inner = drafts.reduce(
    (most, other, i) =>
      other.place >= 0 && holds(draft.place, other.place, gazetteer) ? Math.max(most, weights[i] ?? 0) : most,
    0,
  )
  const outer = drafts.reduce(
    (sum, other, i) =>
      other.place >= 0 && holds(other.place, draft.place, gazetteer) ? sum + (weights[i] ?? 0) : sum,
    0,
  )
  const weight = own + locatedWeight * draft.located + outer / 4 - Math.min(own, inner) / 2
  return draft.located > 0 ? weight : unlocatedShare * weight
}

const dash = /[—–]|--| - /
const longestDateline = 90

/** Where the dateline of the first paragraph ends; its start where there is none. */
const endOfDateline = (text: string, start: number, dateline: string | null): number => {
  if (dateline !== null) {
    const at = text.indexOf(dateline)
    if (at >= 0) return at + dateline.length
  }
  const head = text.slice(start, start + longestDateline)
  const at = head.search(dash)
  return at > 0 && /^\p{Lu}{3,}/u.test(head) ? start + at : start
}
