/**
 * What speaks for and against a toponym being a place here: named signs, each with a strength.
 *
 *   "Chelsea Clinton said"  -> firstOfPerson 0.98, nextIsCapital 1, isFirstName 0.67, …
 *   "a fire in Chelsea"     -> afterPlacePreposition 1, taggedPlace 0.97, …
 *
 * The weights are in place-weights.ts; no word of any text is among the signs.
 */

import type { NameSpan } from '../names/tag-names.ts'
import { readBesideSigns } from './beside-signs.ts'
import type { Gazetteer, NamedPlace } from './gazetteer.ts'
import { isTown } from './place-kinds.ts'
import { signName } from './sign-names.ts'
import { openSignTable, Signs } from './signs.ts'
import type { TokenWords } from './token-words.ts'
import type { Toponym } from './toponym.ts'
import {
  geographicNouns,
  locatingPrepositions,
  officeNouns,
  placePrepositions,
  schoolNouns,
  sportNouns,
} from './word-signs.ts'

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
  /** Last words of people's names in the article, each with the token at which it first stands. */
  readonly surnames: ReadonlyMap<string, number>
  /** The same of teams: "northgate" of "Northgate United". */
  readonly teams: ReadonlyMap<string, number>
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
  const surnames = new Map<string, number>()
  const teams = new Map<string, number>()
  for (const { kind, firstToken, endToken } of spans) {
    if (endToken - firstToken < 2) continue
    const last = words.key(endToken - 1)
    if (kind === 'person') setOnce(surnames, last, endToken - 1)
    else if (kind === 'organisation' && endToken - firstToken === 2 && sportNouns.has(last))
      setOnce(teams, words.key(firstToken), firstToken)
  }
  openSignTable(toponyms.length)
  return { words, gazetteer, toponyms, spanOf, spans, beginsAt, endsAt, tagged, surnames, teams }
}

const setOnce = (firsts: Map<string, number>, key: string, token: number): void => {
  if (!firsts.has(key)) firsts.set(key, token)
}

/** Signs of the second round: what the first round thinks of the other mentions, and of the areas around. */
export const addRoundSigns = (
  source: SignSource,
  signs: readonly Signs[],
  shares: readonly number[],
): void => {
  const { toponyms, gazetteer } = source
  const sums = new Map<string, { total: number; best: number; second: number; count: number }>()
  const areas = new Set<number>()
  const countries = new Set<string>()
  toponyms.forEach(({ key, places }, i) => {
    const share = shares[i] ?? 0
    const sum = sums.get(key) ?? { total: 0, best: 0, second: 0, count: 0 }
    sum.second = Math.max(sum.second, Math.min(sum.best, share))
    sum.best = Math.max(sum.best, share)
    sum.total += share
    sum.count++
    sums.set(key, sum)
    if (share < sureShare || places.length === 0) return
    const { place } = mainPlace(gazetteer, places)
    const kind = gazetteer.kind(place)
    if (kind === 'country') countries.add(gazetteer.country(place))
    else if (kind === 'region' || kind === 'county') areas.add(gazetteer.admin1(place))
  })
  toponyms.forEach(({ key, places }, i) => {
    const own = signs[i]
    const sum = sums.get(key)
    if (!own || !sum) return
    const share = shares[i] ?? 0
    if (sum.count > 1) {
      own.set('bestElsewhere', share === sum.best ? sum.second : sum.best)
      own.set('meanElsewhere', (sum.total - share) / (sum.count - 1))
    } else own.set('onlyOnce', 1)
    setTownSigns(own, places, gazetteer, areas, countries)
  })
}
const sureShare = 0.85

/** Whether a town of the name lies in an area that is named, or else in a country. */
const setTownSigns = (
  signs: Signs,
  places: readonly NamedPlace[],
  gazetteer: Gazetteer,
  areas: ReadonlySet<number>,
  countries: ReadonlySet<string>,
): void => {
  let isInCountry = false
  for (const { place } of places) {
    if (!isTown(gazetteer.kind(place))) continue
    if (areas.has(gazetteer.admin1(place))) {
      signs.set('townOfNamedArea', 1)
      return
    }
    isInCountry ||= countries.has(gazetteer.country(place))
  }
  if (isInCountry) signs.set('townOfNamedCountry', 1)
}

/** The signs of the toponym of that number. */
export const signsOf = (source: SignSource, toponym: Toponym, number: number): Signs => {
  const signs = new Signs(number)
  signs.set('always', 1)
  readGazetteerSigns(source, toponym, signs)
  readTaggerSigns(source, toponym, signs)
  readBesideSigns(source, toponym, signs)
  readArticleSigns(source, toponym, signs)
  return signs
}

