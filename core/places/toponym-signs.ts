/**
 * What speaks for and against a toponym being a place here: named signs, each with a strength.
 *
 *   "Chelsea Clinton said"  -> firstOfPerson 0.98, nextIsCapital 1, isFirstName 0.67, …
 *   "a fire in Chelsea"     -> afterPlacePreposition 1, taggedPlace 0.97, …
 *
 * The weights are in place-weights.ts; no word of any text is among the signs.
 */
import type { NameSpan } from '../names/tag-names.ts'
import type { Toponym } from './find-toponyms.ts'
import type { Gazetteer } from './gazetteer.ts'
import { isTown } from './place-kinds.ts'
import type { TokenWords } from './token-words.ts'
import {
  courtesyTitles,
  directionWords,
  eventNouns,
  geographicNouns,
  mediaNouns,
  officeNouns,
  personTitles,
  placePrepositions,
  schoolNouns,
  speechVerbs,
  sportNouns,
} from './word-signs.ts'

export type Signs = Map<string, number>

export interface SignSource {
  readonly words: TokenWords
  readonly gazetteer: Gazetteer
  readonly toponyms: readonly Toponym[]
  /** Span that covers each token, -1 for none. */
  readonly spanOf: Int32Array
  readonly spans: readonly NameSpan[]
  /** Toponym that begins at each token, and that ends before it; -1 for none. */
  readonly beginsAt: Int32Array
  readonly endsAt: Int32Array
  /** Of each key: mentions that the tagger takes for exactly a place, for a person, for an organisation. */
  readonly tagged: ReadonlyMap<string, readonly [number, number, number, number]>
  /** Last words of people's names in the article. */
  readonly surnames: ReadonlySet<string>
}

export const openSigns = (
  words: TokenWords,
  spans: readonly NameSpan[],
  toponyms: readonly Toponym[],
  gazetteer: Gazetteer,
): SignSource => {
  const spanOf = new Int32Array(words.count + 1).fill(-1)
  spans.forEach((span, i) => {
    spanOf.fill(i, span.firstToken, span.endToken)
  })
  const beginsAt = new Int32Array(words.count + 2).fill(-1)
  const endsAt = new Int32Array(words.count + 2).fill(-1)
  toponyms.forEach((toponym, i) => {
    beginsAt[toponym.firstToken] = i
    endsAt[toponym.endToken] = i
  })
  const tagged = new Map<string, [number, number, number, number]>()
  for (const toponym of toponyms) {
    const counts = tagged.get(toponym.key) ?? [0, 0, 0, 0]
    const span = spans[spanOf[toponym.firstToken] ?? -1]
    const isExact = span?.firstToken === toponym.firstToken && span.endToken === toponym.endToken
    if (span?.kind === 'place') counts[0]++
    else if (span?.kind === 'person') counts[1]++
    else if (span?.kind === 'organisation' && isExact) counts[2]++
    counts[3]++
    tagged.set(toponym.key, counts)
  }
  const surnames = new Set<string>()
  for (const span of spans)
    if (span.kind === 'person' && span.endToken - span.firstToken > 1)
      surnames.add(words.key(span.endToken - 1))
  return { words, gazetteer, toponyms, spanOf, spans, beginsAt, endsAt, tagged, surnames }
}

/** The signs of one toponym. */
export const signsOf = (source: SignSource, toponym: Toponym): Signs => {
  const signs: Signs = new Map([['always', 1]])
  readGazetteerSigns(source, toponym, signs)
  readTaggerSigns(source, toponym, signs)
  readContextSigns(source, toponym, signs)
  readArticleSigns(source, toponym, signs)
  return signs
}

const readGazetteerSigns = ({ gazetteer, words }: SignSource, toponym: Toponym, signs: Signs): void => {
  const { places, key, firstToken, endToken } = toponym
  signs.set(`by ${toponym.by}`, 1)
  const isOneWord = !key.includes(' ')
  signs.set(isOneWord ? 'oneWord' : 'manyWords', 1)
  if (key.length < 4) signs.set('short', 1)
  if (words.isAllCapital(firstToken) && key.length > 3) signs.set('inCapitals', 1)
  if (places.length === 0) {
    readUnknownSigns(words, firstToken, endToken, signs)
    return
  }
  let most = 0
  let hasName = false
  for (const { place, type } of places) {
    most = Math.max(most, gazetteer.population(place))
    if (type === 'demonym') signs.set('isDemonym', 1)
    else if (type === 'abbreviation') signs.set('isAbbreviation', 1)
    else {
      const kind = gazetteer.kind(place)
      signs.set(
        isTown(kind) ? (gazetteer.population(place) > 100_000 ? 'isCity' : 'isTown') : `is ${kind}`,
        1,
      )
      if (type === 'name') hasName = true
    }
  }
  if (!hasName) signs.set('onlyOtherName', 1)
  signs.set('population', Math.log10(most + 1) / 9)
  if (!isOneWord) return
  const flags = gazetteer.flags(key)
  if (flags.surname > 0) signs.set('isSurname', flags.surname / 3)
  if (flags.firstName > 0) signs.set('isFirstName', flags.firstName / 3)
  if (flags.word > 0)
    signs.set(words.isAllCapital(firstToken) ? 'isWordInCapitals' : 'isWord', flags.word / 3)
  if (most < 20_000) signs.set('smallOneWord', 1)
}

