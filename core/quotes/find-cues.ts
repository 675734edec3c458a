/**
 * The cues of a sentence, each with who stands as its source.
 *
 *   Ana Ruiz, a nurse, has also said that it works.      source "Ana Ruiz, a nurse," cue "has also said"
 *   “It works,” said Ana Ruiz.                           source "Ana Ruiz", cue "said"
 *
 * The source is what the article puts there: "he", "the minister", "who". Who that is, is for name-speaker.ts.
 */

import {
  type Clause,
  childBy,
  childrenOf,
  firstOf,
  headOf,
  lastOf,
  relationAt,
  tagAt,
  wordAt,
} from './clause.ts'
import { type CueVerb, cueVerbOf, isAuxiliary, isNegation } from './cue-lexicon.ts'
import { nominalCueAt } from './nominal-cues.ts'
import { isPunctuation, phraseAfter, phraseBefore, trimmed, type WordRange } from './noun-phrase.ts'

export interface Cue {
  readonly head: number
  readonly span: WordRange
  readonly source: WordRange | null
  /** How the source was found: by the grammar, by its place behind the verb, shared with another verb … */
  readonly sourceBy:
    | 'subject'
    | 'inverted'
    | 'shared'
    | 'modified'
    | 'agent'
    | 'phrase'
    | 'owner'
    | 'light'
    | 'adjective'
    | 'none'
  readonly lemma: string
  readonly takes: string
  /** What it reports, where finding the cue has told that too. */
  readonly content?: WordRange
}

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
  tagAt(clause, i) === 'VBG' &&
  (/^(?:,|after|before|by|while|without|when)$/.test(wordAt(clause, i - 1)) ||
    (tagAt(clause, i - 1) === 'RB' && wordAt(clause, i - 2) === ','))

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
  return speaker === undefined ? cue : { ...cue, source: speaker.source, sourceBy: 'shared' }
}

/** “…,” beamed Ana Ruiz: right behind a quote any verb in the past before a name says that she said it. */
const verbBesideQuote = (clause: Clause, i: number): CueVerb | undefined => {
  if (tagAt(clause, i) !== 'VBD' || isAuxiliary(wordAt(clause, i))) return undefined
  const isInverted = clause.holes[i] === 1 && /^(?:NNP|PRP)$/.test(tagAt(clause, i + 1))
  const isAfterOne = i > 0 && clause.holes[i - 1] === 1 && /^(?:NNP|PRP)$/.test(tagAt(clause, i - 1))
  return isInverted || isAfterOne ? { lemma: wordAt(clause, i), takes: 'q', particles: [] } : undefined
}

const tailLength = 14 // words behind a quote among which a past form of saying is a verb, whatever the tagger says

const isVerb = (clause: Clause, i: number): boolean => {
  if (tagAt(clause, i).startsWith('VB')) return true
  if (isBeforeQuote(clause, i)) return true
  if (!isPastCue(wordAt(clause, i)) || /^(?:DT|PRP\$|IN|JJ)$/.test(tagAt(clause, i - 1))) return false
  for (let k = i; k >= Math.max(0, i - tailLength); k--) {
    if (clause.holes[k] === 1) return true
    if (k < i && tagAt(clause, k).startsWith('VB')) return false
  }
  return i <= 1 // "Stated Ruiz:"
}

/** "The article read: “…”", "She sings, “…”": any form of saying between a word and a quote. */
const isBeforeQuote = (clause: Clause, i: number): boolean => {
  const isNext = /^[,:]$/.test(wordAt(clause, i + 1)) ? clause.holes[i + 2] === 1 : clause.holes[i + 1] === 1
  return (
    isNext &&
    i > 0 &&
    !/^(?:DT|PRP\$|IN|JJ|TO)$/.test(tagAt(clause, i - 1)) &&
    cueVerbOf(wordAt(clause, i))?.takes.startsWith('q') === true
  )
}

const isPastCue = (word: string): boolean =>
  (word.endsWith('ed') || pastForms.has(word)) && cueVerbOf(word)?.takes.startsWith('q') === true
const pastForms: ReadonlySet<string> = new Set(
  'said says told wrote thought sang cried swore read spoke'.split(' '),
)

/** Verbs that only begin another: "went on to say", "tried to explain". */
const beginners: ReadonlySet<string> = new Set(
  `go goes going went continue continues continued continuing begin begins began begun start starts started keep keeps kept try tries
   tried trying attempt attempts attempted have has had used seem seems seemed appear appears appeared fail fails failed proceed
   proceeded proceeds hesitate hesitated took take takes came come`.split(/\s+/),
)

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
  const { source, by } = sourceOf(clause, i, from, to)
  to = cueEnd(clause, to)
  return { head: i, span: { from, to }, source, sourceBy: by, lemma, takes }
}