const readGazetteerSigns = ({ gazetteer, words }: SignSource, toponym: Toponym, signs: Signs): void => {
  const { places, key, firstToken, endToken } = toponym
  signs.set(signName('by ', toponym.by), 1)
  const isOneWord = !key.includes(' ')
  signs.set(isOneWord ? 'oneWord' : 'manyWords', 1)
  if (words.isAllCapital(firstToken) && key.length > 3) signs.set('inCapitals', 1)
  if (places.length === 0) {
    readUnknownSigns(words, firstToken, endToken, signs)
    return
  }
  const main = mainPlace(gazetteer, places)
  const most = gazetteer.population(main.place)
  const kind = gazetteer.kind(main.place)
  const hasName = places.some(({ type }) => type === 'name')
  if (main.type === 'demonym') signs.set('isDemonym', 1)
  else if (main.type === 'abbreviation')
    signs.set(words.word(endToken - 1).includes('.') ? 'isAbbreviation' : 'isPostalCode', 1)
  else signs.set(isTown(kind) ? (most > largeTown ? 'isCity' : 'isTown') : signName('is ', kind), 1)
  if (key.length < 4 && kind !== 'country' && kind !== 'alliance' && kind !== 'region') signs.set('short', 1)
  if (!hasName) signs.set(kind === 'county' ? 'onlyCountyWord' : 'onlyOtherName', 1)
  signs.set('population', Math.log10(most + 1) / 9)
  if (!isOneWord) return
  const flags = gazetteer.flags(key)
  if (flags.surname > 0) signs.set('isSurname', flags.surname / 3)
  if (flags.firstName > 0) signs.set('isFirstName', flags.firstName / 3)
  if (flags.word > 0)
    signs.set(words.isAllCapital(firstToken) ? 'isWordInCapitals' : 'isWord', flags.word / 3)
  if (most < 20_000) signs.set('smallOneWord', 1)
}

const largeTown = 100_000

/** The largest place of the name: what a reader thinks of first. */
const mainPlace = (gazetteer: Gazetteer, places: readonly NamedPlace[]): NamedPlace => {
  let main = places[0] ?? { place: 0, type: 'name' as const }
  for (const each of places)
    if (gazetteer.population(each.place) > gazetteer.population(main.place)) main = each
  return main
}

/** How well known a name is: for the signs that mean more for a village than for a country. */
const sizeOf = (gazetteer: Gazetteer, { places, by }: Toponym): string => {
  if (places.length === 0) return by
  const { place, type } = mainPlace(gazetteer, places)
  if (type === 'demonym') return 'people'
  const kind = gazetteer.kind(place)
  const population = gazetteer.population(place)
  if (kind === 'country' || kind === 'continent' || kind === 'alliance' || population > 2_000_000)
    return 'famous'
  return population > 40_000 ? 'known' : 'small'
}

/** Names that only the tagger knows: their last word says what they are. */
const readUnknownSigns = (words: TokenWords, first: number, end: number, signs: Signs): void => {
  const last = words.key(end - 1)
  const begin = words.key(first)
  if (geographicNouns.has(last) || geographicNouns.has(begin)) signs.set('unknownGeographic', 1)
  if (schoolNouns.has(last)) signs.set('unknownSchool', 1)
  if (officeNouns.has(last)) signs.set('unknownOffice', 1)
}

const readTaggerSigns = (source: SignSource, toponym: Toponym, signs: Signs): void => {
  const role = taggedRole(source, toponym)
  const span = source.spans[source.spanOf[toponym.firstToken] ?? -1]
  signs.set(role, 1)
  signs.set(signName(signName(sizeOf(source.gazetteer, toponym), ': '), role), 1)
  if (span && role.startsWith('tagged')) signs.set(signName('sure ', span.kind), span.score)
}

/** Where the tagger sees it: as a name of its own, or which part of whose name. */
const taggedRole = ({ spans, spanOf, words }: SignSource, { firstToken, endToken }: Toponym): string => {
  const span = spans[spanOf[firstToken] ?? -1]
  if (!span) return 'untagged'
  if (span.firstToken === firstToken && span.endToken === endToken) return signName('tagged ', span.kind)
  if (span.firstToken > firstToken || span.endToken < endToken) return signName('crosses ', span.kind)
  if (span.firstToken === firstToken) return signName('firstOf ', span.kind)
  const before = words.word(firstToken - 1)
  if (before === '-') return signName('afterHyphenIn ', span.kind)
  if (before === ',' || before === '/') return signName('afterCommaIn ', span.kind)
  if (placePrepositions.has(before)) return signName('afterPrepositionIn ', span.kind)
  return signName(span.endToken === endToken ? 'lastOf ' : 'midOf ', span.kind)
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

/**
 * Taken for a person by the surname of one whom the article named in full before, or for a team by the same: "Dale
 * Houston … [Houston] said", "Northgate United … [Northgate] equalised".
 */
export const isNamedAgain = (
  { words, surnames, teams, spans, spanOf }: SignSource,
  { key, firstToken, endToken }: Toponym,
): boolean => {
  const span = spans[spanOf[firstToken] ?? -1]
  if (span && (span.firstToken !== firstToken || span.endToken !== endToken)) return false
  const named = (span?.kind === 'person' ? surnames.get(key) : undefined) ?? teams.get(key) ?? firstToken
  return named < firstToken && !locatingPrepositions.has(words.word(firstToken - 1).toLowerCase())
}
