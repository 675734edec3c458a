/**
 * Whether the confidence of quotes means what it says, on the annotated set beside the project.
 *
 *   npx tsx bench/calibration.ts         of the findings with 0.8 so many are right: a row a tenth
 *   npx tsx bench/calibration.ts --fit   fits core/quotes/confidence-weights.ts; prints how weights from one half of the
 *                                        articles do on the other half first
 *
 * A finding is right when an annotated report has half of its words or more, and, where it names a speaker, the same one.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Quote } from '../content-schema/quote.ts'
import type { Span } from '../content-schema/span.ts'
import { articleToVariants } from '../core/article-to-variants.ts'
import { signsOf } from '../core/quotes/confidence.ts'
import { articleFromLine } from '../core/read/article-from-line.ts'
import { loadKnowledge } from '../data/load-knowledge.ts'

const goldFile = new URL('../../shared/eval/data/quotes-polnear.jsonl', import.meta.url).pathname
const weightsFile = new URL('../core/quotes/confidence-weights.ts', import.meta.url).pathname

type Pair = readonly [start: number, end: number]
interface GoldQuote {
  readonly content: readonly Pair[]
  readonly source: readonly Pair[]
}

/** A finding, what is known of it, and whether it is right. */
interface Judged {
  readonly signs: readonly string[]
  readonly confidence: number
  readonly isRight: boolean
  readonly article: number
}

const overlap = (span: Span, [start, end]: Pair): number =>
  Math.max(0, Math.min(span.end, end) - Math.max(span.start, start))

const sameWords = (quote: Quote, gold: GoldQuote): boolean =>
  quote.content.some(span =>
    gold.content.some(pair => {
      const shared = overlap(span, pair)
      const isMost = shared >= 0.5 * Math.max(span.end - span.start, pair[1] - pair[0])
      return isMost || (quote.kind !== 'indirect' && shared >= 0.5 * (span.end - span.start))
    }),
  )

const sameSpeaker = (text: string, quote: Quote, gold: GoldQuote): boolean => {
  if (quote.speaker === null) return true
  const { mention, name } = quote.speaker
  const surname = name.match(/\p{Lu}[\p{L}’'-]*$/u)?.[0]
  return gold.source.some(
    pair =>
      (mention !== null && overlap(mention, pair) > 0) ||
      (surname !== undefined && text.slice(pair[0], pair[1]).includes(surname)),
  )
}

/** One interview is in the set, annotated inside its answers: nothing can be fitted on it. */
const tooRare = /^transcript-/

const judgeAll = (): Judged[] => {
  const knowledge = loadKnowledge()
  const lines = readFileSync(goldFile, 'utf8').split('\n').filter(Boolean)
  return lines.flatMap((line, article) => {
    const read = articleFromLine(line)
    if (!read.ok) return []
    const gold: readonly GoldQuote[] = JSON.parse(line).quotes
    const quotes = articleToVariants(read.article, knowledge).quotes.filter(({ by }) => !tooRare.test(by))
    return quotes.map(quote => ({
      signs: signsOf(quote.by, quote.kind),
      confidence: quote.confidence,
      isRight: gold.some(g => sameWords(quote, g) && sameSpeaker(read.article.text, quote, g)),
      article,
    }))
  })
}

const tenths = 10
const reliability = (rows: readonly { confidence: number; isRight: boolean }[]): string => {
  const lines = ['confidence   findings   said   right']
  let gap = 0
  for (let tenth = 0; tenth < tenths; tenth++) {
    const inside = rows.filter(
      row => Math.min(tenths - 1, Math.floor(row.confidence * tenths + 1e-9)) === tenth,
    )
    if (inside.length === 0) continue
    const said = inside.reduce((sum, row) => sum + row.confidence, 0) / inside.length
    const right = inside.filter(row => row.isRight).length / inside.length
    gap += (inside.length / rows.length) * Math.abs(said - right)
    const range = `${(tenth / tenths).toFixed(1)}-${((tenth + 1) / tenths).toFixed(1)}`
    const count = String(inside.length).padStart(8)
    lines.push(`${range.padEnd(13)}${count}${said.toFixed(2).padStart(7)}${right.toFixed(2).padStart(8)}`)
  }
  lines.push(`expected calibration error ${gap.toFixed(3)} over ${rows.length} findings`)
  return lines.join('\n')
}

const fewest = 8 // a sign seen less often says nothing
const rounds = 400
const pace = 1.5
const pull = 0.0008 // towards 0, so that rare signs stay small

interface Model {
  readonly bias: number
  readonly weights: ReadonlyMap<string, number>
}

const confidenceBy = ({ bias, weights }: Model, signs: readonly string[]): number =>
  1 / (1 + Math.exp(-signs.reduce((sum, sign) => sum + (weights.get(sign) ?? 0), bias)))

/** Logistic regression by plain gradient descent. */
const fitModel = (rows: readonly Judged[]): Model => {
  const counts = new Map<string, number>()
  for (const { signs } of rows) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  const weights = new Map([...counts].filter(([, n]) => n >= fewest).map(([sign]) => [sign, 0]))
  let bias = 0
  for (let round = 0; round < rounds; round++) {
    const slope = new Map<string, number>()
    let slopeOfBias = 0
    for (const { signs, isRight } of rows) {
      const miss = (isRight ? 1 : 0) - confidenceBy({ bias, weights }, signs)
      slopeOfBias += miss
      for (const sign of signs) slope.set(sign, (slope.get(sign) ?? 0) + miss)
    }
    bias += (pace * slopeOfBias) / rows.length
    for (const [sign, weight] of weights) {
      const step = (slope.get(sign) ?? 0) / Math.sqrt(rows.length * (counts.get(sign) ?? 1))
      weights.set(sign, weight + pace * (step - pull * weight))
    }
  }
  return { bias, weights }
}

const writeWeights = ({ bias, weights }: Model): void => {
  const rows = [...weights].sort(([a], [b]) => (a < b ? -1 : 1))
  const entries = rows.map(
    ([sign, weight]) => `  ${/^\w+$/.test(sign) ? sign : `'${sign}'`}: ${Number(weight.toFixed(2))},`,
  )
  writeFileSync(
    weightsFile,
    `/** Weights of the signs of confidence.ts. Fitted by bench/calibration.ts --fit: change nothing by hand. */
export const bias = ${Number(bias.toFixed(2))}
export const weights: Readonly<Record<string, number>> = {
${entries.join('\n')}
}
`,
  )
}

/** The table for npm run accuracy. */
export const quoteReliability = (): string =>
  `quotes-polnear: confidence of quotes\n${reliability(judgeAll())}`

const fitAnew = (): void => {
  const judged = judgeAll()
  const half = fitModel(judged.filter(row => row.article % 2 === 0))
  const others = judged.filter(row => row.article % 2 === 1)
  const whole = fitModel(judged)
  const by = (model: Model, rows: readonly Judged[]) =>
    rows.map(({ signs, isRight }) => ({ confidence: confidenceBy(model, signs), isRight }))
  console.log(`weights from one half, on the other:\n${reliability(by(half, others))}`)
  console.log(`weights from all, on all:\n${reliability(by(whole, judged))}`)
  writeWeights(whole)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!existsSync(goldFile))
    console.error('calibration: no annotated set beside the project; nothing was measured')
  else if (process.argv.includes('--fit')) fitAnew()
  else console.log(quoteReliability())
}
