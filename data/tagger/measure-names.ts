/** Exact F1 of tagged spans, a kind at a time. */
import { kinds } from '../../core/names/chain.ts'
import { type NameSpan, tagNames } from '../../core/names/tag-names.ts'
import type { Tagger } from '../../core/names/tagger.ts'
import { findBlocks } from '../../core/read/find-blocks.ts'
import { openReading } from '../../core/text/reading.ts'
import type { TaggedReading } from './read-training.ts'

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

/** The names that the labels say. */
export const goldSpans = ({ reading, labels }: TaggedReading): GoldSpan[] => {
  const spans: GoldSpan[] = []
  labels.forEach((label, i) => {
    if (label % 2 !== 1) return
    let end = i + 1
    while (labels[end] === label + 1) end++
    spans.push({
      start: reading.tokens.starts[i] ?? 0,
      end: reading.tokens.ends[end - 1] ?? 0,
      kind: kinds[(label - 1) >> 1] ?? 'other',
    })
  })
  return spans
}

/** Every source by itself, then all together. */
export const measureEach = (
  sources: ReadonlyMap<string, readonly TaggedReading[]>,
  tagger: Tagger,
): [source: string, counts: Counts][] => {
  const together = noCounts()
  const each: [string, Counts][] = []
  for (const [source, readings] of sources) {
    const counts = noCounts()
    for (const tagged of readings) {
      const found = tagNames(tagged.reading, tagger)
      countSpans(counts, found, goldSpans(tagged))
      countSpans(together, found, goldSpans(tagged))
    }
    each.push([source, counts])
  }
  return [...each, ['together', together]]
}

const kindOf: Readonly<Record<string, Kind>> = { PER: 'person', ORG: 'organisation', LOC: 'place' }

/** A text with names marked by offsets. */
export const goldOfLine = (line: string): { text: string; gold: GoldSpan[] } => {
  const { text, names } = JSON.parse(line)
  const gold = names.map((name: { start: number; end: number; kind: string }) => ({
    start: name.start,
    end: name.end,
    kind: kindOf[name.kind] ?? 'other',
  }))
  return { text, gold }
}

/** A file of such texts. */
export const measureFile = (jsonl: string, tagger: Tagger): Counts => {
  const counts = noCounts()
  for (const line of jsonl.split('\n').filter(Boolean)) {
    const { text, gold } = goldOfLine(line)
    countSpans(counts, tagNames(openReading(text, findBlocks(text)), tagger), gold)
  }
  return counts
}
