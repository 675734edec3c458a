/**
 * The signs of what stands beside a toponym: prepositions, titles, verbs of speech, nouns, other toponyms, datelines.
 *
 *   "police in [Chelsea], London" -> after place preposition 1, isInsideNext 1
 */

import { isAscii } from '../text/character-class.ts'
import { holds } from './find-containers.ts'
import type { Gazetteer } from './gazetteer.ts'
import { isTown } from './place-kinds.ts'
import { signName } from './sign-names.ts'
import type { Signs } from './signs.ts'
import type { TokenWords } from './token-words.ts'
import type { Toponym } from './toponym.ts'
import type { SignSource } from './toponym-signs.ts'
import {
  courtesyTitles,
  directionWords,
  eventNouns,
  geographicNouns,
  localNouns,
  mediaNouns,
  officeNouns,
  personTitles,
  placePrepositions,
  schoolNouns,
  speechVerbs,
  sportNouns,
} from './word-signs.ts'

export const readBesideSigns = (source: SignSource, toponym: Toponym, signs: Signs): void => {
  const { words, endsAt, beginsAt } = source
  const { firstToken, endToken } = toponym
  const isSameSentence = (i: number): boolean => words.sentence(i) === words.sentence(firstToken)
  const before = isSameSentence(firstToken - 1) ? words.word(firstToken - 1) : ''
  const after = isSameSentence(endToken) ? words.word(endToken) : ''
  if (before === '') {
    signs.set('beginsSentence', 1)
    if (isDateline(words, endToken)) signs.set('isDateline', 1)
  } else readBefore(source, firstToken, before, signs)
  if (after !== '') readAfter(source, endToken, after, signs)
  const previous = source.toponyms[endsAt[firstToken - 1] ?? -1]
  const next = source.toponyms[beginsAt[endToken + 1] ?? -1]
  if (before === ',' && previous) {
    if (previous.by === 'road') signs.set('afterRoadAndComma', 1)
    else if (isInside(previous, toponym, source.gazetteer)) signs.set('containsPrevious', 1)
    else setInList(signs)
  }
  if (after === ',' && next) {
    if (isInside(toponym, next, source.gazetteer)) signs.set('isInsideNext', 1)
    else setInList(signs)
  }
  if (before === 'of' && /^(?:,|\d+)$/.test(words.word(firstToken - 2))) signs.set('afterCommaOf', 1)
  if ((before === 'and' || before === 'or') && (endsAt[firstToken - 1] ?? -1) >= 0) setInList(signs)
  if ((after === 'and' || after === 'or') && (beginsAt[endToken + 1] ?? -1) >= 0) setInList(signs)
}

/** It may stand in a list on both sides; signs are set once. */
const setInList = (signs: Signs): void => {
  if (!signs.has('inList')) signs.set('inList', 1)
}

/** Whether what stands behind a comma is a country, state or county that holds some place of the name before it. */
const isInside = (inner: Toponym, outer: Toponym, gazetteer: Gazetteer): boolean =>
  outer.places.some(
    ({ place: area }) =>
      !isTown(gazetteer.kind(area)) && inner.places.some(({ place }) => holds(area, place, gazetteer)),
  )

const datelineDash = /^(?:—|–|--+|-)$/
const longestDateline = 9 // tokens of ", S.C. (AP) —"

/** "HUDSON --", "IDLIB, Syria (AP) —" */
const isDateline = (words: TokenWords, end: number): boolean => {
  if (!words.isAllCapital(end - 1)) return false
  for (let i = end; i < end + longestDateline; i++) {
    if (words.sentence(i) < 0) return false
    if (datelineDash.test(words.word(i))) return !words.isGlued(i) && !words.isGlued(i + 1)
    if (beginsSmall(words.word(i))) return false
  }
  return false
}

const beginsSmall = (word: string): boolean => {
  const code = word.charCodeAt(0)
  return code < 0x80 ? code >= 97 && code <= 122 : /^\p{Ll}/u.test(word)
}

const readBefore = ({ words, gazetteer }: SignSource, first: number, before: string, signs: Signs): void => {
  const lower = before.toLowerCase()
  if (placePrepositions.has(lower))
    signs.set(
      signName(
        'after ',
        lower === 'of' || lower === 'for' || lower === 'with' || lower === 'by' ? lower : 'place preposition',
      ),
      1,
    )
  else if (directionWords.has(lower)) signs.set('afterDirection', 1)
  else if (lower === 'the') signs.set('afterThe', 1)
  else if (courtesyTitles.has(before) || personTitles.has(before)) signs.set('afterTitle', 1)
  else if (before === '-') {
    const isParty = /^[DRI]$/.test(words.word(first - 2))
    signs.set(isParty ? 'afterParty' : words.isGlued(first) ? 'afterHyphen' : 'afterDash', 1)
  } else if (words.isCapital(first - 1) && !words.isAllCapital(first - 1)) {
    signs.set('afterCapital', 1)
    const flags = gazetteer.flags(words.key(first - 1))
    if (flags.firstName > 0 || isInitial(before)) signs.set('afterFirstName', 1)
  }
}

/** "J." */
const isInitial = (word: string): boolean =>
  word.endsWith('.') && (isAscii(word) ? /^[A-Z]\.$/ : /^\p{Lu}\.$/u).test(word)

const readAfter = ({ words }: SignSource, end: number, after: string, signs: Signs): void => {
  const lower = after.toLowerCase()
  if (after === "'s" || after === '’s') signs.set('possessive', 1)
  else if (after === '-' && words.isGlued(end)) signs.set('beforeHyphen', 1)
  else if (speechVerbs.has(after)) signs.set('beforeSpeechVerb', 1)
  else if (geographicNouns.has(after)) signs.set('beforeGeographicNoun', 1)
  else if (localNouns.has(after)) signs.set('beforeLocalNoun', 1)
  else if (personTitles.has(after)) signs.set('beforeTitle', 1)
  else if (words.isCapital(end)) {
    const role = mediaNouns.has(lower)
      ? 'Media'
      : schoolNouns.has(lower)
        ? 'School'
        : officeNouns.has(lower)
          ? 'Office'
          : sportNouns.has(lower)
            ? 'Sport'
            : eventNouns.has(lower)
              ? 'Event'
              : geographicNouns.has(lower)
                ? 'Geographic'
                : words.isAllCapital(end)
                  ? 'Capitals'
                  : 'Capital'
    signs.set(signName('before', role), 1)
  } else if (/^\d/.test(after)) signs.set('beforeNumber', 1)
}
