/**
 * How central each sentence is: the share of a reader's time who hops from sentence to sentence along shared words.
 *
 * LexRank and TextRank in one: similarity as Mihalcea and Tarau (2004) have it, damping 0.85. Only the
 * sentences that are compared take part (pair-overlap.ts), so the work is bounded whatever the text.
 */
import type { Overlaps } from './pair-overlap.ts'

const damping = 0.85
const rounds = 12 // the order is settled well before

/** Shares that add up to 1 over the sentences compared; 0 for those beyond. @param sentences how many there are. */
export const centralSentences = (overlaps: Overlaps, sentences: number): Float64Array => {
  const count = overlaps.compared
  const shares = new Float64Array(sentences)
  if (count === 0) return shares
  const likeness = likenesses(overlaps)
  const sums = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    let sum = 0
    for (let j = 0; j < count; j++) sum += likeness[i * count + j] ?? 0
    sums[i] = sum
  }
  let now = new Float64Array(count).fill(1 / count)
  let next = new Float64Array(count)
  for (let round = 0; round < rounds; round++) {
    next.fill((1 - damping) / count)
    for (let i = 0; i < count; i++) {
      const sum = sums[i] ?? 0
      if (sum === 0) continue
      const flow = (damping * (now[i] ?? 0)) / sum
      const row = i * count
      for (let j = 0; j < count; j++) next[j] = (next[j] ?? 0) + flow * (likeness[row + j] ?? 0)
    }
    const old = now
    now = next
    next = old
  }
  shares.set(now)
  return shares
}

/** Shared distinct content words of every two sentences, over the logarithms of how many they have. */
const likenesses = ({ starts, compared, shared }: Overlaps): Float64Array => {
  const logs = new Float64Array(compared)
  for (let k = 0; k < compared; k++) logs[k] = Math.log((starts[k + 1] ?? 0) - (starts[k] ?? 0) + 1)
  const likeness = new Float64Array(compared * compared)
  for (let i = 0; i < compared; i++) {
    for (let j = 0; j < compared; j++) {
      const both = shared[i * compared + j] ?? 0
      if (both > 0) likeness[i * compared + j] = both / ((logs[i] ?? 0) + (logs[j] ?? 0) + 1)
    }
  }
  return likeness
}
