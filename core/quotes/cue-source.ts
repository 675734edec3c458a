/**
 * Who stands as the source of a verb: its subject, the phrase behind it, or the subject it shares with another verb.
 *
 *   Ana Ruiz, a nurse, has also said        “…,” said Ana Ruiz        She left, adding        praised by Ana Ruiz
 *
 * Beside a quote the words are trusted more than the tree, which has seen few such sentences.
 */
import {
  type Clause,
  childrenOf,
  firstOf,
  hasFiniteTag,
  lastOf,
  relationAt,
  tagAt,
  wordAt,
} from './clause.ts'
import { isAuxiliary } from './cue-lexicon.ts'
import { phraseAfter, phraseBefore, trimmed, type WordRange } from './noun-phrase.ts'
import { tidySource } from './tidy-source.ts'
import { type Found, inheritedSource, nobody, subjectOf, subjectRange } from './verb-subject.ts'

/** The tree may cut a subject short ("a report published [Friday] found"): the words before it up to a border belong to it. */
const widened = (clause: Clause, range: WordRange, from: number): WordRange => {
  if (tagAt(clause, range.to - 1).startsWith('PRP')) return range
  const whole = phraseBefore(clause, from)
  if (whole === null || whole.from >= range.from || whole.to < range.to) return range
  return whole
}

export const sourceOf = (clause: Clause, i: number, from: number, to: number): Found => {
  const found = sourceAround(clause, i, from, to)
  if (found.source === null) return found
  if (found.source.to <= found.source.from) return nobody // the group has taken all of its subject
  return { ...found, source: tidySource(clause, withName(clause, found.source)) }
}

/** "Maria Lopez, [34], who lost her house, said": an age is not who spoke. Not "On Monday, [34], mostly women, said". */
const withName = (clause: Clause, range: WordRange): WordRange => {
  const { from, to } = range
  const isAge = tagAt(clause, from) === 'CD' && wordAt(clause, from + 1) === ','
  if (!isAge || wordAt(clause, from - 1) !== ',' || clause.capitals[from - 2] !== 1) return range
  const name = phraseBefore(clause, from - 1)
  return name === null || tagAt(clause, name.from - 1) === 'IN' ? range : { from: name.from, to }
}

const pronouns: ReadonlySet<string> = new Set(['he', 'she', 'they', 'we', 'i'])

const sourceAround = (clause: Clause, i: number, from: number, to: number): Found => {
  if (pronouns.has(wordAt(clause, from - 1)) && clause.holes[from] !== 1)
    return { source: { from: from - 1, to: from }, by: 'subject' }
  const beside = besideHole(clause, from)
  if (beside !== null) return beside
  const turned = invertedAfterClause(clause, i, to)
  if (turned !== null) return { source: turned, by: 'inverted' }
  const own = subjectOf(clause, i)
  if (own !== undefined) {
    const passive = relationAt(clause, own) === 'nsubj:pass'
    if (passive) return doerOf(clause, i) ?? nobody
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
  for (let k = 0; k < i; k++) if (hasFiniteTag(clause, k)) verb = k
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
  if (commas === 0 && !isOneName) for (let k = start; k < from; k++) if (hasFiniteTag(clause, k)) return null
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

const alwaysFinite: ReadonlySet<string> = new Set('said says told noted added warned asked argued'.split(' '))

export const isFiniteVerb = (clause: Clause, i: number): boolean =>
  (hasFiniteTag(clause, i) && tagAt(clause, i) !== 'MD') ||
  alwaysFinite.has(wordAt(clause, i)) ||
  isAuxiliary(wordAt(clause, i - 1))

const countCommas = (clause: Clause, from: number, to: number): number => {
  let commas = 0
  for (let k = from; k < to; k++) if (wordAt(clause, k) === ',') commas++
  return commas
}

const doerOf = (clause: Clause, i: number): Found | null => {
  const doer = childrenOf(clause, i).find(c => isBy(clause, c))
  if (doer === undefined) return null
  const first = firstOf(clause, doer)
  return {
    source: trimmed(clause, {
      from: wordAt(clause, first) === 'by' ? first + 1 : first,
      to: lastOf(clause, doer),
    }),
    by: 'passive',
  }
}

const isBy = (clause: Clause, c: number): boolean =>
  relationAt(clause, c).startsWith('obl') && wordAt(clause, firstOf(clause, c)) === 'by'

const isAfterHole = (clause: Clause, from: number): boolean => {
  let at = from
  if (clause.holes[at] !== 1 && at > 0 && /^[,—–-]+$/.test(wordAt(clause, at - 1))) at--
  return clause.holes[at] === 1
}

const isInvertedOpening = (clause: Clause, to: number): boolean =>
  clause.holes[0] === 0 && to === 1 && /^(?:NNP|PRP$|DT|NN)/.test(tagAt(clause, to))
