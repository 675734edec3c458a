/**
 * One measured figure, and how it is held to its budget.
 */
import * as z from 'zod'

export const Figure = z.object({
  key: z.string().describe('Key in bench/budgets.json: "warm.median".'),
  what: z.string().describe('As the table says it.'),
  value: z.number(),
  unit: z.string(),
  note: z.string().optional().describe('More in words: what it was measured on.'),
})
export type Figure = z.infer<typeof Figure>

/** A budget holds counts and ratios; bare times differ from machine to machine and are only shown. */
export interface Budget {
  readonly atMost?: number
  readonly atLeast?: number
  /** The goal, for the table. */
  readonly aim?: number
}

export const isWithin = (value: number, { atMost, atLeast }: Budget): boolean =>
  (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast)

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The q-th quantile (0..1), by the nearest rank. */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}
