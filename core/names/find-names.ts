/** Placeholder until mention chains land. */
import type { Name } from '../../content-schema/name.ts'
import type { Reading } from '../text/reading.ts'
import type { NameSpan } from './tag-names.ts'

/** People and organisations of the article, their mentions chained, most salient first. */
export const findNames = (_reading: Reading, _spans: readonly NameSpan[]): Name[] => []
