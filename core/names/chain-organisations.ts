/**
 * Which mentions of organisations are one organisation's.
 *
 *   "World Health Organization (WHO) … the WHO"     its letters
 *   "Ford Motor Company … Ford"                     its first words
 *   "U.S. Supreme Court … the Supreme Court"        its last words
 *
 * A short form that fits two long ones goes to the one named last. Not done: "the company", "the court".
 */
import type { Reading } from '../text/reading.ts'
import type { Chain } from './chain-people.ts'
import { addToIndex, mostForms, type NameIndex } from './name-index.ts'
import { foldWord } from './person-name.ts'
import type { NameSpan } from './tag-names.ts'

interface Organisation extends Chain {
  readonly forms: string[][]
}

const companyForms: ReadonlySet<string> = new Set(
  'inc corp corporation co company ltd plc llc group holdings ag sa nv gmbh'.split(' '),
)
const smallWords: ReadonlySet<string> = new Set('the of for and in on de la du des'.split(' '))

export const chainOrganisations = (reading: Reading, spans: readonly NameSpan[]): Chain[] => {
  const wordsOfForm = new Map<string, string[]>() // an article writes the same names again and again
  const named = spans.map(span => {
    const form = reading.text.slice(span.start, span.end)
    const words = wordsOfForm.get(form) ?? wordsOf(form)
    wordsOfForm.set(form, words)
    return { span, words }
  })
  const found: Organisation[] = []
  const index: NameIndex<Organisation> = new Map()
  const byLength = [...named].sort((a, b) => b.words.length - a.words.length || a.span.start - b.span.start)
  for (const { span, words } of byLength) {
    const known = chooseOrganisation(reading, index, span, words)
    const organisation: Organisation = known ?? {
      kind: 'organisation',
      spans: [],
      forms: [],
      by: 'same-name',
    }
    if (!known) found.push(organisation)
    organisation.spans.push(span)
    if (organisation.forms.some(form => isSame(form, words))) continue
    if (known) organisation.by = 'long-and-short-forms'
    addForm(index, organisation, words)
  }
  for (const organisation of found) organisation.spans.sort((a, b) => a.start - b.start)
  return found
}

/** A short form begins or ends like the long one, or is its letters. */
const addForm = (index: NameIndex<Organisation>, organisation: Organisation, words: string[]): void => {
  if (organisation.forms.length < mostForms) organisation.forms.push(words)
  addToIndex(index, [words[0] ?? '', words.at(-1) ?? '', ...lettersOf(words)], organisation)
}

const mostWords = 20 // longer ones are lists of names

const wordsOf = (form: string): string[] => {
  const words = form
    .split(/[\s–-]+/)
    .map(foldWord)
    .filter(Boolean)
  return (words[0] === 'the' && words.length > 1 ? words.slice(1) : words).slice(0, mostWords)
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && isStartOf(a, a.length, b)

const isStartOf = (a: readonly string[], count: number, b: readonly string[]): boolean => {
  for (let i = 0; i < count; i++) if (a[i] !== b[i]) return false
  return true
}

/** The organisation that the words name, the one named nearest before where several fit. */
const chooseOrganisation = (
  { text }: Reading,
  index: NameIndex<Organisation>,
  span: NameSpan,
  words: readonly string[],
): Organisation | null => {
  let best: Organisation | null = null
  let bestDistance = Infinity
  const isAcronym = isAllCapitals(text, span)
  const byFirst = index.get(words[0] ?? '') ?? []
  const byLast = words.length > 1 ? (index.get(words.at(-1) ?? '') ?? []) : []
  for (let i = 0; i < byFirst.length + byLast.length; i++) {
    const organisation = byFirst[i] ?? byLast[i - byFirst.length]
    if (!organisation || (i >= byFirst.length && byFirst.includes(organisation))) continue
    if (!organisation.forms.some(form => fits(words, form, isAcronym))) continue
    const [first] = organisation.spans
    if (!first) continue
    const distance = first.start < span.start ? span.start - first.start : 1e9 + first.start - span.start
    if (distance >= bestDistance) continue
    best = organisation
    bestDistance = distance
  }
  return best
}

const smallA = 97
const smallZ = 122

/** example: "AT&T", "U.N." · not: "Ford", whose second letter tells already */
const isAllCapitals = (text: string, { start, end }: NameSpan): boolean => {
  const second = text.charCodeAt(start + 1)
  return (second < smallA || second > smallZ) && /^[\p{Lu}&.]{2,}$/u.test(text.slice(start, end))
}

const fits = (short: readonly string[], long: readonly string[], isAcronym: boolean): boolean => {
  if (isSame(short, long)) return true
  if (isAcronym) return short.length === 1 && lettersOf(long).includes(short[0] ?? '')
  const end = formStart(short)
  if (end === formStart(long) && isStartOf(short, end, long)) return true
  if (short.length >= long.length || (short.length === 1 && isTooCommon(short[0] ?? ''))) return false
  return isStartOf(short, short.length, long)
    ? isWholeStart(short, long)
    : short.length > 1 && short.every((word, i) => word === long[long.length - short.length + i])
}

/** "Ford" of "Ford Motor Company", but not "University" of "University of Ohio". */
const isWholeStart = (short: readonly string[], long: readonly string[]): boolean =>
  !smallWords.has(long[short.length] ?? '')

const generic: ReadonlySet<string> = new Set(
  `university department ministry national american british royal new first united federal state international general north south
   east west central bank club school college committee council court house party army police us uk un`.split(
    /\s+/,
  ),
)
const isTooCommon = (word: string): boolean => generic.has(word) || word.length < 3

/** How many words are left without the form of the company at the end: 1 of "Ford Inc." */
const formStart = (words: readonly string[]): number => {
  let end = words.length
  while (end > 1 && companyForms.has(words[end - 1] ?? '')) end--
  return end
}

/** First letters of the words, without and with the small ones. */
const lettersOf = (words: readonly string[]): string[] => {
  const letters = (some: readonly string[]): string => some.map(word => word[0] ?? '').join('')
  return words.length < 2 ? [] : [letters(words.filter(word => !smallWords.has(word))), letters(words)]
}
