/**
 * What a cue reports, where it is not a whole quote: the clause, the infinitive or the object it governs, or the words
 * before it.
 *
 *   Ana Ruiz said that it works.     -> "that it works"
 *   It works, she said, for now.     -> "It works", "for now"
 *   She called it a sham.            -> "it a sham"
 */
import {
  type Clause,
  childrenOf,
  firstOf,
  hasFiniteTag,
  headOf,
  isObject,
  lastOf,
  relationAt,
  tagAt,
  wordAt,
} from './clause.ts'
import { clauseEndFor, clauseStartFor, isTimeWord, objectEndFor } from './content-borders.ts'
import type { Cue } from './cue.ts'
import { isEvidence, isForum } from './cue-lexicon.ts'
import { trimmed, type WordRange } from './noun-phrase.ts'
import {
  clauseStart,
  hasVerb,
  holeAfter,
  holeBefore,
  isAfterItsWords,
  wordsAroundPhrase,
  wordsBefore,
} from './words-around.ts'

export type ContentForm = 'noun' | 'nounclause' | 'clause' | 'infinitive' | 'object' | 'before' | 'rest'

export interface Content {
  readonly ranges: readonly WordRange[]
  readonly form: ContentForm
}

export const findContent = (clause: Clause, cue: Cue): Content | null => {
  if (cue.content !== undefined) {
    const form = /^(?:that|to)$/.test(wordAt(clause, cue.content.from)) ? 'nounclause' : 'noun'
    return content(clause, cue.content.from, cue.content.to, form)
  }
  if (cue.sourceBy === 'phrase') return around(wordsAroundPhrase(clause, cue), 'clause')
  if (isAfterItsWords(clause, cue)) {
    const before = around(wordsBefore(clause, cue), 'before')
    if (before !== null) return before
  }
  return (
    clauseAfter(clause, cue) ??
    allOfEvidence(clause, cue) ??
    infinitiveAfter(clause, cue) ??
    objectAfter(clause, cue) ??
    around(wordsBefore(clause, cue), 'before') ??
    restAfter(clause, cue)
  )
}

const around = (ranges: readonly WordRange[] | null, form: ContentForm): Content | null =>
  ranges === null ? null : { ranges, form }

/** "a poll", "the emails": a source that tells by what is in it; a court that heard tells what was said before it. */
export const isOfEvidence = (clause: Clause, { source, lemma }: Cue): boolean => {
  const tells = lemma === 'hear' ? isForum : isEvidence
  for (let i = source?.from ?? 0; i < (source?.to ?? 0); i++) if (tells(wordAt(clause, i))) return true
  return false
}

/** "The poll showed Ruiz ahead by two points": all that follows is what it shows. */
const allOfEvidence = (clause: Clause, cue: Cue): Content | null => {
  if (!takes(cue, 'w') || !takes(cue, 'c') || !isOfEvidence(clause, cue)) return null
  const from = bodyStart(cue)
  return content(clause, from, clauseEndFor(clause, cue, from, lastOf(clause, cue.head)), 'clause')
}

const takes = (cue: Cue, letter: string): boolean => cue.takes.includes(letter)

/** Where the words after the cue begin: behind an inverted source. */
const bodyStart = (cue: Cue): number =>
  cue.source !== null && isBehind(cue, cue.source) ? cue.source.to : cue.span.to

const isBehind = (cue: Cue, source: WordRange): boolean =>
  source.from >= cue.span.to &&
  (cue.sourceBy === 'inverted' || cue.sourceBy === 'phrase' || cue.sourceBy === 'passive')

/** What the cue itself governs after it, in order. */
const rightChildren = (clause: Clause, cue: Cue): readonly number[] =>
  childrenOf(clause, cue.head).filter(child => child >= bodyStart(cue))

const content = (clause: Clause, from: number, to: number, form: ContentForm): Content | null => {
  const end = Math.min(to, holeAfter(clause, from))
  const range = trimmed(clause, {
    from,
    to: form.startsWith('noun') ? end : withoutAddition(clause, from, end),
  })
  return range.to > range.from ? { ranges: [range], form } : null
}

