/**
 * Fits the weights of core/places/place-weights.ts on the annotated sets beside the project.
 *
 *   npx tsx data/fit-place-weights.ts            cross-validated figures only: fitted on half the articles, tried on the other
 *   npx tsx data/fit-place-weights.ts --write    fits on all articles and writes the weights
 *
 * Two log-linear models over named signs (about 90 and 25 of them; none is a word): whether a toponym is a place, and
 * which of its places. Plain gradient descent with a penalty on large weights; the same articles give the same weights.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mendNames } from '../core/names/mend-names.ts'
import { tagNames } from '../core/names/tag-names.ts'
import { openTagger } from '../core/names/tagger.ts'
import { openGazetteer } from '../core/places/gazetteer.ts'
import { choiceSigns, choiceWeights, placeWeights } from '../core/places/place-weights.ts'
import { readToponyms } from '../core/places/read-toponyms.ts'
import { NumberedWeights } from '../core/places/signs.ts'
import { findBlocks } from '../core/read/find-blocks.ts'
import { openReading } from '../core/text/reading.ts'
import { packedFolder } from './read-packed-files.ts'

interface GoldPlace {
  readonly start: number
  readonly end: number
  readonly lat: number | null
  readonly lon: number | null
  readonly geonameid?: string
}
interface GoldArticle {
  readonly id: string
  readonly text: string
  readonly demonyms?: false
  readonly places: readonly GoldPlace[]
}
interface PlaceExample {
  readonly signs: readonly (readonly [string, number])[]
  readonly isPlace: boolean
  readonly half: number
  readonly set: string
}
interface ChoiceExample {
  readonly signs: readonly Float64Array[]
  readonly right: readonly boolean[]
  readonly weight: number
  readonly half: number
  readonly set: string
}

const sets = ['lgl', 'gwn', 'geovirus']
if (!existsSync(new URL('../../shared/eval/data/places-lgl.jsonl', import.meta.url))) {
  console.error('fit-place-weights: no annotated sets beside the project; nothing was fitted')
  process.exit(0)
}
const gazetteer = openGazetteer(readFileSync(`${packedFolder}gazetteer.bin`))
const tagger = openTagger(readFileSync(`${packedFolder}tagger.bin`))
const articles = sets.flatMap(set =>
  readFileSync(new URL(`../../shared/eval/data/places-${set}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, i) => {
      const article: GoldArticle = JSON.parse(line)
      const reading = openReading(article.text, findBlocks(article.text))
      return {
        set,
        article,
        half: i % 2,
        reading,
        spans: mendNames(reading, tagNames(reading, tagger), tagger.lexicon),
      }
    }),
)

const nearKm = 161
const kmBetween = (a: { lat: number; lon: number }, b: { lat: number; lon: number }): number => {
  const rad = Math.PI / 180
  const s =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 12742 * Math.asin(Math.sqrt(Math.min(1, s)))
}
const isRight = (place: number, gold: GoldPlace): boolean => {
  if (gold.geonameid !== undefined && gold.geonameid === String(gazetteer.geonameId(place))) return true
  if (gold.lat === null || gold.lon === null) return false
  return (
    kmBetween({ lat: gazetteer.lat(place), lon: gazetteer.lon(place) }, { lat: gold.lat, lon: gold.lon }) <=
    nearKm
  )
}

const gather = (weights: { place: Readonly<Record<string, number>>; choice: readonly number[] }) => {
  const places: PlaceExample[] = []
  const choices: ChoiceExample[] = []
  const numbered = { place: new NumberedWeights(weights.place), choice: weights.choice }
  for (const { set, article, half, reading, spans } of articles) {
    const read = readToponyms(reading, spans, gazetteer, {}, numbered)
    read.toponyms.forEach((toponym, i) => {
      const isDemonym = toponym.places.length > 0 && toponym.places.every(place => place.type === 'demonym')
      if (article.demonyms === false && isDemonym) return
      const isPlace = article.places.some(gold => gold.start < toponym.end && toponym.start < gold.end)
      places.push({ signs: [...(read.signs[i] ?? [])], isPlace, half, set })
    })
    for (const { group, signs } of read.groups) {
      if (group.candidates.length < 2) continue
      const golds = group.mentions.flatMap(mention => {
        const toponym = read.toponyms[mention]
        return article.places.filter(
          gold => toponym && gold.lat !== null && gold.start < toponym.end && toponym.start < gold.end,
        )
      })
      const [gold] = golds
      if (!gold) continue
      const right = group.candidates.map(({ place }) => isRight(place, gold))
      if (!right.includes(true) || !right.includes(false)) continue
      choices.push({ signs, right, weight: Math.sqrt(golds.length), half, set })
    }
  }
  return { places, choices }
}

const fitPlaces = (
  examples: readonly PlaceExample[],
  start: Readonly<Record<string, number>>,
): Record<string, number> => {
  const names = [...new Set(examples.flatMap(example => example.signs.map(([name]) => name)))].sort()
  const number = new Map(names.map((name, i) => [name, i]))
  const rows = examples.map(example => ({
    signs: example.signs.map(([name, value]) => [number.get(name) ?? 0, value] as const),
    y: example.isPlace ? 1 : 0,
  }))
  const weights = Float64Array.from(names, name => start[name] ?? 0)
  const squares = new Float64Array(names.length).fill(1e-8)
  const penalty = 2 // on the sum of squares: a sign seen ten times may not weigh more than two
  for (let round = 0; round < 600; round++) {
    const gradient = Float64Array.from(weights, weight => (penalty * weight) / rows.length)
    for (const { signs, y } of rows) {
      let sum = 0
      for (const [k, value] of signs) sum += (weights[k] ?? 0) * value
      const error = 1 / (1 + Math.exp(-sum)) - y
      for (const [k, value] of signs) gradient[k] = (gradient[k] ?? 0) + (error * value) / rows.length
    }
    step(weights, gradient, squares, 0.3)
  }
  return Object.fromEntries(names.map((name, i) => [name, Math.round((weights[i] ?? 0) * 100) / 100]))
}

/** AdaGrad. */
const step = (weights: Float64Array, gradient: Float64Array, squares: Float64Array, rate: number): void => {
  for (let k = 0; k < weights.length; k++) {
    const g = gradient[k] ?? 0
    squares[k] = (squares[k] ?? 0) + g * g
    weights[k] = (weights[k] ?? 0) - (rate * g) / Math.sqrt(squares[k] ?? 1)
  }
}

