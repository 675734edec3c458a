/**
 * Trains the tagger of people, organisations and places, and packs it.
 *
 *   npm run train                       reads ../shared/training/ner, writes data/packed/tagger.bin
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { kinds } from '../core/names/chain.ts'
import { rowBits } from '../core/names/features.ts'
import { openLexicon } from '../core/names/lexicon.ts'
import { type NameSpan, tagNames } from '../core/names/tag-names.ts'
import { openTagger, packTagger } from '../core/names/tagger.ts'
import { findBlocks } from '../core/read/find-blocks.ts'
import { openReading } from '../core/text/reading.ts'
import { buildSet } from './tagger/build-set.ts'
import { learnWeights } from './tagger/learn-weights.ts'
import { type Counts, countSpans, describeCounts, type GoldSpan, noCounts } from './tagger/measure-names.ts'
import { chooseRows, countRows, roundRows } from './tagger/prune-rows.ts'
import { makeRandom } from './tagger/random.ts'
import { packLists } from './tagger/read-lists.ts'
import {
  type Recase,
  readSentences,
  readTagged,
  type TaggedReading,
  type TaggedSentence,
} from './tagger/read-training.ts'

const env = process.env
const trainingFolder = new URL('../../shared/training/ner/', import.meta.url)
const sources = (
  env.SOURCES ??
  'wikigold gum_by btc wnut17 redocred_by-sa gum_wiki_by-sa uner_ewt_by-sa crossner_politics_by-sa'
).split(' ')
const sentencesATime = 20
const heldOut = new Set(['wikigold', 'gum_by', 'uner_ewt_by-sa'])
const seed = 20261123
const mostRows = Number(env.ROWS ?? 65_000)
const epochs = Number(env.EPOCHS ?? 8)

const started = performance.now()
const say = (line: string): void =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0)} s  ${line}`)

const capitals: Recase = text => text.toUpperCase()
const smallWords = new Set('a an the of and or for to in on at by with from as but nor'.split(' '))
const titles: Recase = text =>
  text.replace(/\p{L}+/gu, word =>
    smallWords.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  )

const random = makeRandom(seed)
const train: TaggedReading[] = []
const dev = new Map<string, TaggedReading[]>()
for (const source of sources) {
  const sentences = readSentences(readFileSync(new URL(`${source}.jsonl`, trainingFolder), 'utf8'))
  const upper: TaggedSentence[] = []
  const titled: TaggedSentence[] = []
  for (let i = 0, part = 0; i < sentences.length; i += sentencesATime, part++) {
    const some = sentences.slice(i, i + sentencesATime)
    if (heldOut.has(source) && env.FULL === undefined && Math.floor(part / 4) % 6 === 3) {
      const list = dev.get(source) ?? []
      list.push(readTagged(some))
      dev.set(source, list)
      continue
    }
    train.push(readTagged(some))
    for (const sentence of some) {
      const die = random() * 12
      if (die < 1) upper.push(sentence)
      else if (die < 2) titled.push(sentence)
    }
  }
  for (let i = 0; i < upper.length; i += sentencesATime)
    train.push(readTagged(upper.slice(i, i + sentencesATime), capitals))
  for (let i = 0; i < titled.length; i += sentencesATime)
    train.push(readTagged(titled.slice(i, i + sentencesATime), titles))
}
const common = new Set<string>()
{
  const counts = new Map<string, number>()
  for (const { reading } of train) {
    for (let i = 0; i < reading.tokens.count; i++) {
      const word = reading.text.slice(reading.tokens.starts[i], reading.tokens.ends[i])
      if (word === word.toLowerCase()) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  for (const [word, count] of counts) if (count >= 3) common.add(word)
}
const lexicon = packLists((list, entry) => list !== 'words' || common.has(entry))
say(`${train.length} readings; lexicon ${lexicon.length} bytes`)
const importance: Record<string, number> = JSON.parse(env.WEIGHTS ?? '{}')
const set = buildSet(train, openLexicon(lexicon), source => importance[source] ?? 1)
say(`${set.labels.length} tokens, ${set.rows.length} features`)
const rowCount = 1 << rowBits
const learned = learnWeights(set, {
  rowCount,
  epochs,
  rate: Number(env.RATE ?? 0.08),
  seed,
  report: (epoch, loss) => say(`epoch ${epoch + 1}: loss ${loss.toFixed(4)}`),
})
const counts = countRows(set, rowCount)
const goldOf = ({ reading, labels }: TaggedReading): GoldSpan[] => {
  const spans: GoldSpan[] = []
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? 0
    if (label % 2 !== 1) continue
    let end = i + 1
    while (labels[end] === label + 1) end++
    spans.push({
      start: reading.tokens.starts[i] ?? 0,
      end: reading.tokens.ends[end - 1] ?? 0,
      kind: kinds[(label - 1) >> 1] ?? 'other',
    })
  }
  return spans
}
for (const most of [mostRows, ...(env.ALL ? [rowCount] : [])]) {
  const rows = chooseRows(learned, counts, most)
  let kept = learned
  if (env.REFIT && most < rowCount) {
    const isAllowed = new Uint8Array(rowCount)
    for (const row of rows) isAllowed[row] = 1
    const from = { weights: learned.weights.slice(), transitions: learned.transitions }
    for (let w = 0; w < from.weights.length; w++) if (isAllowed[Math.floor(w / 9)] === 0) from.weights[w] = 0
    kept = learnWeights(set, {
      rowCount,
      epochs: Number(env.REFIT),
      rate: Number(env.REFITRATE ?? 0.08),
      seed,
      isAllowed,
      from,
      squares: Number(env.SQ ?? 1),
      report: (epoch, loss) => say(`refit ${epoch + 1}: loss ${loss.toFixed(4)}`),
    })
  }
  const bytes = packTagger({ ...roundRows(kept, rows), transitions: kept.transitions, lexicon })
  const tagger = openTagger(bytes)
  say(`${rows.length} rows, ${bytes.length} bytes`)
  for (const [source, readings] of dev) {
    const total = noCounts()
    for (const part of readings) countSpans(total, tagNames(part.reading, tagger), goldOf(part))
    say(`held out ${source}: ${describeCounts(total)}`)
  }
  const pud = new URL('../../shared/eval/data/names-pud.jsonl', import.meta.url)
  if (existsSync(pud)) {
    const total: Counts = noCounts()
    const kindOf: Record<string, NameSpan['kind']> = { PER: 'person', ORG: 'organisation', LOC: 'place' }
    for (const line of readFileSync(pud, 'utf8').split('\n').filter(Boolean)) {
      const { text, names } = JSON.parse(line)
      const found = tagNames(openReading(text, findBlocks(text)), tagger)
      countSpans(
        total,
        found,
        names.map((n: { start: number; end: number; kind: string }) => ({
          ...n,
          kind: kindOf[n.kind] ?? 'other',
        })),
      )
    }
    say(`names-pud: ${describeCounts(total)}`)
  }
  if (most === mostRows) writeFileSync(env.OUT ?? new URL('./packed/tagger.bin', import.meta.url), bytes)
}