/** "…said the pier would close|, which pleased nobody.": what a relative clause at the end adds is the paper's own, mostly. */
const withoutAddition = (clause: Clause, from: number, to: number): number => {
  let comma = to - 1
  while (comma > from && wordAt(clause, comma) !== ',') comma--
  const isAddition = comma > from && /^(?:who|which|whom)$/.test(wordAt(clause, comma + 1)) && to - comma > 2
  return isAddition && clause.holes[comma + 1] !== 1 ? comma : to
}

const clauseAfter = (clause: Clause, cue: Cue): Content | null => {
  if (!takes(cue, 'c')) return null
  const child = rightChildren(clause, cue).find(c => relationAt(clause, c) === 'ccomp')
  if (child === undefined) return null
  const body = afterAddressee(clause, cue, child)
  const from = clauseStartFor(clause, body, Math.max(body, firstOf(clause, child)))
  const end = Math.min(leadInEnd(clause, cue, from), clauseEndFor(clause, cue, from, lastOf(clause, child)))
  const after = content(clause, from, end, 'clause')
  const isSplit =
    after !== null && wordAt(clause, from - 1) === ',' && wordAt(clause, clauseStart(cue) - 1) === ','
  const before = isSplit
    ? trimmed(clause, { from: holeBefore(clause, clauseStart(cue)), to: clauseStart(cue) })
    : null
  return before !== null && after !== null && hasVerb(clause, before)
    ? { ranges: [before, ...after.ranges], form: 'before' }
    : after
}

/** Behind the one who is told, where the verb tells somebody. */
const afterAddressee = (clause: Clause, cue: Cue, before: number): number => {
  const body = bodyStart(cue)
  if (!takes(cue, 'e')) return body
  const addressee = rightChildren(clause, cue).find(c => c < before && isObject(clause, c))
  if (addressee === undefined) return body
  // the tree often hangs "that" on whoever is told: "told the jury [that …]"
  for (let i = addressee + 1; i < lastOf(clause, addressee); i++) if (wordAt(clause, i) === 'that') return i
  // … or all of it: "told the paper [he was leaving]"
  const bare = childrenOf(clause, addressee).find(
    c => relationAt(clause, c) === 'acl:relcl' && !/^(?:W|IN|,)/.test(tagAt(clause, firstOf(clause, c))),
  )
  if (bare !== undefined && firstOf(clause, bare) > addressee) return firstOf(clause, bare)
  if (hasFiniteTag(clause, lastOf(clause, addressee))) return body // "warned [profits would fall]"
  return lastOf(clause, addressee)
}

const infinitiveAfter = (clause: Clause, cue: Cue): Content | null => {
  if (!takes(cue, 't')) return null
  const children = rightChildren(clause, cue)
  const child = children.find(c => isInfinitive(clause, c))
  if (child === undefined) return null
  const addressee = children.find(c => c < child && isObject(clause, c))
  const from = firstOf(clause, addressee ?? child)
  return content(clause, from, clauseEndFor(clause, cue, from, lastOf(clause, child)), 'infinitive')
}

const isInfinitive = (clause: Clause, c: number): boolean =>
  /^(?:xcomp|ccomp|advcl)$/.test(relationAt(clause, c)) &&
  childrenOf(clause, c).some(k => wordAt(clause, k) === 'to' && relationAt(clause, k) === 'mark')

const objectAfter = (clause: Clause, cue: Cue): Content | null => {
  if (tagAt(clause, cue.head) === 'VB' && cue.span.from === cue.head) return null // "to describe it": not yet done
  if (!takes(cue, 'o') && !takes(cue, 'a') && !takes(cue, 's')) return null
  const start = bodyStart(cue)
  if (cue.span.to > cue.head + 1) {
    const governed = governedBy(clause, cue)
    return governed === null ? null : content(clause, start, withModifiers(clause, governed), 'object')
  }
  const children = rightChildren(clause, cue)
  const object = children.find(c => isObject(clause, c) || relationAt(clause, c) === 'ccomp')
  if (object === undefined) return null
  let to = lastOf(clause, object)
  for (const child of children) {
    if (child > object && firstOf(clause, child) === to && belongsToObject(clause, cue, child))
      to = lastOf(clause, child)
  }
  if (takes(cue, 's') && !clause.words.slice(object, to).includes('as')) return null
  const from = Math.max(start, firstOf(clause, object))
  return content(clause, from, objectEndFor(clause, from, withModifiers(clause, to)), 'object')
}