/** A manner behind the verb and a colon belong to the cue: "added warily:". */
const cueEnd = (clause: Clause, to: number): number => {
  let end = to
  if (
    tagAt(clause, end) === 'RB' &&
    wordAt(clause, end).endsWith('ly') &&
    clause.holes[end] === 0 &&
    !/^(?:only|early)$/.test(wordAt(clause, end))
  )
    end++
  if (wordAt(clause, end) === ':' && clause.holes[end] === 0) end++
  return end
}

const particleAfter = (
  clause: Clause,
  i: number,
  verb: CueVerb,
): { at: number; word: string; takes: string } | null => {
  for (const { word, takes } of verb.particles) {
    if (wordAt(clause, i + 1) === word && clause.holes[i + 1] === 0) return { at: i + 1, word, takes }
  }
  return null
}

/** Where the verb's group begins: auxiliaries, negations and adverbs before it, and a beginner with its own. */
const groupStart = (clause: Clause, i: number): number => {
  let from = i
  while (from > 0 && clause.holes[from] === 0) {
    const before = from - 1
    const word = wordAt(clause, before)
    if (isAuxiliary(word) || isNegation(word) || tagAt(clause, before) === 'MD') from = before
    else if (isGroupAdverb(clause, before, i)) from = before
    else if (word === 'to' && isBegun(clause, before)) from = before - 1
    else if (word === 'on' && wordAt(clause, before - 1).startsWith('go')) from = before - 1
    else break
  }
  while (from < i && tagAt(clause, from).startsWith('RB') && isClauseAdverb(clause, from)) from++
  return from
}

/** The tree may cut a subject short ("a report published [Friday] found"): the words before it up to a border belong to it. */
const widened = (clause: Clause, range: WordRange, from: number): WordRange => {
  if (tagAt(clause, range.to - 1).startsWith('PRP')) return range
  const whole = phraseBefore(clause, from)
  if (whole === null || whole.from >= range.from || whole.to < range.to) return range
  return whole
}

const isBegun = (clause: Clause, to: number): boolean =>
  beginners.has(wordAt(clause, to - 1)) ||
  (wordAt(clause, to - 1) === 'on' && beginners.has(wordAt(clause, to - 2)))

const isGroupAdverb = (clause: Clause, at: number, verb: number): boolean =>
  tagAt(clause, at).startsWith('RB') && headOf(clause, at) >= at && headOf(clause, at) <= verb

/** "however", "meanwhile": of the sentence, not of the verb. */
const clauseAdverbs: ReadonlySet<string> = new Set(
  'however meanwhile instead therefore thus moreover nevertheless nonetheless indeed so here there where when why how'.split(
    ' ',
  ),
)
const isClauseAdverb = (clause: Clause, at: number): boolean => clauseAdverbs.has(wordAt(clause, at))

interface Found {
  readonly source: WordRange | null
  readonly by: Cue['sourceBy']
}
const nobody: Found = { source: null, by: 'none' }

const sourceOf = (clause: Clause, i: number, from: number, to: number): Found => {
  if (/^(?:he|she|they|we|i)$/.test(wordAt(clause, from - 1)) && clause.holes[from] !== 1)
    return { source: { from: from - 1, to: from }, by: 'subject' }
  const beside = besideHole(clause, from)
  if (beside !== null) return beside
  const turned = invertedAfterClause(clause, i, to)
  if (turned !== null) return { source: turned, by: 'inverted' }
  const own = subjectOf(clause, i)
  if (own !== undefined) {
    const passive = relationAt(clause, own) === 'nsubj:pass'
    if (passive) return agentOf(clause, i) ?? nobody
    const range = subjectRange(clause, own, from, to)
    return { source: own < from ? widened(clause, range, from) : range, by: own > i ? 'inverted' : 'subject' }
  }
  if (isAfterHole(clause, from) || (from === 0 && isInvertedOpening(clause, to))) {
    const range = phraseAfter(clause, to)
    if (range !== null) return { source: range, by: 'inverted' }
  }
  const near =
    isFiniteVerb(clause, i) ||
    from < i ||
    !tagAt(clause, i).startsWith('VB') ||
    isMistakenParticiple(clause, i)
      ? phraseBefore(clause, from)
      : null
  if (near !== null) return { source: near, by: 'subject' }
  return inheritedSource(clause, i, from, 0)
}