/** Names that only the tagger knows: their last word says what they are. */
const readUnknownSigns = (words: TokenWords, first: number, end: number, signs: Signs): void => {
  const last = words.key(end - 1)
  const begin = words.key(first)
  if (geographicNouns.has(last) || geographicNouns.has(begin)) signs.set('unknownGeographic', 1)
  if (schoolNouns.has(last)) signs.set('unknownSchool', 1)
  if (officeNouns.has(last)) signs.set('unknownOffice', 1)
}

const readTaggerSigns = ({ spans, spanOf, words }: SignSource, toponym: Toponym, signs: Signs): void => {
  const { firstToken, endToken } = toponym
  const at = spanOf[firstToken] ?? -1
  const span = spans[at]
  if (!span) {
    signs.set('untagged', 1)
    return
  }
  const isExact = span.firstToken === firstToken && span.endToken === endToken
  const isInside = span.firstToken <= firstToken && span.endToken >= endToken
  if (isExact) {
    signs.set(`tagged ${span.kind}`, 1)
    signs.set(`sure ${span.kind}`, span.score)
  } else if (!isInside) signs.set(`crosses ${span.kind}`, 1)
  else {
    const before = words.word(firstToken - 1)
    const isFirst = span.firstToken === firstToken
    const role = isFirst
      ? 'firstOf'
      : placePrepositions.has(before)
        ? 'afterPrepositionIn'
        : span.endToken === endToken
          ? 'lastOf'
          : 'midOf'
    signs.set(`${role} ${span.kind}`, 1)
  }
}

const readContextSigns = (source: SignSource, toponym: Toponym, signs: Signs): void => {
  const { words, endsAt, beginsAt } = source
  const { firstToken, endToken } = toponym
  const isSameSentence = (i: number): boolean => words.sentence(i) === words.sentence(firstToken)
  const before = isSameSentence(firstToken - 1) ? words.word(firstToken - 1) : ''
  const after = isSameSentence(endToken) ? words.word(endToken) : ''
  if (before === '') signs.set('beginsSentence', 1)
  else readBefore(source, firstToken, before, signs)
  if (after !== '') readAfter(source, endToken, after, signs)
  if (before === ',' && (endsAt[firstToken - 1] ?? -1) >= 0) signs.set('afterPlaceAndComma', 1)
  if (after === ',' && (beginsAt[endToken + 1] ?? -1) >= 0) signs.set('beforeCommaAndPlace', 1)
  if ((before === 'and' || before === 'or') && (endsAt[firstToken - 1] ?? -1) >= 0) signs.set('inList', 1)
  if ((after === 'and' || after === 'or') && (beginsAt[endToken + 1] ?? -1) >= 0) signs.set('inList', 1)
}

const readBefore = ({ words, gazetteer }: SignSource, first: number, before: string, signs: Signs): void => {
  const lower = before.toLowerCase()
  if (placePrepositions.has(lower))
    signs.set(
      `after ${lower === 'of' || lower === 'for' || lower === 'with' || lower === 'by' ? lower : 'place preposition'}`,
      1,
    )
  else if (directionWords.has(lower)) signs.set('afterDirection', 1)
  else if (lower === 'the') signs.set('afterThe', 1)
  else if (courtesyTitles.has(before) || personTitles.has(before)) signs.set('afterTitle', 1)
  else if (before === '-') signs.set(words.isGlued(first) ? 'afterHyphen' : 'afterDash', 1)
  else if (words.isCapital(first - 1) && !words.isAllCapital(first - 1)) {
    signs.set('afterCapital', 1)
    const flags = gazetteer.flags(words.key(first - 1))
    if (flags.firstName > 0 || /^\p{Lu}\.$/u.test(before)) signs.set('afterFirstName', 1)
  }
}

const readAfter = ({ words }: SignSource, end: number, after: string, signs: Signs): void => {
  const lower = after.toLowerCase()
  if (after === "'s" || after === '’s') signs.set('possessive', 1)
  else if (after === '-' && words.isGlued(end)) signs.set('beforeHyphen', 1)
  else if (speechVerbs.has(after)) signs.set('beforeSpeechVerb', 1)
  else if (geographicNouns.has(after)) signs.set('beforeGeographicNoun', 1)
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
    signs.set(`before${role}`, 1)
  } else if (/^\d/.test(after)) signs.set('beforeNumber', 1)
}

const readArticleSigns = ({ tagged, surnames }: SignSource, toponym: Toponym, signs: Signs): void => {
  const [place, person, organisation, all] = tagged.get(toponym.key) ?? [0, 0, 0, 1]
  if (all > 1) {
    signs.set('elsewherePlace', place / all)
    signs.set('elsewherePerson', person / all)
    signs.set('elsewhereOrganisation', organisation / all)
  }
  if (surnames.has(toponym.key)) signs.set('isSurnameHere', 1)
}