/** "called for limits | on drilling", "an appeal | to hear it": what follows an object without a break mostly belongs to it. */
const withModifiers = (clause: Clause, end: number): number => {
  let to = end
  for (let n = 0; n < mostModifiers && to < clause.count && clause.holes[to] !== 1; n++) {
    const word = wordAt(clause, to)
    const isInfinitive = word === 'to' && tagAt(clause, to + 1) === 'VB'
    if (!isInfinitive && (!modifiers.has(word) || isTimeWord(wordAt(clause, to + 1)))) break
    let reach = to
    for (let i = to; i < Math.min(clause.count, to + 12); i++)
      if (firstOf(clause, i) === to) reach = Math.max(reach, lastOf(clause, i))
    if (reach <= to + 1) break
    to = reach
  }
  return to
}
const mostModifiers = 3
const modifiers: ReadonlySet<string> = new Set(
  'of for on about to against with over in at from between among toward towards'.split(' '),
)

/** "called it | a sham", "described her | as kind", "criticised them | for leaving". */
const belongsToObject = (clause: Clause, cue: Cue, child: number): boolean => {
  const relation = relationAt(clause, child)
  const first = wordAt(clause, firstOf(clause, child))
  if (takes(cue, 'a') && relation === 'xcomp') return true
  return first === 'as' || first === 'for'
}

/** The end of what a preposition or particle of the cue governs. */
const governedBy = (clause: Clause, cue: Cue): number | null => {
  const particle = cue.span.to - 1
  for (let i = cue.span.to; i < Math.min(clause.count, cue.span.to + 25); i++) {
    if (
      firstOf(clause, i) <= cue.span.to &&
      lastOf(clause, i) > i &&
      (headOf(clause, particle) === i || headOf(clause, i) === cue.head || headOf(clause, i) === particle)
    )
      return lastOf(clause, i)
  }
  return null
}

/** A strong cue whose clause the grammar missed: all that follows it, where that begins like a clause. */
const restAfter = (clause: Clause, cue: Cue): Content | null => {
  if (!takes(cue, 'c') || takes(cue, 'w') || cue.sourceBy === 'none') return null
  const body = afterAddressee(clause, cue, clause.count)
  const from = clauseStartFor(clause, body, body)
  const isThat = wordAt(clause, from) === 'that'
  if (!isThat && !/^(?:DT|PRP|NN|EX|JJ|CD|WP|WRB|IN|VBG|PRP\$)/.test(tagAt(clause, from))) return null
  if (!hasVerb(clause, { from, to: clause.count })) return null
  return content(
    clause,
    from,
    Math.min(leadInEnd(clause, cue, from), clauseEndFor(clause, cue, from, clause.count)),
    'rest',
  )
}

/** In a clause that only leads into another ("Although she says it works, he") the comma before that. */
const leadInEnd = (clause: Clause, cue: Cue, from: number): number => {
  const isFronted =
    (cue.source === null || cue.source.from > cue.head) &&
    cue.span.from === 0 &&
    /^VB[DN]$/.test(tagAt(clause, cue.head)) // "Asked whether it works, Ruiz"
  if (!isFronted && !subordinators.has(wordAt(clause, clauseStart(cue) - 1))) return clause.count
  for (let i = from; i < clause.count; i++) if (wordAt(clause, i) === ',' && clause.holes[i] !== 1) return i
  return clause.count
}
const subordinators: ReadonlySet<string> = new Set(
  'although though while if when as whereas because since after before once unless'.split(' '),
)