/** "It works, said Ana Ruiz, who runs it.": a name between the verb and a mark, and a clause before the comma. */
const invertedAfterClause = (clause: Clause, i: number, to: number): WordRange | null => {
  if (
    wordAt(clause, i - 1) !== ',' ||
    clause.holes[i] === 1 ||
    !/^(?:said|says|say|told|added|wrote|argued|according)$/.test(wordAt(clause, i))
  )
    return null
  if (!/^(?:NNP|DT|NN|NNS|JJ|CD)$/.test(tagAt(clause, to))) return null
  let end = to
  while (
    end < clause.count &&
    /^(?:N|DT|JJ|CD|POS|IN|CC|HYPH|-|PRP\$)/.test(tagAt(clause, end)) &&
    clause.holes[end + 1] !== 1
  )
    end++
  if (end < clause.count && !/^(?:[,.;:)]|--|—|–)$/.test(wordAt(clause, end)) && tagAt(clause, end) !== 'WP')
    return null
  let verb = -1
  for (let k = 0; k < i; k++) if (/^(?:VBD|VBZ|VBP|MD)$/.test(tagAt(clause, k))) verb = k
  if (verb < 0 || phraseBefore(clause, i) !== null) return null
  return phraseAfter(clause, to)
}

const longestBeside = 30 // words of "Ana Ruiz, a nurse from Leeds who …," between a quote and its cue

/**
 * The phrase between a whole quote and the verb, whatever the tree says: “…,” [Ana Ruiz, a nurse,] said.
 * With commas only where they pair; with no verb but inside a relative clause.
 */
const besideHole = (clause: Clause, from: number): Found | null => {
  let start = from
  while (start > 0 && from - start < longestBeside && clause.holes[start] === 0) start--
  if (clause.holes[start] !== 1 || start === from) return null
  if (wordAt(clause, start) === ',') start++
  const isOneName = start === from - 1 && clause.capitals[start] === 1
  const isCapital = clause.capitals[start] === 1 && tagAt(clause, start).startsWith('VB')
  if (
    start >= from ||
    (!isOneName && !isCapital && /^(?:IN|CC|TO|MD|VB[DPZ]?|RB|W.*|[.,:]+)$/.test(tagAt(clause, start)))
  )
    return null
  if (tagAt(clause, start) === 'PRP' && start + 1 !== from) return null
  const commas = countCommas(clause, start, from)
  if (commas > 0 && wordAt(clause, from - 1) !== ',') return null
  if (commas === 0 && !isOneName)
    for (let k = start; k < from; k++) if (/^(?:VB[DPZ]|MD)/.test(tagAt(clause, k))) return null
  return { source: { from: start, to: from }, by: 'subject' }
}

/** "Ruiz, who runs it, named": a participle cannot follow the comma that ends a clause. */
const isMistakenParticiple = (clause: Clause, i: number): boolean =>
  tagAt(clause, i) === 'VBN' &&
  wordAt(clause, i - 1) === ',' &&
  /^(?:W|DT|NN|CD)/.test(tagAt(clause, lastComma(clause, i - 2) + 1))

const lastComma = (clause: Clause, from: number): number => {
  let i = from
  while (i >= 0 && wordAt(clause, i) !== ',') i--
  return i
}

const isFiniteVerb = (clause: Clause, i: number): boolean =>
  /^VB[DZP]$/.test(tagAt(clause, i)) ||
  /^(?:said|says|told)$/.test(wordAt(clause, i)) ||
  isAuxiliary(wordAt(clause, i - 1))

const countCommas = (clause: Clause, from: number, to: number): number => {
  let commas = 0
  for (let k = from; k < to; k++) if (wordAt(clause, k) === ',') commas++
  return commas
}

const subjectOf = (clause: Clause, i: number): number | undefined => {
  const found = childrenOf(clause, i).filter(c => relationAt(clause, c).startsWith('nsubj'))
  return found.find(c => c < i) ?? found[0]
}

const agentOf = (clause: Clause, i: number): Found | null => {
  const agent = childBy(clause, i, 'obl:agent') ?? childrenOf(clause, i).find(c => isBy(clause, c))
  if (agent === undefined) return null
  const first = firstOf(clause, agent)
  return {
    source: trimmed(clause, {
      from: wordAt(clause, first) === 'by' ? first + 1 : first,
      to: lastOf(clause, agent),
    }),
    by: 'agent',
  }
}
const isBy = (clause: Clause, c: number): boolean =>
  relationAt(clause, c).startsWith('obl') && wordAt(clause, firstOf(clause, c)) === 'by'

