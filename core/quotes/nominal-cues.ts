/**
 * Cues that are no verbs: nouns of saying with whose they are, and adjectives of thinking.
 *
 *   his claim that it works         source "his" · cue "claim" · content "that it works"
 *   Ruiz expressed concern about it source "Ruiz" · cue "expressed concern about" · content "it"
 *   she is convinced that it works  source "she" · cue "is convinced" · content "that it works"
 */
import {
  type Clause,
  childBy,
  childrenOf,
  firstOf,
  hasFiniteTag,
  headOf,
  lastOf,
  relationAt,
  tagAt,
  wordAt,
} from './clause.ts'
import type { Cue } from './cue.ts'
import { cueNounOf, isAuxiliary, isCry, isCueAdjective, isLightVerb, isLinking } from './cue-lexicon.ts'
import { trimmed, type WordRange } from './noun-phrase.ts'

export const nominalCueAt = (clause: Clause, i: number): Cue | null => {
  const tag = tagAt(clause, i)
  if (isCry(wordAt(clause, i)) && wordAt(clause, i + 1) === 'of') return cryCue(clause, i)
  if (tag.startsWith('NN') && !tag.startsWith('NNP')) return nounCue(clause, i)
  if ((tag === 'JJ' || tag === 'VBN') && isCueAdjective(wordAt(clause, i))) return adjectiveCue(clause, i)
  return null
}

/** "to chants of “Go home!”": what was called out, by nobody in particular. */
const cryCue = (clause: Clause, i: number): Cue | null => {
  const span = { from: i, to: i + 2 }
  const cue: Cue = { head: i, span, source: null, sourceBy: 'none', lemma: wordAt(clause, i), takes: 'q' }
  const quote = clause.sentence.quotes.find(({ isWhole, place, start }) =>
    isWhole ? place === i + 2 : start === clause.starts[i + 2],
  )
  if (quote === undefined) return null
  if (quote.isWhole) return cue
  let to = i + 2
  while (to < clause.count && (clause.starts[to] ?? 0) < quote.end) to++
  return { ...cue, content: { from: i + 2, to } }
}

const nounCue = (clause: Clause, i: number): Cue | null => {
  const noun = cueNounOf(wordAt(clause, i))
  if (noun === undefined) return null
  const complement = complementOf(clause, i) ?? predicateOf(clause, i)
  if (complement === null) return null
  const owner = childBy(clause, i, 'nmod:poss')
  if (owner !== undefined && owner < i) {
    const source = { from: firstOf(clause, owner), to: lastOf(clause, owner) }
    const from = source.to
    if (from > i) return null
    return cueOf(
      i,
      { from, to: complement.cueEnd },
      { source, noun, content: complement.content, by: 'owner' },
    )
  }
  const verb = headOf(clause, i)
  if (verb < 0 || verb > i || relationAt(clause, i) !== 'obj' || !isLightVerb(wordAt(clause, verb)))
    return null
  const subject = childBy(clause, verb, 'nsubj')
  if (subject === undefined || subject > verb) return null
  const source = trimmed(clause, {
    from: firstOf(clause, subject),
    to: Math.min(lastOf(clause, subject), verb),
  })
  let from = verb
  while (
    from > source.to &&
    (isAuxiliary(wordAt(clause, from - 1)) || /^(?:RB|MD)/.test(tagAt(clause, from - 1)))
  )
    from--
  return cueOf(
    verb,
    { from, to: complement.cueEnd },
    { source, noun, content: complement.content, by: 'light' },
  )
}

interface Rest {
  readonly source: WordRange
  readonly noun: string
  readonly content: WordRange
  readonly by: 'owner' | 'light' | 'adjective'
}

const cueOf = (head: number, span: WordRange, { source, noun, content, by }: Rest): Cue => ({
  head,
  span,
  source,
  sourceBy: by,
  lemma: noun,
  takes: 'o',
  content,
})

interface Complement {
  readonly cueEnd: number
  readonly content: WordRange
}

/** "… that it works", "… to leave", "… of the plan" right behind word i; the preposition belongs to the cue. */
const complementOf = (clause: Clause, i: number): Complement | null => {
  const next = i + 1
  if (next >= clause.count || clause.holes[next] === 1) return null
  const word = wordAt(clause, next)
  const child = childrenOf(clause, i).find(c => c > i && firstOf(clause, c) === next)
  const to = child === undefined ? null : lastOf(clause, child)
  if (word === 'that' || (word === 'to' && tagAt(clause, next + 1) === 'VB')) {
    const end = to ?? phraseEnd(clause, next)
    const content = trimmed(clause, {
      from: next,
      to: isFronted(clause, i) ? Math.min(end, phraseEnd(clause, next)) : end,
    })
    return content.to - content.from > 1 ? { cueEnd: next, content } : null
  }
  if (!isLinking(word) || to === null || to <= next + 1) return null
  return { cueEnd: next + 1, content: trimmed(clause, { from: next + 1, to }) }
}

/** "her claim is | that it works": the verb belongs to the cue. */
const predicateOf = (clause: Clause, i: number): Complement | null => {
  const verb = wordAt(clause, i + 1)
  if ((verb !== 'is' && verb !== 'was') || wordAt(clause, i + 2) !== 'that') return null
  let to = i + 3
  while (to < clause.count && wordAt(clause, to) !== ';' && clause.holes[to] !== 1) to++
  const content = trimmed(clause, { from: i + 2, to })
  return content.to - content.from > 2 ? { cueEnd: i + 2, content } : null
}

/** "Despite her claims that it works, | the banks left": in a phrase that opens the sentence the comma ends it. */
const isFronted = (clause: Clause, noun: number): boolean => {
  const first = tagAt(clause, 0)
  if (first !== 'IN' && first !== 'VBN' && first !== 'VBG') return false
  for (let i = 1; i < noun; i++) if (hasFiniteTag(clause, i) || wordAt(clause, i) === ',') return false
  return true
}

const phraseEnd = (clause: Clause, from: number): number => {
  for (let i = from; i < clause.count; i++)
    if (/^[,;:.]$/.test(wordAt(clause, i)) || clause.holes[i + 1] === 1) return i
  return clause.count
}

const adjectiveCue = (clause: Clause, i: number): Cue | null => {
  const subject = childBy(clause, i, 'nsubj', 'nsubj:pass')
  if (subject === undefined || subject > i) return null
  const source = trimmed(clause, { from: firstOf(clause, subject), to: Math.min(lastOf(clause, subject), i) })
  let from = i
  while (
    from > source.to &&
    (isAuxiliary(wordAt(clause, from - 1)) || /^(?:RB|MD)/.test(tagAt(clause, from - 1)))
  )
    from--
  if (from === i) return null
  const child = childrenOf(clause, i).find(
    c => c > i && /^(?:ccomp|xcomp|advcl|obl)$/.test(relationAt(clause, c)),
  )
  if (child === undefined || firstOf(clause, child) > i + 2) return null
  const first = firstOf(clause, child)
  const isLinked = isLinking(wordAt(clause, first)) && relationAt(clause, child) === 'obl'
  if (relationAt(clause, child) === 'obl' && !isLinked) return null
  const content = trimmed(clause, { from: isLinked ? first + 1 : first, to: lastOf(clause, child) })
  return content.to <= content.from
    ? null
    : cueOf(
        i,
        { from, to: isLinked ? first + 1 : i + 1 },
        { source, noun: wordAt(clause, i), content, by: 'adjective' },
      )
}
