/**
 * Whether the confidence of quotes means what it says, on the annotated set beside the project.
 *
 *   npx tsx bench/calibration.ts         of the findings with 0.8 so many are right: a row a tenth
 *   npx tsx bench/calibration.ts --fit   fits core/quotes/confidence-weights.ts; prints first how weights from four fifths
 *                                        of the articles do on the fifth that they have not seen
 *
 * A finding is right when an annotated report has half of its words or more, and, where it names a speaker, the same one.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Quote } from '../content-schema/quote.ts'
import type { Span } from '../content-schema/span.ts'
import { articleToVariants } from '../core/article-to-variants.ts'
import { signsOf } from '../core/quotes/finding-signs.ts'
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
  /** Not made up to fit the weights. */
  readonly isFound: boolean
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
    const judge = (quote: Quote, isFound: boolean): Judged => ({
      signs: signsOf(read.article.text, quote),
      confidence: quote.confidence,
      isRight: gold.some(g => sameWords(quote, g) && sameSpeaker(read.article.text, quote, g)),
      isFound,
      article,
    })
    return quotes.flatMap(quote => [judge(quote, true), ...unnamed(quote).map(other => judge(other, false))])
  })
}

/** A quote as it would stand if nobody were named: few are found so, too few to weigh. */
const unnamed = (quote: Quote): Quote[] =>
  quote.kind === 'indirect' || quote.speaker === null
    ? []
    : [{ ...quote, speaker: null, by: `${quote.by.split(' ')[0]} unsure` }]

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
  const told = rows.filter(row => row.confidence >= 0.5 === row.isRight).length
  lines.push(`on the right side of 0.5: ${((100 * told) / rows.length).toFixed(1)} %`)
  return lines.join('\n')
}

const fewest = 8 // a sign seen less often says nothing
const rounds = 400
const pace = 0.75
const pull = 0.01 // towards 0, so that rare signs stay small; of 0.003, 0.01 and 0.03 the one that foretells unseen articles best
const folds = 5

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
    bias += (0.6 * pace * slopeOfBias) / rows.length
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
  `quotes-polnear: confidence of quotes\n${reliability(judgeAll().filter(({ isFound }) => isFound))}`

const fitAnew = (): void => {
  const judged = judgeAll()
  const judgedBy = (model: Model, rows: readonly Judged[]) =>
    rows
      .filter(({ isFound }) => isFound)
      .map(({ signs, isRight }) => ({ confidence: confidenceBy(model, signs), isRight }))
  const unseen = Array.from({ length: folds }, (_, fold) => {
    const model = fitModel(judged.filter(row => row.article % folds !== fold))
    return judgedBy(
      model,
      judged.filter(row => row.article % folds === fold),
    )
  }).flat()
  const whole = fitModel(judged)
  console.log(`weights from four fifths, on the fifth they have not seen:\n${reliability(unseen)}`)
  console.log(`weights from all, on all:\n${reliability(judgedBy(whole, judged))}`)
  writeWeights(whole)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!existsSync(goldFile))
    console.error('calibration: no annotated set beside the project; nothing was measured')
  else if (process.argv.includes('--fit')) fitAnew()
  else console.log(quoteReliability())
}
