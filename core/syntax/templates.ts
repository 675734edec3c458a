/**
 * Features as a table: which values each of them joins. One loop hashes them all, where a call for each would be too
 * much for the compiler to inline.
 *
 *   [114, 'S0w', 'S0t', 'B0wt']    feature 114: the word and tag of s0 with those of b0
 */
import { first, second, third } from './hashes.ts'

/** Its number, and one to three values. */
type Template<Value extends string> = readonly [number, Value, Value?, Value?]

/** Templates of one value, of two and of three: number (already spread), place in the list of features, and values. */
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
          ? [Math.imul(number, first), place, ...values.map(value => (value ? names.indexOf(value) : -1))]
          : [],
      ),
    )
  return { count: templates.length, ones: ofLength(1), twos: ofLength(2), threes: ofLength(3) }
}

/**
 * Writes a hash for each template into `out`; gives their number. The hashes are written out here: a call for each would
 * take a first article, which runs before V8 has optimised anything, twice as long.
 */
export const hashTemplates = (templates: Templates, values: Int32Array, out: Int32Array): number => {
  const { ones, twos, threes } = templates
  for (let t = 0; t < ones.length; t += 3) {
    let hash = Math.imul((values[ones[t + 2] ?? 0] ?? 0) ^ (ones[t] ?? 0), second)
    hash ^= hash >>> 15
    out[ones[t + 1] ?? 0] = Math.imul(hash, third)
  }
  for (let t = 0; t < twos.length; t += 4) {
    let hash = Math.imul((values[twos[t + 2] ?? 0] ?? 0) ^ (twos[t] ?? 0), second)
    hash = Math.imul((hash ^ (hash >>> 15)) + (values[twos[t + 3] ?? 0] ?? 0), third)
    out[twos[t + 1] ?? 0] = hash ^ (hash >>> 13)
  }
  for (let t = 0; t < threes.length; t += 5) {
    let hash = Math.imul((values[threes[t + 2] ?? 0] ?? 0) ^ (threes[t] ?? 0), second)
    hash = Math.imul((hash ^ (hash >>> 15)) + (values[threes[t + 3] ?? 0] ?? 0), third)
    hash = Math.imul((hash ^ (hash >>> 13)) + (values[threes[t + 4] ?? 0] ?? 0), first)
    out[threes[t + 1] ?? 0] = hash ^ (hash >>> 16)
  }
  return templates.count
}
