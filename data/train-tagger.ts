/**
 * Trains the tagger of people, organisations and places, and packs it.
 *
 *   npm run train                 learns from ../shared/training/ner, writes data/packed/tagger.bin and its licence,
 *                                 prints what it reaches on held-out parts and on names-pud
 *   npm run train -- --measure    trains on the learning parts only and writes nothing
 *   npm run train -- --ablate     the same, with one thing left out at a time
 *
 * Twice: on a part, for the weights of the document pass and the figures; then on everything. Same seed, same bytes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { openTagger } from '../core/names/tagger.ts'
import { trainingSources, writeLicence } from './tagger/credits.ts'
import { learnEvidence } from './tagger/learn-evidence.ts'
import { learnTagger, packModel } from './tagger/learn-tagger.ts'
import { inTexts, makeReadings } from './tagger/make-readings.ts'
import { describeCounts, measureEach, measureFile } from './tagger/measure-names.ts'
import { makeRandom } from './tagger/random.ts'
import { findCommonWords, packLists } from './tagger/read-lists.ts'
import { readSentences, readTagged, type TaggedReading, type TaggedSentence } from './tagger/read-training.ts'
import { splitSources } from './tagger/split-sources.ts'
import { makePool } from './tagger/swap-names.ts'

const trainingFolder = new URL('../../shared/training/ner/', import.meta.url)
const newsTexts = new URL('../../shared/eval/data/names-pud.jsonl', import.meta.url)
const packedFile = new URL('./packed/tagger.bin', import.meta.url)
const licenceFile = new URL('./packed/tagger.LICENSE.md', import.meta.url)

const seed = 20261123
const mostRows = 127_000 // with the lists just under a megabyte
const plan = {
  rounds: 3,
  epochs: 8,
  refitEpochs: 2,
  mostRows,
  seed,
  report: (line: string) => say(`  ${line}`),
}
const shares = { swapped: 0.5, recased: 1 / 12 }

type Sources = ReadonlyMap<string, readonly TaggedSentence[]>

/** What is left out of the training, to see what it is worth. */
interface Without {
  readonly lists?: boolean
  readonly swapped?: boolean
  readonly recased?: boolean
  readonly pruning?: boolean
  readonly rounds?: number
  readonly sources?: readonly string[]
}

const started = performance.now()
const say = (line: string): void =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`)

const readSources = (): Sources =>
  new Map(
    trainingSources.map(({ name }) => [
      name,
      readSentences(readFileSync(new URL(`${name}.jsonl`, trainingFolder), 'utf8')),
    ]),
  )

const learn = (texts: ReadonlyMap<string, readonly (readonly TaggedSentence[])[]>, without: Without) => {
  const pool = makePool([...texts.values()].flat(2))
  const copies = {
    swapped: without.swapped ? 0 : shares.swapped,
    recased: without.recased ? 0 : shares.recased,
  }
  const readingsOf = (round: number): TaggedReading[] => {
    const random = makeRandom(seed + round)
    return [...texts.values()].flatMap(some => makeReadings(some, copies, pool, random))
  }
  const lexicon = packLists(without.lists ? new Set() : findCommonWords(readingsOf(0)), !without.lists)
  return learnTagger(readingsOf, lexicon, {
    ...plan,
    rounds: without.rounds ?? plan.rounds,
    ...(without.pruning ? { mostRows: 1 << 21, refitEpochs: 0 } : {}),
  })
}

/** Learns from a part, measures on the rest; the weights of the document pass come from here. */
const trainOnPart = (sources: Sources, without: Without = {}): Float64Array => {
  const { learning, second, choosing } = splitSources(sources)
  const kept = new Map([...learning].filter(([source]) => !without.sources?.includes(source)))
  const model = learn(kept, without)
  const first = openTagger(packModel(model, []))
  const evidence = learnEvidence(
    second.map(text => readTagged(text)),
    first,
  )
  const both = openTagger(packModel(model, evidence))
  const heldOut = new Map(
    [...choosing].map(([source, texts]) => [source, texts.map(text => readTagged(text))]),
  )
  for (const [name, tagger] of [['first pass', first] as const, ['document pass', both] as const]) {
    for (const [source, counts] of measureEach(heldOut, tagger))
      say(`${name}, ${source}: ${describeCounts(counts)}`)
    if (existsSync(newsTexts))
      say(`${name}, names-pud: ${describeCounts(measureFile(readFileSync(newsTexts, 'utf8'), tagger))}`)
  }
  return evidence
}

const trainOnAll = (sources: Sources, evidence: Float64Array): void => {
  const texts = new Map([...sources].map(([source, sentences]) => [source, inTexts(sentences)]))
  const bytes = packModel(learn(texts, {}), evidence)
  writeFileSync(packedFile, bytes)
  writeFileSync(licenceFile, writeLicence())
  say(`${bytes.length} bytes in data/packed/tagger.bin`)
  if (existsSync(newsTexts))
    say(`names-pud: ${describeCounts(measureFile(readFileSync(newsTexts, 'utf8'), openTagger(bytes)))}`)
}

/** Each from one model, for the time it takes. */
const ablations: readonly (readonly [name: string, without: Without])[] = [
  ['everything', {}],
  ['no tweets', { sources: ['btc'] }],
  ['no lists', { lists: true }],
  ['no copies with other names', { swapped: true }],
  ['no copies in other case', { recased: true }],
  ['all rows kept', { pruning: true }],
  ['no Wikipedia openings', { sources: ['redocred_by-sa'] }],
  ['no web texts', { sources: ['uner_ewt_by-sa'] }],
  ['no encyclopedia of science and arts', { sources: ['crossner_other_by-sa'] }],
  ['no government statements', { sources: ['re3d_open'] }],
]

if (!existsSync(trainingFolder)) {
  console.error('train: the training texts are expected in ../shared/training/ner beside the project')
  process.exit(1)
}
const sources = readSources()
if (process.argv.includes('--ablate')) {
  for (const [name, without] of ablations) {
    say(name)
    trainOnPart(sources, { rounds: 1, ...without })
  }
} else {
  const evidence = trainOnPart(sources)
  if (!process.argv.includes('--measure')) trainOnAll(sources, evidence)
}
