/**
 * The cues of a sentence, each with who stands as its source.
 *
 *   Ana Ruiz, a nurse, has also said that it works.      source "Ana Ruiz, a nurse," cue "has also said"
 *   “It works,” said Ana Ruiz.                           source "Ana Ruiz", cue "said"
 *
 * The source is what the article puts there: "he", "the minister", "who". Who that is, is for name-speaker.ts.
 */
import { type Clause, childBy, firstOf, headOf, lastOf, relationAt, tagAt, wordAt } from './clause.ts'
import type { Cue } from './cue.ts'
import { type CueVerb, cueVerbOf, isAuxiliary, isOwnWord, isPastCue, isReportVerb } from './cue-lexicon.ts'
import { isFiniteVerb, sourceOf } from './cue-source.ts'
import { nominalCueAt } from './nominal-cues.ts'
import { phraseAfter, phraseBefore, trimmed, type WordRange } from './noun-phrase.ts'
import { tidySource } from './tidy-source.ts'
import { cueEnd, groupStart, withInfinitive } from './verb-group.ts'

export const findCues = (clause: Clause): Cue[] => {
  const cues: Cue[] = []
  for (let i = 0; i < clause.count; i++) {
    const phrase = sourcePhraseAt(clause, i)
    if (phrase !== null) {
      cues.push(phrase)
      continue
    }
    const nominal = nominalCueAt(clause, i)
    if (nominal !== null) {
      const light = cues.findIndex(other => other.head === nominal.head)
      if (light >= 0) cues.splice(light, 1)
      cues.push(nominal)
      continue
    }
    if (!isVerb(clause, i) || wordAt(clause, i - 1) === '-') continue // "Western-backed"
    const verb = cueVerbOf(wordAt(clause, i)) ?? verbBesideQuote(clause, i)
    if (verb === undefined) continue
    const cue = verbCue(clause, i, verb)
    if (cue === null) continue
    const isOpen = cue.source === null || cue.sourceBy === 'shared'
    const sharesSource = isAdded(clause, i) || (isOpen && isJoined(clause, cue))
    cues.push(sharesSource ? withSourceOf(clause, cue, cues) : cue)
  }
  return cues
}

/** ", adding that …": behind a comma a participle goes on for whoever spoke before. */
const isAdded = (clause: Clause, i: number): boolean =>
  (tagAt(clause, i) === 'VBG' || isMeans(clause, i)) &&
  (additions.has(wordAt(clause, i - 1)) || (tagAt(clause, i - 1) === 'RB' && wordAt(clause, i - 2) === ','))

const additions: ReadonlySet<string> = new Set([',', 'after', 'before', 'by', 'while', 'without', 'when'])

/** "but told": a finite verb behind a conjunction. */
const isJoined = (clause: Clause, cue: Cue): boolean =>
  /^(?:and|but|or|then)$/.test(wordAt(clause, cue.span.from - 1)) && isFiniteVerb(clause, cue.head)

const withSourceOf = (clause: Clause, cue: Cue, before: readonly Cue[]): Cue => {
  const speaker = before.findLast(
    other =>
      (other.sourceBy === 'subject' || other.sourceBy === 'inverted') &&
      other.source !== null &&
      !tagAt(clause, other.source.from).startsWith('W'),
  )
  const source = speaker?.source ?? (cue.source === null ? subjectBefore(clause, cue.head) : null)
  return source === null ? cue : { ...cue, source, sourceBy: 'shared' }
}

/** "She calmed them by [warning]": the subject of the nearest verb before. */
const subjectBefore = (clause: Clause, i: number): WordRange | null => {
  for (let k = i - 1; k >= 0; k--)
    if (relationAt(clause, k) === 'nsubj' && headOf(clause, k) > k && headOf(clause, k) < i)
      return tidySource(
        clause,
        trimmed(clause, { from: firstOf(clause, k), to: Math.min(lastOf(clause, k), headOf(clause, k)) }),
      )
  return null
}

/** “…,” beamed Ana Ruiz: right behind a quote any verb in the past before a name says that she said it. */
const verbBesideQuote = (clause: Clause, i: number): CueVerb | undefined => {
  if (tagAt(clause, i) !== 'VBD' || isAuxiliary(wordAt(clause, i))) return undefined
  const isInverted = clause.holes[i] === 1 && isSomebody(tagAt(clause, i + 1))
  const isAfterOne = i > 0 && clause.holes[i - 1] === 1 && isSomebody(tagAt(clause, i - 1))
  return isInverted || isAfterOne ? { lemma: wordAt(clause, i), takes: 'q', particles: [] } : undefined
}

const isSomebody = (tag: string): boolean => tag === 'NNP' || tag === 'PRP'

const tailLength = 14 // words behind a quote among which a past form of saying is a verb, whatever the tagger says

const isVerb = (clause: Clause, i: number): boolean => {
  if (tagAt(clause, i).startsWith('VB')) return true
  if (isBeforeQuote(clause, i) || isMeans(clause, i)) return true
  if (clause.holes[i] === 1 && isPresentCue(clause, i)) return true
  if (!isPastCue(wordAt(clause, i)) || beforeNouns.has(tagAt(clause, i - 1))) return false
  for (let k = i; k >= Math.max(0, i - tailLength); k--) {
    if (clause.holes[k] === 1) return true
    if (k < i && tagAt(clause, k).startsWith('VB')) return false
  }
  return i <= 1 // "Stated Ruiz:"
}

const beforeNouns: ReadonlySet<string> = new Set(['DT', 'PRP$', 'IN', 'JJ'])

