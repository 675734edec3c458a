/**
 * A gain as a line of text, with how sure it is.
 *
 *   +2.41 [+1.9 +2.9] / +0.88 [+0.5 +1.3] / +2.04 [+1.6 +2.5]   61.3 words (LEAD-3 69.3), lead kept in 58 %
 *
 * Intervals: bootstrap over articles, 2,000 draws, 95 %.
 */
import { type Gain, meanPoints } from './training.ts'

const draws = 2_000

/** The middle 95 % of the means of samples drawn from these values with replacement. Seeded. */
export const bootstrapInterval = (values: readonly number[], seed = 1): [number, number] => {
  let state = seed
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  const means = Array.from({ length: draws }, () => {
    let sum = 0
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(next() * values.length)] ?? 0
    return sum / Math.max(1, values.length)
  }).sort((a, b) => a - b)
  return [means[Math.floor(draws * 0.025)] ?? 0, means[Math.floor(draws * 0.975)] ?? 0]
}

const signed = (x: number, digits: number): string => `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(digits)}`

export const showGain = (gain: Gain): string => {
  const figures = meanPoints(gain).map((mean, k) => {
    const [low, high] = bootstrapInterval(gain.points.map(points => points[k] ?? 0))
    return `${signed(mean, 2)} [${signed(low, 1)} ${signed(high, 1)}]`
  })
  const length = `${gain.words.toFixed(1)} words (LEAD-3 ${gain.lead3Words.toFixed(1)})`
  return `${figures.join(' / ')}   ${length}, lead kept in ${(100 * gain.leadShare).toFixed(0)} %`
}
