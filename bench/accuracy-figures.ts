/**
 * The scorer's answer as figures, and figures beside their floors.
 *
 *   { "quoted speech found": { P: 97.4, R: 96.6, F1: 97, n: 2260 } } -> one figure, told by its F1
 *   { "ROUGE-1 / 2 / Lsum F1": { "this project": "34.6 / 12.7 / 29.9", "LEAD-3": … } } -> three, by how far over LEAD-3
 */
import * as z from 'zod'

export interface Figure {
  readonly name: string
  /** What the floor holds. */
  readonly value: number
  readonly precision?: number
  readonly recall?: number
  readonly count?: number
}

export const Floors = z.record(z.string(), z.record(z.string(), z.number()))
export type Floors = z.infer<typeof Floors>

const Share = z.object({ P: z.number(), R: z.number(), F1: z.number(), n: z.number() })
const Rouge = z.object({ 'this project': z.string(), 'LEAD-3': z.string() })

/** Figures that tell how good the extraction is; the rest of the answer describes the set, or is better when lower. */
export const figuresOf = (answer: Readonly<Record<string, unknown>>): Figure[] =>
  Object.entries(answer).flatMap(([name, value]): Figure[] => {
    const share = Share.safeParse(value)
    if (share.success) {
      const { P, R, F1, n } = share.data
      return [{ name, value: F1, precision: P, recall: R, count: n }]
    }
    const rouge = Rouge.safeParse(value)
    if (rouge.success) return rougeFigures(rouge.data)
    return typeof value === 'number' && isShareOf.test(name) ? [{ name, value }] : []
  })

/** "speaker, of quotes found and named", "placed within 161 km, of those found" */
const isShareOf = /, of /

const rougeFigures = (rouge: z.infer<typeof Rouge>): Figure[] => {
  const ours = rouge['this project'].split(' / ').map(Number)
  const lead = rouge['LEAD-3'].split(' / ').map(Number)
  return ['ROUGE-1', 'ROUGE-2', 'ROUGE-Lsum'].map((name, at) => ({
    name: `${name} over LEAD-3`,
    value: Math.round(10 * ((ours[at] ?? 0) - (lead[at] ?? 0))) / 10,
  }))
}

/** A figure this far under today's is noise of a change elsewhere; more is a loss. */
const slack = 0.4

/** Floors raised to a little under the figures; none is lowered. */
export const raiseFloors = (floors: Floors, set: string, figures: readonly Figure[]): Floors => {
  const before = floors[set] ?? {}
  const raised = figures.map(({ name, value }) => {
    const under = Math.round(10 * (value - slack)) / 10
    return [name, Math.max(before[name] ?? Number.NEGATIVE_INFINITY, under)] as const
  })
  return { ...floors, [set]: { ...before, ...Object.fromEntries(raised) } }
}

export const isBelow = (floors: Floors, set: string, { name, value }: Figure): boolean =>
  value < (floors[set]?.[name] ?? Number.NEGATIVE_INFINITY)