/** "by warning that …": behind these a form in -ing is a verb, whatever the tagger says. */
const isMeans = (clause: Clause, i: number): boolean =>
  wordAt(clause, i).endsWith('ing') && means.has(wordAt(clause, i - 1)) && isReportVerb(wordAt(clause, i))

const means: ReadonlySet<string> = new Set(['by', 'while', 'without'])

/** “…,” | admits team captain Ana Ruiz: right behind a quote the present form is a verb, whatever the tagger says. */
const isPresentCue = (clause: Clause, i: number): boolean => {
  const verb = wordAt(clause, i).endsWith('s') ? cueVerbOf(wordAt(clause, i)) : undefined
  return verb?.takes.startsWith('q') === true && !verb.takes.includes('w')
}

/** "The article read: “…”", "She sings, “…”": any form of saying between a word and a quote. */
const isBeforeQuote = (clause: Clause, i: number): boolean => {
  const next = wordAt(clause, i + 1)
  const before = tagAt(clause, i - 1)
  return (
    clause.holes[i + (next === ',' || next === ':' ? 2 : 1)] === 1 &&
    i > 0 &&
    before !== 'TO' &&
    !beforeNouns.has(before) &&
    cueVerbOf(wordAt(clause, i))?.takes.startsWith('q') === true
  )
}

const verbCue = (clause: Clause, i: number, verb: CueVerb): Cue | null => {
  let takes = verb.takes
  let to = i + 1
  let lemma = verb.lemma
  const particle = particleAfter(clause, i, verb)
  if (particle !== null) {
    takes = particle.takes
    to = particle.at + 1
    lemma = `${verb.lemma} ${particle.word}`
  } else if (takes === '') return null
  const from = groupStart(clause, i)
  if (isWish(clause, i, from)) takes = 't'
  const quoted = quotedAs(clause, i, takes)
  if (quoted !== null)
    return { ...quoted, head: i, span: { from: quoted.span.from, to: cueEnd(clause, to) }, lemma }
  const { source, by } = sourceOf(clause, i, from, to)
  to = cueEnd(clause, to)
  return { head: i, span: { from: withInfinitive(clause, i, from), to }, source, sourceBy: by, lemma, takes }
}

/** "Hale was quoted as saying that …": who is quoted says it. */
const quotedAs = (clause: Clause, i: number, takes: string): Cue | null => {
  if (
    wordAt(clause, i - 1) !== 'as' ||
    wordAt(clause, i - 2) !== 'quoted' ||
    !wordAt(clause, i).endsWith('ing')
  )
    return null
  const from = groupStart(clause, i - 2)
  const source = phraseBefore(clause, from)
  return source === null
    ? null
    : { head: i, span: { from, to: i + 1 }, source, sourceBy: 'subject', lemma: wordAt(clause, i), takes }
}

/** "would like to stay": a wish, though "likes" and "loves" alone seldom report. */
const isWish = (clause: Clause, i: number, from: number): boolean => {
  if (!/^(?:like|love|prefer|hate)$/.test(wordAt(clause, i)) || wordAt(clause, i + 1) !== 'to') return false
  for (let k = from; k < i; k++) if (/^(?:would|['’]d)$/.test(wordAt(clause, k))) return true
  return false
}

const particleAfter = (
  clause: Clause,
  i: number,
  verb: CueVerb,
): { at: number; word: string; takes: string } | null => {
  for (const { word, takes } of verb.particles) {
    if (wordAt(clause, i + 1) === word && clause.holes[i + 1] === 0) return { at: i + 1, word, takes }
    if (word === 'clear' && wordAt(clause, i + 1) === 'it' && wordAt(clause, i + 2) === word)
      return { at: i + 2, word, takes } // "made it clear that"
  }
  return null
}

/** "in her words", "by Ruiz's own admission". */
const inWords = (clause: Clause, i: number): Cue | null => {
  if (!isOwnWord(wordAt(clause, i))) return null
  const owner = childBy(clause, i, 'nmod:poss')
  const from = owner === undefined ? -1 : firstOf(clause, owner) - 1
  if (owner === undefined || !/^(?:in|by)$/.test(wordAt(clause, from))) return null
  return {
    head: i,
    span: { from, to: i + 1 },
    source: { from: firstOf(clause, owner), to: lastOf(clause, owner) },
    sourceBy: 'owner',
    lemma: wordAt(clause, i),
    takes: 'q',
  }
}

/** "in the words of her teacher, “…”": the source is what follows. */
const inTheWordsOf = (clause: Clause, i: number): Cue | null => {
  const word = wordAt(clause, i)
  const isPhrase =
    (word === 'words' || word === 'phrase') &&
    wordAt(clause, i - 2) === 'in' &&
    wordAt(clause, i - 1) === 'the' &&
    wordAt(clause, i + 1) === 'of'
  const source = isPhrase ? phraseAfter(clause, i + 2) : null
  return source === null
    ? null
    : { head: i, span: { from: i - 2, to: i + 2 }, source, sourceBy: 'owner', lemma: 'words', takes: 'q' }
}

/** "according to Ana Ruiz", "per officials": the source is what follows. */
const sourcePhraseAt = (clause: Clause, i: number): Cue | null => {
  const words = inWords(clause, i)
  if (words !== null) return words
  const inTheWords = inTheWordsOf(clause, i)
  if (inTheWords !== null) return inTheWords
  const isAccording = wordAt(clause, i) === 'according' && wordAt(clause, i + 1) === 'to'
  if (!isAccording) return null
  const to = i + 2
  const source = phraseAfter(clause, to)
  return { head: i, span: { from: i, to }, source, sourceBy: 'phrase', lemma: 'according to', takes: 'qc' }
}
