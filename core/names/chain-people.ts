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
  readonly forms: Form[]
  /** Where the walk through the text met them last; -1 before that. */
  recent: number
  gender: Gender
}

/** A way of writing a name, with what it is looked up by. */
interface Form {
  readonly name: PersonName
  readonly keys: readonly string[]
}

interface Mention {
  readonly span: NameSpan
  readonly form: Form
  readonly gender: Gender
}

type Gender = 'female' | 'male' | null

const femaleHonorifics: ReadonlySet<string> = new Set(
  'Mrs Mrs. Ms Ms. Miss Lady Dame Madam Queen Princess'.split(' '),
)
const maleHonorifics: ReadonlySet<string> = new Set('Mr Mr. Sir Lord King Prince'.split(' '))

export const chainPeople = (reading: Reading, spans: readonly NameSpan[]): Chain[] => {
  const formsOf = new Map<string, Form>() // an article writes the same names again and again
  const formOf = (written: string): Form => {
    const known = formsOf.get(written)
    if (known) return known
    const name = parsePersonName(written)
    const form = { name, keys: keysOf(name) }
    formsOf.set(written, form)
    return form
  }
  const mentions = spans.map(span => ({
    span,
    form: formOf(reading.text.slice(span.start, span.end)),
    gender: honorificGender(reading, span),
  }))
  const people: Person[] = []
  const index: NameIndex<Person> = new Map()
  const byFullName = mentions.map(mention =>
    mention.form.name.words.length < 2
      ? null
      : (sameFullName(index, mention) ?? begin(people, index, mention, 'full-name')),
  )
  mentions.forEach((mention, i) => {
    const known =
      byFullName[i] ?? chooseByShortForm(index, mention) ?? begin(people, index, mention, 'single-name')
    if (known.by === 'full-name' && mention.form.name.words.length < 2) known.by = 'full-name-and-short-forms'
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

const addForm = (index: NameIndex<Person>, person: Person, form: Form): void => {
  if (person.forms.length < mostForms) person.forms.push(form)
  addToIndex(index, form.keys, person)
}

const keyLetters = 3

/** Whoever shares no beginning of a word with a form cannot be meant by it. */
const keysOf = ({ words }: PersonName): string[] => {
  const keys: string[] = []
  for (const word of words) {
    if (word.includes('-')) for (const part of word.split('-')) keys.push(part.slice(0, keyLetters))
    else keys.push(word.slice(0, keyLetters))
  }
  return keys
}

/** Someone known already by a full name that can be the same; of several the one that came last. */
const sameFullName = (index: NameIndex<Person>, { form, gender }: Mention): Person | null => {
  for (let k = form.keys.length - 1; k >= 0; k--) {
    const person = index
      .get(form.keys[k] ?? '')
      ?.findLast(other =>
        other.gender === gender || !other.gender || !gender
          ? other.forms.every(full => canBeSamePerson(form.name, full.name))
          : false,
      )
    if (!person) continue
    if (!person.forms.some(full => isSame(full, form))) addForm(index, person, form)
    return person
  }
  return null
}

const isSame = (a: Form, b: Form): boolean =>
  a === b ||
  (a.name.words.length === b.name.words.length && a.name.words.join(' ') === b.name.words.join(' '))

const afterwards = 1e9 // whoever is named before comes before whoever is named only later

/** Of the people whom the short form fits best, the one named last before it, or first after it. */
const chooseByShortForm = (index: NameIndex<Person>, { span, form, gender }: Mention): Person | null => {
  let best: Person | null = null
  let bestFit = 0
  let bestDistance = Infinity
  for (const key of form.keys) {
    for (const person of index.get(key) ?? []) {
      if (gender && person.gender && gender !== person.gender) continue
      const fit = bestFitOf(form, person)
      if (fit === 0 || fit < bestFit) continue
      const distance = person.recent < 0 ? afterwards : span.start - person.recent
      if (fit > bestFit || distance < bestDistance) {
        best = person
        bestFit = fit
        bestDistance = distance
      }
    }
  }
  return best
}

const bestFitOf = (short: Form, person: Person): number => {
  let best = 0
  for (const full of person.forms) best = Math.max(best, shortFormFit(short.name, full.name))
  return best
}

/** What "Mr" or "Mrs" before the name tells. */
const honorificGender = ({ text, tokens }: Reading, span: NameSpan): Gender => {
  if (span.firstToken === 0) return null
  const before = text.slice(tokens.starts[span.firstToken - 1], tokens.ends[span.firstToken - 1])
  if (femaleHonorifics.has(before)) return 'female'
  return maleHonorifics.has(before) ? 'male' : null
}
