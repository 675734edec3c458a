/**
 * What one mention of a name says of its others in the article.
 *
 *   "Bashar al Assad … the [Assad] regime"        the organisation Assad is the person
 *   "Vivian Hale … [Hale], whose brother"          a surname that the tagger missed
 *   "Dale Houston … [Houston] said"                or took for the town
 *   "Mr [Hale]"                                    so does the title
 *   "the broadcaster [RTX]"                        letters that are no usual abbreviation: an organisation
 */
import { isLetterAt, isUpperAt } from '../text/character-class.ts'
import { type Reading, tokenText } from '../text/reading.ts'
import { wordClasses } from './lexicon.ts'
import type { NameContext } from './mend-names.ts'
import { endsCompany, isGroupNoun } from './organisation-nouns.ts'
import { foldWord, parsePersonName } from './person-name.ts'
import type { NameSpan } from './tag-names.ts'
import { isHonorific } from './titles.ts'
import { classesAt, isCapitalAt } from './trim-names.ts'
import { isUsualAbbreviation } from './usual-abbreviations.ts'

/** One kind for one name: a single word that is a known person's surname, or the kind that most mentions have. */
export const agreeOnKind = (context: NameContext, spans: readonly NameSpan[]): readonly NameSpan[] => {
  const { text } = context.reading
  const keys = spans.map(({ start, end }) => foldWord(text.slice(start, end)))
  const sums = sumKinds(text, spans, keys)
  return spans.map((span, i) => {
    if (span.kind === 'place')
      return isSurnameAgain(context, span, sums.surnames.get(keys[i] ?? '')) ? asPerson(span) : span
    if (span.kind === 'person' && (isCalledGroup(context.reading, span) || isDoubtfulAcronym(text, span)))
      return { ...span, kind: 'organisation' }
    const kind = commonKind(sums, keys[i] ?? '', span)
    return kind === span.kind ? span : { ...span, kind }
  })
}

interface KindSums {
  readonly person: Map<string, number>
  readonly organisation: Map<string, number>
  readonly other: Map<string, number>
  /** Each with the token at which it first stands. */
  readonly surnames: Map<string, number>
  /** First words of companies: "halden" of "Halden Steel AB". */
  readonly companies: Set<string>
}

const sumKinds = (text: string, spans: readonly NameSpan[], keys: readonly string[]): KindSums => {
  const sums: KindSums = {
    person: new Map(),
    organisation: new Map(),
    other: new Map(),
    surnames: new Map(),
    companies: new Set(),
  }
  spans.forEach((span, i) => {
    if (span.kind === 'place') return
    add(sums[span.kind], keys[i] ?? '', span.kindScore)
    if (span.endToken - span.firstToken === 1 || span.kind === 'other') return
    const words = text.slice(span.start, span.end).split(/\s+/)
    if (span.kind === 'organisation') {
      if (endsCompany(words.at(-1) ?? '')) sums.companies.add(foldWord(words[0] ?? ''))
      return
    }
    const surname = surnameOf(text, span)
    add(sums.person, surname, span.kindScore)
    if (!sums.surnames.has(surname)) sums.surnames.set(surname, span.endToken - 1)
  })
  return sums
}

/**
 * "Dale Houston … [Houston] said": a place that is the surname of somebody named in full before, where no word or mark
 * beside it speaks of a place ("in Houston", "Houston, Texas").
 */
const isSurnameAgain = (
  context: NameContext,
  { firstToken, endToken }: NameSpan,
  named: number | undefined,
): boolean => {
  const { reading } = context
  if (named === undefined || named >= firstToken || endToken - firstToken > 1) return false
  if ((classesAt(context, firstToken) & wordClasses.town) === 0) return false // "England" is the country more often
  if (besidePlaces.has(tokenText(reading, firstToken - 1).toLowerCase())) return false
  const isBefore = isCapitalAt(reading, endToken) || tokenText(reading, endToken) === '-'
  return !isBefore && !(tokenText(reading, endToken) === ',' && isCapitalAt(reading, endToken + 1))
}

