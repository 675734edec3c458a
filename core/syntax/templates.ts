/**
 * Features as a table: which values each of them joins. One loop hashes them all, where a call for each would be too
 * much for the compiler to inline.
 *
 *   [114, 'S0w', 'S0t', 'B0wt']    feature 114: the word and tag of s0 with those of b0
 */
import { one, three, two } from './hashes.ts'

/** Its number, and one to three values. */
type Template<Value extends string> = readonly [number, Value, Value?, Value?]

/** Templates of one value, of two and of three: number, values, and place in the list of features. */
export interface Templates {
  readonly count: number
  readonly ones: Int32Array
  readonly twos: Int32Array
  readonly threes: Int32Array
}

/** Values are given to `hashTemplates` in the order of `names`. */
export const readTemplates = <Value extends string>(
  names: readonly Value[],
  templates: readonly Template<Value>[],
): Templates => {
  const ofLength = (length: number): Int32Array =>
    Int32Array.from(
      templates.flatMap(([number, ...values], place) =>
        values.length === length
          ? [number, place, ...values.map(value => (value ? names.indexOf(value) : -1))]
          : [],
      ),
    )
  return { count: templates.length, ones: ofLength(1), twos: ofLength(2), threes: ofLength(3) }
}

/** Writes a hash for each template into `out`; gives their number. */
export const hashTemplates = (templates: Templates, values: Int32Array, out: Int32Array): number => {
  const { ones, twos, threes } = templates
  for (let t = 0; t < ones.length; t += 3) {
    out[ones[t + 1] ?? 0] = one(ones[t] ?? 0, values[ones[t + 2] ?? 0] ?? 0)
  }
  for (let t = 0; t < twos.length; t += 4) {
    out[twos[t + 1] ?? 0] = two(twos[t] ?? 0, values[twos[t + 2] ?? 0] ?? 0, values[twos[t + 3] ?? 0] ?? 0)
  }
  for (let t = 0; t < threes.length; t += 5) {
    const a = values[threes[t + 2] ?? 0] ?? 0
    const b = values[threes[t + 3] ?? 0] ?? 0
    const c = values[threes[t + 4] ?? 0] ?? 0
    out[threes[t + 1] ?? 0] = three(threes[t] ?? 0, a, b, c)
  }
  return templates.count
}
