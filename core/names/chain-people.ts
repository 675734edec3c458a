/**
 * Which mentions of people are one person's.
 *
 *   "Ash Carter … Carter … Jimmy Carter … Carter" -> Ash Carter, Carter | Jimmy Carter, Carter
 *
 * Full names first; a short form then goes to the full name that it fits best, to the one that was named last where
 * several fit. Not done: pronouns, and a short form that means a family.
 */
import type { Reading } from '../text/reading.ts'
import { canBeSamePerson, type PersonName, parsePersonName, shortFormFit } from './person-name.ts'
import type { NameSpan } from './tag-names.ts'

export interface Chain {
  readonly kind: 'person' | 'organisation'
  /** In the order of the text. */
  readonly spans: NameSpan[]
  /** The rule that brought its mentions together. */
  by: string
}

interface Person extends Chain {
  forms: PersonName[]
}

type Gender = 'female' | 'male' | null

const femaleHonorifics: ReadonlySet<string> = new Set(
  'Mrs Mrs. Ms Ms. Miss Lady Dame Madam Sister Queen Princess'.split(' '),
)
const maleHonorifics: ReadonlySet<string> = new Set('Mr Mr. Sir Lord Father Brother King Prince'.split(' '))

export const chainPeople = (reading: Reading, spans: readonly NameSpan[]): Chain[] => {
  const named = spans.map(span => ({ span, form: parsePersonName(reading.text.slice(span.start, span.end)) }))
  const people: Person[] = []
  for (const { span, form } of named) {
    if (form.words.length < 2) continue
    const known = people.findLast(person => person.forms.every(other => canBeSamePerson(form, other)))
    if (known) add(known, span, form)
    else people.push({ kind: 'person', spans: [span], forms: [form], by: 'full-name' })
  }
  for (const { span, form } of named) {
    if (form.words.length > 1) continue
    const person = choosePerson(reading, people, span, form)
    if (person) add(person, span, person.forms[0]?.words.length === 1 ? form : null)
    else people.push({ kind: 'person', spans: [span], forms: [form], by: 'single-name' })
  }
  for (const person of people) person.spans.sort((a, b) => a.start - b.start)
  return people
}

const add = (person: Person, span: NameSpan, form: PersonName | null): void => {
  person.spans.push(span)
  if (form) person.forms.push(form)
  else if (person.by === 'full-name') person.by = 'full-name-and-short-forms'
}

/** Of the people whom the short form fits best, the one named last before it, or first after it. */
const choosePerson = (
  reading: Reading,
  people: readonly Person[],
  span: NameSpan,
  form: PersonName,
): Person | null => {
  const gender = honorificGender(reading, span)
  let best: Person | null = null
  let bestFit = 0
  let bestDistance = Infinity
  for (const person of people) {
    const fit = Math.max(...person.forms.map(full => shortFormFit(form, full)))
    if (fit === 0 || fit < bestFit || isOtherGender(reading, person, gender)) continue
    const distance = distanceTo(person, span)
    if (fit > bestFit || distance < bestDistance) {
      best = person
      bestFit = fit
      bestDistance = distance
    }
  }
  return best
}

const afterwards = 1e9 // whoever is named before comes before whoever is named only later

const distanceTo = (person: Person, span: NameSpan): number => {
  let least = Infinity
  for (const other of person.spans) {
    const distance =
      other.start < span.start ? span.start - other.start : afterwards + other.start - span.start
    least = Math.min(least, distance)
  }
  return least
}

/** What "Mr" or "Mrs" before the name tells. */
const honorificGender = ({ text, tokens }: Reading, span: NameSpan): Gender => {
  const before = text.slice(tokens.starts[span.firstToken - 1] ?? 0, tokens.ends[span.firstToken - 1] ?? 0)
  if (femaleHonorifics.has(before)) return 'female'
  return maleHonorifics.has(before) ? 'male' : null
}

const isOtherGender = (reading: Reading, person: Person, gender: Gender): boolean =>
  gender !== null &&
  person.spans.some(span => {
    const known = honorificGender(reading, span)
    return known !== null && known !== gender
  })
