/**
 * What a finding is worth: of the findings with 0.8, about 80 in 100 are right on the visible set.
 */
import type { Quote } from '../../content-schema/quote.ts'
import type { Named } from './name-speaker.ts'
import type { Report } from './report.ts'

export const confidenceOf = (_report: Report, _named: Named | null, _kind: Quote['kind']): number => 0.5
