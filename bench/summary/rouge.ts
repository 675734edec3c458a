/**
 * ROUGE-1, -2 and -Lsum of many summaries of one article: the same figures as the scorer of the annotated sets gives,
 * with everything that does not depend on the summary computed once.
 *
 *   openJudge(sentences, references).score([0, 3, 4]) -> [0.31, 0.12, 0.28]
 */
export type Rouge = readonly [rouge1: number, rouge2: number, rougeL: number]

export interface Judge {
  /** Mean F1 over the references of a summary made of these sentences. */
  readonly score: (summary: readonly number[]) => Rouge
  /** Words of a summary as ROUGE counts them. */
  readonly words: (summary: readonly number[]) => number
}

interface Reference {
  readonly unigrams: ReadonlyMap<number, number>
  readonly bigrams: ReadonlyMap<number, number>
  readonly length: number
  readonly sentences: readonly (readonly number[])[]
}

export const rougeWords = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? []

export const openJudge = (sentences: readonly string[], references: readonly string[]): Judge => {
  const numbers = new Map<string, number>()
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size + 1
    numbers.set(word, number)
    return number
  }
  const candidates = sentences.map(sentence => rougeWords(sentence).map(numberOf))
  const opened = references.map(reference => openReference(reference, numberOf))
  const alignments = new Map<string, readonly number[]>()
  const align = (r: number, s: number, c: number): readonly number[] => {
    const key = `${r} ${s} ${c}`
    const known = alignments.get(key) ?? longestCommon(opened[r]?.sentences[s] ?? [], candidates[c] ?? [])
    alignments.set(key, known)
    return known
  }
  return {
    words: summary => summary.reduce((sum, c) => sum + (candidates[c]?.length ?? 0), 0),
    score: summary => {
      const flat = summary.flatMap(c => candidates[c] ?? [])
      const unigrams = countGrams(flat, 1)
      const bigrams = countGrams(flat, 2)
      const sums: [number, number, number] = [0, 0, 0]
      opened.forEach((reference, r) => {
        sums[0] += f1(sharedGrams(unigrams, reference.unigrams), flat.length, reference.length)
        sums[1] += f1(sharedGrams(bigrams, reference.bigrams), flat.length - 1, reference.length - 1)
        const hits = unionHits(summary, unigrams, reference, (s, c) => align(r, s, c))
        sums[2] += f1(hits, flat.length, reference.length)
      })
      return [sums[0] / opened.length, sums[1] / opened.length, sums[2] / opened.length]
    },
  }
}

const f1 = (hits: number, ours: number, theirs: number): number =>
  hits === 0 ? 0 : (2 * hits) / (Math.max(1, ours) + Math.max(1, theirs))

const openReference = (reference: string, numberOf: (word: string) => number): Reference => {
  const sentences = splitAsScorer(reference).map(sentence => rougeWords(sentence).map(numberOf))
  const flat = sentences.flat()
  return { unigrams: countGrams(flat, 1), bigrams: countGrams(flat, 2), length: flat.length, sentences }
}

const gramBase = 65_536 // more words than one article has

const countGrams = (words: readonly number[], size: 1 | 2): Map<number, number> => {
  const counts = new Map<number, number>()
  for (let i = 0; i + size <= words.length; i++) {
    const gram = size === 1 ? (words[i] ?? 0) : (words[i] ?? 0) * gramBase + (words[i + 1] ?? 0)
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

const sharedGrams = (ours: ReadonlyMap<number, number>, theirs: ReadonlyMap<number, number>): number => {
  let shared = 0
  for (const [gram, count] of theirs) shared += Math.min(count, ours.get(gram) ?? 0)
  return shared
}

/** Words of the reference that a longest common subsequence with any of our sentences covers, counted as often as both have them. */
const unionHits = (
  summary: readonly number[],
  unigrams: ReadonlyMap<number, number>,
  reference: Reference,
  align: (sentence: number, candidate: number) => readonly number[],
): number => {
  const used = new Map<number, number>()
  let hits = 0
  reference.sentences.forEach((words, s) => {
    const covered = new Set<number>()
    for (const c of summary) for (const at of align(s, c)) covered.add(at)
    for (const at of covered) {
      const word = words[at] ?? 0
      const before = used.get(word) ?? 0
      if (before >= (unigrams.get(word) ?? 0) || before >= (reference.unigrams.get(word) ?? 0)) continue
      used.set(word, before + 1)
      hits++
    }
  })
  return hits
}

/** Places in `ours` of one longest common subsequence: the one that the scorer's way back finds. */
const longestCommon = (ours: readonly number[], theirs: readonly number[]): number[] => {
  const width = theirs.length + 1
  const lengths = new Uint16Array((ours.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = 1; i <= ours.length; i++) {
    for (let j = 1; j <= theirs.length; j++) {
      lengths[i * width + j] =
        ours[i - 1] === theirs[j - 1] ? at(i - 1, j - 1) + 1 : Math.max(at(i, j - 1), at(i - 1, j))
    }
  }
  const places: number[] = []
  let i = ours.length
  let j = theirs.length
  while (i > 0 && j > 0) {
    if (ours[i - 1] === theirs[j - 1]) {
      places.push(--i)
      j--
    } else if (at(i - 1, j) >= at(i, j - 1)) i--
    else j--
  }
  return places
}

const abbreviation =
  /\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Jr|Sr|No|vs|Inc|Corp|Co|U\.S|a\.m|p\.m|[A-Z])\.$/

/** Sentences as the scorer cuts them, for its LEAD-3 and its references; core/text cuts better. */
export const splitAsScorer = (text: string): string[] => {
  const sentences: string[] = []
  let begin = 0
  for (const match of text.matchAll(/[.!?]["'”’)]*\s+|\n+/g)) {
    const end = match.index + match[0].length
    const sentence = text.slice(begin, end).trim()
    if (match[0].trim() !== '' && abbreviation.test(sentence.replace(/["' ]+$/, ''))) continue
    if (sentence === '') continue
    sentences.push(sentence)
    begin = end
  }
  const rest = text.slice(begin).trim()
  return rest === '' ? sentences : [...sentences, rest]
}
