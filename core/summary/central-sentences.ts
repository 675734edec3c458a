/**
 * How central each sentence is: the share of a reader's time who hops from sentence to sentence along shared words.
 *
 * LexRank and TextRank in one: similarity as Mihalcea and Tarau (2004) have it, damping 0.85. Only the first
 * mostRanked sentences take part, so the work is bounded whatever the text.
 */
import type { ContentWords } from './content-words.ts'
import type { StorySentence } from './story-sentences.ts'

const mostRanked = 60
const damping = 0.85
const rounds = 12 // the order is settled well before
const mostWords = 200 // distinct content words of a sentence that are compared

/** Shares that add up to 1 over the ranked sentences; 0 for those beyond. */
export const centralSentences = (content: ContentWords, story: readonly StorySentence[]): Float64Array => {
  const count = Math.min(story.length, mostRanked)
  const shares = new Float64Array(story.length)
  if (count === 0) return shares
  const likeness = likenesses(content, story, count)
  const sums = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) sums[i] = (sums[i] ?? 0) + (likeness[i * count + j] ?? 0)
  }
  let now = new Float64Array(count).fill(1 / count)
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(count).fill((1 - damping) / count)
    for (let i = 0; i < count; i++) {
      const sum = sums[i] ?? 0
      if (sum === 0) continue
      const flow = (damping * (now[i] ?? 0)) / sum
      for (let j = 0; j < count; j++) next[j] = (next[j] ?? 0) + flow * (likeness[i * count + j] ?? 0)
    }
    now = next
  }
  shares.set(now)
  return shares
}

/** Shared distinct content words of every two sentences, over the logarithms of how many they have. */
const likenesses = (content: ContentWords, story: readonly StorySentence[], count: number): Float64Array => {
  const holders = new Map<number, number[]>()
  const sizes = new Int32Array(count)
  for (let k = 0; k < count; k++) {
    const sentence = story[k]
    if (!sentence) break
    for (let i = sentence.firstToken; i < sentence.endToken && (sizes[k] ?? 0) < mostWords; i++) {
      const word = content.at[i] ?? -1
      if (word < 0) continue
      const list = holders.get(word)
      if (!list) holders.set(word, [k])
      else if (list[list.length - 1] !== k) list.push(k)
      else continue
      sizes[k] = (sizes[k] ?? 0) + 1
    }
  }
  const shared = new Float64Array(count * count)
  for (const list of holders.values()) {
    for (const i of list)
      for (const j of list) if (i !== j) shared[i * count + j] = (shared[i * count + j] ?? 0) + 1
  }
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const size = Math.log((sizes[i] ?? 0) + 1) + Math.log((sizes[j] ?? 0) + 1) + 1
      shared[i * count + j] = (shared[i * count + j] ?? 0) / size
    }
  }
  return shared
}