/** The annotated sets do not say where a paper is at home, and name too few cities that share a region's name. */
const setByHand: ReadonlySet<string> = new Set(['isHomeCountry', 'isHomeArea', 'yieldsToCity'])

const fitChoice = (examples: readonly ChoiceExample[], start: readonly number[]): number[] => {
  const weights = Float64Array.from(choiceSigns, (_, i) => start[i] ?? 0)
  const squares = new Float64Array(weights.length).fill(1e-8)
  const penalty = 0.3
  const total = examples.reduce((sum, example) => sum + example.weight, 0)
  for (let round = 0; round < 700; round++) {
    const gradient = Float64Array.from(weights, weight => (penalty * weight) / total)
    for (const { signs, right, weight } of examples) {
      const sums = signs.map(vector => vector.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0))
      const top = Math.max(...sums)
      const all = sums.map(sum => Math.exp(sum - top))
      const mass = all.reduce((sum, value) => sum + value, 0)
      const good = all.reduce((sum, value, i) => sum + (right[i] ? value : 0), 0)
      signs.forEach((vector, i) => {
        const part = (all[i] ?? 0) / mass - (right[i] ? (all[i] ?? 0) / Math.max(good, 1e-12) : 0)
        for (let k = 0; k < vector.length; k++)
          gradient[k] = (gradient[k] ?? 0) + (weight * part * (vector[k] ?? 0)) / total
      })
    }
    choiceSigns.forEach((name, k) => {
      if (setByHand.has(name)) gradient[k] = 0
    })
    step(weights, gradient, squares, 0.2)
  }
  return choiceSigns.map((name, i) =>
    setByHand.has(name) ? (start[i] ?? 0) : Math.round((weights[i] ?? 0) * 100) / 100,
  )
}

const report = (
  places: readonly PlaceExample[],
  choices: readonly ChoiceExample[],
  weights: { place: Readonly<Record<string, number>>; choice: readonly number[] },
  title: string,
): void => {
  for (const set of sets) {
    let found = 0
    let wrong = 0
    let missed = 0
    for (const { signs, isPlace, set: of } of places) {
      if (of !== set) continue
      const sum = signs.reduce((total, [name, value]) => total + (weights.place[name] ?? 0) * value, 0)
      if (sum >= 0 && isPlace) found++
      else if (sum >= 0) wrong++
      else if (isPlace) missed++
    }
    const of = choices.filter(example => example.set === set)
    const right = of.filter(({ signs, right }) => {
      const sums = signs.map(vector =>
        vector.reduce((sum, value, k) => sum + value * (weights.choice[k] ?? 0), 0),
      )
      return right[sums.indexOf(Math.max(...sums))]
    }).length
    const f1 = (200 * found) / (2 * found + wrong + missed)
    console.log(
      `${title} ${set}: a place or not F1 ${f1.toFixed(1)} (${found} found, ${wrong} wrong, ${missed} missed); chosen right ${((100 * right) / of.length).toFixed(1)} % of ${of.length}`,
    )
  }
}

const fitWeights = (half: number | null) => {
  let weights: { place: Readonly<Record<string, number>>; choice: readonly number[] } = {
    place: placeWeights,
    choice: choiceWeights,
  }
  for (let pass = 0; pass < 3; pass++) {
    const { places, choices } = gather(weights)
    weights = {
      place: fitPlaces(
        half === null ? places : places.filter(example => example.half === half),
        weights.place,
      ),
      choice: fitChoice(
        half === null ? choices : choices.filter(example => example.half === half),
        weights.choice,
      ),
    }
  }
  return weights
}

const write = (weights: { place: Readonly<Record<string, number>>; choice: readonly number[] }): void => {
  const file = new URL('../core/places/place-weights.ts', import.meta.url)
  const text = readFileSync(file, 'utf8')
  const head = text.slice(0, text.indexOf('export const choiceWeights'))
  const place = Object.entries(weights.place).map(([name, value]) => `  '${name}': ${value},`)
  writeFileSync(
    file,
    `${head}export const choiceWeights: readonly number[] = [
${weights.choice.map((value, i) => `  ${value}, // ${choiceSigns[i]}`).join('\n')}
]

/** Signs for being a place at all. */
export const placeWeights: Readonly<Record<string, number>> = {
${place.join('\n')}
}
`,
  )
}

const half = fitWeights(0)
const tried = gather(half)
report(
  tried.places.filter(example => example.half === 0),
  tried.choices.filter(example => example.half === 0),
  half,
  'fitted',
)
report(
  tried.places.filter(example => example.half === 1),
  tried.choices.filter(example => example.half === 1),
  half,
  'unseen',
)
if (process.argv.includes('--write')) write(fitWeights(null))
