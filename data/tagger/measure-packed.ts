/**
 * What the packed tagger reaches on the short news texts beside the project, and whether its scores mean what they say.
 *
 *   npx tsx data/tagger/measure-packed.ts    F1 of people, organisations and places; of the names with 0.8 so many are right
 */
import { existsSync, readFileSync } from 'node:fs'
import { tagNames } from '../../core/names/tag-names.ts'
import { openTagger } from '../../core/names/tagger.ts'
import { findBlocks } from '../../core/read/find-blocks.ts'
import { openReading } from '../../core/text/reading.ts'
import { describeCounts, goldOfLine, measureFile } from './measure-names.ts'

const newsTexts = new URL('../../../shared/eval/data/names-pud.jsonl', import.meta.url)
if (!existsSync(newsTexts)) {
  console.error('measure-packed: no annotated texts beside the project; nothing was measured')
  process.exit(0)
}
const tagger = openTagger(readFileSync(new URL('../packed/tagger.bin', import.meta.url)))
const jsonl = readFileSync(newsTexts, 'utf8')
console.log(`names-pud: ${describeCounts(measureFile(jsonl, tagger))}`)

interface Bin {
  names: number
  said: number
  right: number
}
const makeBins = (): Bin[] => Array.from({ length: 5 }, () => ({ names: 0, said: 0, right: 0 }))
const count = (some: readonly Bin[], said: number, isRight: boolean): void => {
  const bin = some[Math.min(4, Math.floor(said * 5))]
  if (!bin) return
  bin.names++
  bin.said += said
  if (isRight) bin.right++
}
const show = (title: string, some: readonly Bin[]): void => {
  console.log(title)
  for (const { names, said, right } of some) {
    if (names === 0) continue
    console.log(`  ${names} names: ${(said / names).toFixed(2)} said, ${(right / names).toFixed(2)} right`)
  }
}

/** Log odds of a person or organisation, and whether there is one of the kind. */
const judged: [logit: number, isRight: number][] = []
const bins = makeBins()
const kindBins = makeBins()
for (const line of jsonl.split('\n').filter(Boolean)) {
  const { text, gold } = goldOfLine(line)
  for (const { start, end, kind, score, kindScore } of tagNames(
    openReading(text, findBlocks(text)),
    tagger,
  )) {
    if (kind === 'other') continue
    if (kind !== 'place') {
      const bounded = Math.min(0.999, Math.max(0.001, kindScore))
      const isRight = gold.some(name => name.start < end && name.end > start && name.kind === kind)
      judged.push([Math.log(bounded / (1 - bounded)), isRight ? 1 : 0])
    }
    count(
      bins,
      score,
      gold.some(name => name.start === start && name.end === end && name.kind === kind),
    )
    count(
      kindBins,
      kindScore,
      gold.some(name => name.start < end && name.end > start && name.kind === kind),
    )
  }
}
show('score, exactly this name', bins)
show('kindScore, a name of this kind here', kindBins)

/** Logistic regression by plain descent: the constants of core/names/find-names.ts. */
let offset = 0
let slope = 1
for (let step = 0; step < 20_000; step++) {
  let offsetGradient = 0
  let slopeGradient = 0
  for (const [logit, isRight] of judged) {
    const error = isRight - 1 / (1 + Math.exp(-(offset + slope * logit)))
    offsetGradient += error
    slopeGradient += error * logit
  }
  offset += (0.1 * offsetGradient) / judged.length
  slope += (0.02 * slopeGradient) / judged.length
}
console.log(`confidence of people and organisations: offset ${offset.toFixed(2)}, slope ${slope.toFixed(2)}`)