const farthestHead = 6 // verbs that share a subject: "came, saw, looked and said"

/** A subject that another verb has: "came and said", "a statement saying", "went home, adding". */
const inheritedSource = (clause: Clause, i: number, from: number, depth: number): Found => {
  const head = headOf(clause, i)
  if (head < 0 || depth > farthestHead) return nobody
  const relation = relationAt(clause, i)
  if (
    relation === 'acl' &&
    tagAt(clause, i) === 'VBG' &&
    /^(?:obj|obl|iobj)$/.test(relationAt(clause, head)) &&
    head < i
  ) {
    const subject = subjectOf(clause, headOf(clause, head))
    if (subject !== undefined && relationAt(clause, subject) === 'nsubj' && subject < head)
      return {
        source: subjectRange(clause, subject, groupStart(clause, headOf(clause, head)), head),
        by: 'shared',
      }
  }
  if (relation === 'acl' && head < i && tagAt(clause, head).startsWith('N'))
    return {
      source: trimmed(clause, { from: firstOf(clause, head), to: headEnd(clause, head, i) }),
      by: 'modified',
    }
  if (
    relation === 'conj' ||
    relation === 'xcomp' ||
    relation === 'advcl' ||
    relation === 'parataxis' ||
    relation === 'ccomp'
  ) {
    const subject = subjectOf(clause, head)
    if (subject !== undefined && relationAt(clause, subject) !== 'nsubj:pass')
      return { source: subjectRange(clause, subject, groupStart(clause, head), head + 1), by: 'shared' }
    return inheritedSource(clause, head, from, depth + 1)
  }
  return nobody
}

/** Where the words that belong to a noun end before its clause at `clauseHead` begins. */
const headEnd = (clause: Clause, noun: number, clauseHead: number): number => {
  let end = firstOf(clause, clauseHead)
  while (end > noun + 1 && isPunctuation(clause, end - 1)) end--
  return end
}

/** A subject that begins like a clause ("Asked why, Ruiz") begins behind its last comma. */
const withoutClause = (clause: Clause, subject: number): number => {
  const first = firstOf(clause, subject)
  if (!/^(?:VB|IN|W|TO|RB|CC)/.test(tagAt(clause, first))) return first
  for (let i = subject; i > first; i--)
    if (wordAt(clause, i) === ',' || clause.holes[i] === 1) return wordAt(clause, i) === ',' ? i + 1 : i
  return first
}

const subjectRange = (clause: Clause, subject: number, from: number, to: number): WordRange => {
  const range = { from: withoutClause(clause, subject), to: lastOf(clause, subject) }
  if (subject < from) {
    const end = Math.min(range.to, from)
    const hasInner = range.from < end && commaWithin(clause, range.from, end - 1)
    const isComma = end < from && end + 1 === from && wordAt(clause, end) === ',' && clause.holes[end] === 0
    if (isComma && hasInner) return { from: range.from, to: end + 1 }
    return hasInner && wordAt(clause, end - 1) === ','
      ? { from: range.from, to: end }
      : trimmed(clause, { from: range.from, to: end })
  }
  return trimmed(clause, { from: Math.max(range.from, to), to: range.to })
}

const commaWithin = (clause: Clause, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (wordAt(clause, i) === ',') return true
  return false
}

const isAfterHole = (clause: Clause, from: number): boolean => {
  let at = from
  if (clause.holes[at] !== 1 && at > 0 && /^[,—–-]+$/.test(wordAt(clause, at - 1))) at--
  return clause.holes[at] === 1
}
const isInvertedOpening = (clause: Clause, to: number): boolean =>
  clause.holes[0] === 0 && to === 1 && /^(?:NNP|PRP$|DT|NN)/.test(tagAt(clause, to))

/** "in her words", "by Ruiz's own admission". */
const inWords = (clause: Clause, i: number): Cue | null => {
  if (!/^(?:words|word|admission|account|telling)$/.test(wordAt(clause, i))) return null
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

/** "according to Ana Ruiz", "per officials": the source is what follows. */
const sourcePhraseAt = (clause: Clause, i: number): Cue | null => {
  const words = inWords(clause, i)
  if (words !== null) return words
  const isAccording = wordAt(clause, i) === 'according' && wordAt(clause, i + 1) === 'to'
  if (!isAccording) return null
  const to = i + 2
  const source = phraseAfter(clause, to)
  return { head: i, span: { from: i, to }, source, sourceBy: 'phrase', lemma: 'according to', takes: 'qc' }
}