const besidePlaces: ReadonlySet<string> = new Set(
  `the in at near outside inside around across throughout within from to of into toward towards between north south east
   west northern southern eastern western central downtown greater - , /`.split(/\s+/),
)

const asPerson = (span: NameSpan): NameSpan => ({
  ...span,
  kind: 'person',
  score: scoreOfSurname,
  kindScore: scoreOfSurname,
})

/** "the Hale regime" speaks of Anna Hale; a firm of her name would be named more often than she. */
const weightOfFullName = 2

const commonKind = (sums: KindSums, key: string, span: NameSpan): NameSpan['kind'] => {
  const person = (sums.person.get(key) ?? 0) * (sums.surnames.has(key) ? weightOfFullName : 1)
  const organisation = sums.organisation.get(key) ?? 0
  if (span.kind === 'person' && sums.companies.has(key) && !sums.surnames.has(key)) return 'organisation'
  if (person === 0 && organisation === 0) return span.kind
  if (span.kind === 'other') {
    const isWord = span.endToken - span.firstToken === 1
    if (isWord || (sums.other.get(key) ?? 0) >= Math.max(person, organisation)) return 'other'
  }
  return person > organisation ? 'person' : 'organisation'
}

/** "BA", tagged a person with little faith: letters are an organisation's. */
const isDoubtfulAcronym = (text: string, span: NameSpan): boolean =>
  span.kindScore < sureLetters && shortLetters.test(text.slice(span.start, span.end))
const sureLetters = 0.6
/** example: "BA" · not: "Ba", "JFK" */
const shortLetters = /^(?!(?:JFK|LBJ|FDR|RFK|MLK|AOC|MBS|OJ|TJ|JJ|CJ|AJ|DJ|PJ|RJ|BJ|JR)$)[A-Z]{2,5}$/

/** "the newspaper Elmet", "the airline AXB" */
const isCalledGroup = (reading: Reading, { firstToken, endToken }: NameSpan): boolean =>
  endToken - firstToken === 1 && firstToken > 0 && isGroupNoun(tokenText(reading, firstToken - 1))

const add = (sums: Map<string, number>, key: string, value: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + value)
}

/** The last word of the surname, which is how it stands alone: "leyen" of "Ursula von der Leyen". */
const surnameOf = (text: string, { start, end }: NameSpan): string => {
  const { surname } = parsePersonName(text.slice(start, end))
  return surname.slice(surname.lastIndexOf(' ') + 1)
}

/** What a rule of this file is worth where the tagger saw no name; measured on names of the training texts. */
const scoreOfSurname = 0.85
const scoreOfAcronym = 0.6

export const addNamedAgain = (context: NameContext, spans: readonly NameSpan[]): readonly NameSpan[] => {
  const { reading } = context
  const { text } = reading
  const known = knownWords(text, spans)
  return withFound(
    context,
    spans,
    i => {
      if (isCapitalAt(reading, i + 1)) return null
      const isAddressed =
        i > 0 && addresses.has(tokenText(reading, i - 1)) && !isHonorific(tokenText(reading, i))
      if (isAddressed) return 'person'
      if (known.size === 0 || articles.has(i > 0 ? tokenText(reading, i - 1) : '') || isInRun(reading, i))
        return null
      if ((classesAt(context, i) & wordClasses.common) !== 0) return null
      return known.get(foldWord(tokenText(reading, i))) ?? null
    },
    scoreOfSurname,
  )
}

