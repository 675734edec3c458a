/**
 * Names in a list whose noun says what they are, whatever the tagger took them for.
 *
 *   "in the towns of [Rastan], [Zarnu] and [Makri]"            -> three places
 *   "rebel groups including [Ahrar al Zarnu], [Jund al Makri]" -> two organisations
 *
 * core/places/names-by-noun.ts finds such places where no name was tagged.
 */
import { tokenText } from '../text/reading.ts'
import { wordClasses } from './lexicon.ts'
import type { NameContext } from './mend-names.ts'
import type { NameSpan } from './tag-names.ts'
import { classesAt } from './trim-names.ts'

const placeNouns =
  /^(?:towns?|villages?|cit(?:y|ies)|districts?|suburbs?|hamlets?|provinces?|governorates?|neighbou?rhoods?|municipalit(?:y|ies)|townships?)$/
const groupNouns =
  /^(?:groups|factions|militias|parties|companies|firms|unions|charities|banks|airlines|retailers|brands|newspapers|broadcasters|agencies|organi[sz]ations|clubs)$/
const manyNouns = /s$/

interface List {
  readonly kind: 'place' | 'organisation'
  /** Whether it can go on behind its first name. */
  readonly isMany: boolean
  /** Whether no noun says so, but a name of its own and what stands before it: "in Oslo and [Bergen]". */
  readonly isWeak: boolean
}

export const nameByList = (context: NameContext, spans: readonly NameSpan[]): readonly NameSpan[] => {
  const { reading } = context
  let list: List | null = null
  let next = -1 // where the list goes on
  return spans.map(span => {
    const opened = listBefore(context, span.firstToken)
    if (opened) list = opened
    else if (span.firstToken !== next || list === null)
      list = span.kind === 'place' && isWhere(context, span.firstToken) ? inPlaces : null
    if (list === null) return span
    next = opened && !opened.isMany ? -1 : behindJoint(context, span.endToken)
    const { kind, isWeak } = list
    if (kind === span.kind || (isWeak && span.kindScore >= doubtful)) return span
    const isMeant = kind === 'place' ? span.endToken - span.firstToken === 1 : !isPersonal(context, span)
    return isMeant && reading.text[span.start] !== '@' ? { ...span, kind } : span
  })
}

const inPlaces: List = { kind: 'place', isMany: true, isWeak: true }
const doubtful = 0.6

const isWhere = ({ reading }: NameContext, i: number): boolean =>
  /^(?:in|at|near|from|between|outside|across|around)$/.test(tokenText(reading, i - 1))

/** "the towns of", "groups including", "firms such as" before token i. */
const listBefore = ({ reading }: NameContext, i: number): List | null => {
  let at = i - 1
  if (tokenText(reading, at) === 'the') at--
  const link = tokenText(reading, at)
  if (link === 'of') {
    const noun = tokenText(reading, at - 1)
    return placeNouns.test(noun) ? { kind: 'place', isMany: manyNouns.test(noun), isWeak: false } : null
  }
  if (link === 'as' && tokenText(reading, at - 1) === 'such') at--
  else if (link !== 'including' && link !== 'like') return null
  if (tokenText(reading, at - 1) === ',') at--
  return groupNouns.test(tokenText(reading, at - 1))
    ? { kind: 'organisation', isMany: true, isWeak: false }
    : null
}

/** Behind ",", "and" or ", and", with "the"; -1 where the list ends. */
const behindJoint = ({ reading }: NameContext, end: number): number => {
  let i = end
  if (tokenText(reading, i) === ',') i++
  if (tokenText(reading, i) === 'and') i++
  if (i === end) return -1
  while (/^(?:the|from)$/.test(tokenText(reading, i))) i++
  return i
}

/** A first name begins it: "groups including Anna Hale's". */
const isPersonal = (context: NameContext, span: NameSpan): boolean =>
  span.kind === 'person' && (classesAt(context, span.firstToken) & wordClasses.firstName) !== 0
