/**
 * Which mentions of people are one person's.
 *
 *   "Ash Carter … Carter … Jimmy Carter … Carter" -> Ash Carter, Carter | Jimmy Carter, Carter
 *
 * Full names first; a short form then goes to the full name that it fits best, to the one that was named last where
 * several fit. Not done: pronouns, and a short form that means a family.
 */
import type { Reading } from '../text/reading.ts'
import { addToIndex, mostForms, type NameIndex } from './name-index.ts'
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
  readonly forms: PersonName[]
  /** Where the walk through the text met them last; -1 before that. */
  recent: number
  gender: Gender
}

interface Mention {
  readonly span: NameSpan
  readonly form: PersonName
  readonly gender: Gender
}

type Gender = 'female' | 'male' | null

const femaleHonorifics: ReadonlySet<string> = new Set(
  'Mrs Mrs. Ms Ms. Miss Lady Dame Madam Queen Princess'.split(' '),
)
const maleHonorifics: ReadonlySet<string> = new Set('Mr Mr. Sir Lord King Prince'.split(' '))

export const chainPeople = (reading: Reading, spans: readonly NameSpan[]): Chain[] => {
  const mentions = spans.map(span => ({
    span,
    form: parsePersonName(reading.text.slice(span.start, span.end)),
    gender: honorificGender(reading, span),
  }))
  const people: Person[] = []
  const index: NameIndex<Person> = new Map()
  const byFullName = mentions.map(mention =>
    mention.form.words.length < 2
      ? null
      : (sameFullName(index, mention) ?? begin(people, index, mention, 'full-name')),
  )
  mentions.forEach((mention, i) => {
    const known =
      byFullName[i] ?? chooseByShortForm(index, mention) ?? begin(people, index, mention, 'single-name')
    if (known.by === 'full-name' && mention.form.words.length < 2) known.by = 'full-name-and-short-forms'
    known.spans.push(mention.span)
    known.recent = mention.span.start
    known.gender ??= mention.gender
  })
  return people
}

const begin = (people: Person[], index: NameIndex<Person>, { form, gender }: Mention, by: string): Person => {
  const person: Person = { kind: 'person', spans: [], forms: [], by, recent: -1, gender }
  people.push(person)
  addForm(index, person, form)
  return person
}

const addForm = (index: NameIndex<Person>, person: Person, form: PersonName): void => {
  if (person.forms.length < mostForms) person.forms.push(form)
  addToIndex(index, keysOf(form), person)
}

const keyLetters = 3

/** Whoever shares no beginning of a word with a form cannot be meant by it. */
const keysOf = (form: PersonName): string[] =>
  form.words.flatMap(word => word.split('-').map(part => part.slice(0, keyLetters)))

/** Someone known already by a full name that can be the same; of several the one that came last. */
const sameFullName = (index: NameIndex<Person>, { form, gender }: Mention): Person | null => {
  for (const key of keysOf(form).reverse()) {
    const person = index
      .get(key)
      ?.findLast(other =>
        other.gender === gender || !other.gender || !gender
          ? other.forms.every(full => canBeSamePerson(form, full))
          : false,
      )
    if (!person) continue
    if (!person.forms.some(full => full.words.join(' ') === form.words.join(' ')))
      addForm(index, person, form)
    return person
  }
  return null
}

const afterwards = 1e9 // whoever is named before comes before whoever is named only later

/** Of the people whom the short form fits best, the one named last before it, or first after it. */
const chooseByShortForm = (index: NameIndex<Person>, { span, form, gender }: Mention): Person | null => {
  let best: Person | null = null
  let bestFit = 0
  let bestDistance = Infinity
  for (const person of keysOf(form).flatMap(key => index.get(key) ?? [])) {
    if (gender && person.gender && gender !== person.gender) continue
    const fit = Math.max(...person.forms.map(full => shortFormFit(form, full)))
    if (fit === 0 || fit < bestFit) continue
    const distance = person.recent < 0 ? afterwards : span.start - person.recent
    if (fit > bestFit || distance < bestDistance) {
      best = person
      bestFit = fit
      bestDistance = distance
    }
  }
  return best
}

/** What "Mr" or "Mrs" before the name tells. */
const honorificGender = ({ text, tokens }: Reading, span: NameSpan): Gender => {
  if (span.firstToken === 0) return null
  const before = text.slice(tokens.starts[span.firstToken - 1], tokens.ends[span.firstToken - 1])
  if (femaleHonorifics.has(before)) return 'female'
  return maleHonorifics.has(before) ? 'male' : null
}