/** Whether the word before is a capital that no sentence begins with. */
const isInRun = (reading: Reading, i: number): boolean => {
  if (i === 0 || !isCapitalAt(reading, i - 1)) return false
  const { text, tokens } = reading
  const isFirst = i === 1 || text.slice(tokens.ends[i - 2], tokens.starts[i - 1]).includes('\n')
  return !isFirst && !/^[.!?:“”"]$/.test(tokenText(reading, i - 2))
}

/** Surnames of full names, and single words that the article names often or surely enough. */
const knownWords = (
  text: string,
  spans: readonly NameSpan[],
): ReadonlyMap<string, 'person' | 'organisation'> => {
  const sums = new Map<string, number>()
  const known = new Map<string, 'person' | 'organisation'>()
  for (const span of spans) {
    if (span.kind !== 'person' && span.kind !== 'organisation') continue
    if (span.endToken - span.firstToken > 1) {
      if (span.kind === 'person' && span.score > sureName) known.set(surnameOf(text, span), 'person')
      continue
    }
    const key = foldWord(text.slice(span.start, span.end))
    add(sums, key, span.kindScore)
    if ((sums.get(key) ?? 0) > sureName && !known.has(key)) known.set(key, span.kind)
  }
  return known
}
const sureName = 0.5
/** "the former Reading winger": no person is called so. */
const articles: ReadonlySet<string> = new Set('a an the this that former its their our'.split(' '))
const addresses: ReadonlySet<string> = new Set('Mr Mr. Mrs Mrs. Ms Ms. Dr.'.split(' '))

/** Letters where organisations stand: behind one in brackets, before "said" or "has", behind "the agency". */
export const addAcronyms = (context: NameContext, spans: readonly NameSpan[]): readonly NameSpan[] => {
  const { reading } = context
  const known = new Set<string>()
  const ends = new Set<number>()
  for (const { kind, start, end, endToken } of spans) {
    if (kind !== 'organisation') continue
    known.add(reading.text.slice(start, end))
    ends.add(endToken)
  }
  return withFound(
    context,
    spans,
    i => {
      if (!isUpperAt(reading.text, (reading.tokens.starts[i] ?? 0) + 1)) return null
      const word = tokenText(reading, i)
      if (!acronym.test(word) || romanNumeral.test(word) || isUsualAbbreviation(word)) return null
      if (isShoutedAt(context, i - 1) || isShoutedAt(context, i + 1)) return null
      if (known.has(word)) return 'organisation'
      if ((classesAt(context, i) & wordClasses.common) !== 0) return null
      const before = i > 0 ? tokenText(reading, i - 1) : ''
      const isInBrackets = before === '(' && ends.has(i - 1)
      return isInBrackets || isGroupNoun(before) || acts.test(tokenText(reading, i + 1))
        ? 'organisation'
        : null
    },
    scoreOfAcronym,
  )
}

/** example: "said" · not: "sad" */
const acts =
  /^(?:said|says|told|announced|confirmed|denied|warned|has|had|have|will|can|could|would|should|must|may|wants|plans|officials?|spokesman|spokeswoman|spokesperson|chief|boss|members?|headquarters|hearings?|investigators?|inspectors?|staff|reported|reports)$/

/** example: "GCHQ" · not: "Gchq", "MH370" */
const acronym = /^[A-Z]{3,6}$/
const romanNumeral = /^[IVXLC]+$/
const isShoutedAt = ({ reading }: NameContext, i: number): boolean =>
  i >= 0 && i < reading.tokens.count && /^[A-Z]{2,}$/.test(tokenText(reading, i))

/** Adds a name of one token wherever the rule gives a kind; asked of capitals outside all names only. */
const withFound = (
  { reading }: NameContext,
  spans: readonly NameSpan[],
  kindAt: (token: number) => 'person' | 'organisation' | null,
  score: number,
): readonly NameSpan[] => {
  const { text, tokens } = reading
  const all: NameSpan[] = []
  let s = 0
  for (let i = 0; i < tokens.count; i++) {
    const span = spans[s]
    if (span && span.firstToken <= i) {
      all.push(span)
      i = Math.max(i, span.endToken - 1)
      s++
      continue
    }
    const start = tokens.starts[i] ?? 0
    if (!isCapitalAt(reading, i) || !isLetterAt(text, start + 1)) continue
    const kind = kindAt(i)
    if (kind)
      all.push({
        start,
        end: tokens.ends[i] ?? 0,
        firstToken: i,
        endToken: i + 1,
        kind,
        score,
        kindScore: score,
      })
  }
  return all.length === spans.length ? spans : all
}
