/** Exact F1 of tagged spans, a kind at a time. */
import { kinds } from '../../core/names/chain.ts'
import type { NameSpan } from '../../core/names/tag-names.ts'

export type Kind = NameSpan['kind']
export interface GoldSpan {
  readonly start: number
  readonly end: number
  readonly kind: Kind
}
export interface Count {
  right: number
  found: number
  gold: number
}
export type Counts = Record<Kind, Count>

export const noCounts = (): Counts => ({
  person: { right: 0, found: 0, gold: 0 },
  organisation: { right: 0, found: 0, gold: 0 },
  place: { right: 0, found: 0, gold: 0 },
  other: { right: 0, found: 0, gold: 0 },
})

export const countSpans = (counts: Counts, found: readonly GoldSpan[], gold: readonly GoldSpan[]): void => {
  const keys = new Set(gold.map(({ start, end, kind }) => `${start} ${end} ${kind}`))
  for (const { kind } of gold) counts[kind].gold++
  for (const { start, end, kind } of found) {
    counts[kind].found++
    if (keys.has(`${start} ${end} ${kind}`)) counts[kind].right++
  }
}

export const f1 = ({ right, found, gold }: Count): number =>
  found + gold === 0 ? 0 : (200 * right) / (found + gold)

/** People, organisations and places together. */
export const namedCount = (counts: Counts): Count => {
  const total = { right: 0, found: 0, gold: 0 }
  for (const kind of ['person', 'organisation', 'place'] as const) {
    total.right += counts[kind].right
    total.found += counts[kind].found
    total.gold += counts[kind].gold
  }
  return total
}

export const describeCounts = (counts: Counts): string => {
  const all = namedCount(counts)
  const share = (part: number, whole: number): string =>
    whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)
  const each = kinds.map(kind => `${kind} ${f1(counts[kind]).toFixed(1)}`).join(', ')
  return `F1 ${f1(all).toFixed(1)} (P ${share(all.right, all.found)} R ${share(all.right, all.gold)}; ${each})`
}
