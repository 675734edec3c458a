/**
 * Trains core/syntax and writes data/packed/syntax.bin; or reports how right and how fast the packed one is.
 *
 *   npm run train:syntax                 reads ../shared/training/syntax, three to seven minutes
 *   npm run train:syntax -- --report     accuracy on the two sets that were not trained on, milliseconds an article
 *   npm run train:syntax -- --from DIR --to FILE
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Syntax } from '../core/syntax/run-syntax.ts'
import { openSyntax, packSyntax, parseTokens } from '../core/syntax/syntax.ts'
import { openReading } from '../core/text/reading.ts'
import { readTreebank, type TrainingSentence } from './syntax/read-treebank.ts'
import { scoreSyntax } from './syntax/score-syntax.ts'
import { trainSyntax } from './syntax/train-models.ts'
import { curlQuotes, headlineCopies } from './syntax/vary-sentences.ts'

const trainingFiles = ['gum-open', 'gum-wiki-by-sa', 'ewt-train-by-sa']
const reportedFiles = ['ewt-dev-by-sa', 'test-pud-by-sa']

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const { values } = parseArgs({
  options: {
    report: { type: 'boolean', default: false },
    relations: { type: 'boolean', default: false },
    from: { type: 'string', default: fromHere('../../shared/training/syntax') },
    to: { type: 'string', default: fromHere('./packed/syntax.bin') },
    rows: { type: 'string', default: '45000,183000,91000' },
    least: { type: 'string', default: '0.03' },
    epochs: { type: 'string', default: '6,12' },
  },
})

const log = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
const readSet = (name: string): TrainingSentence[] => readTreebank(join(values.from, `${name}.conllu.gz`))

const train = (): void => {
  const sentences = curlQuotes(trainingFiles.flatMap(readSet))
  const copies = headlineCopies(sentences)
  const [tagRows = 0, moveRows = 0, labelRows = 0] = values.rows.split(',').map(Number)
  const [tagEpochs = 0, parseEpochs = 0] = values.epochs.split(',').map(Number)
  const syntax = trainSyntax(sentences, copies, {
    seed: 1,
    tagEpochs,
    parseEpochs,
    fewest: 3,
    tagRows,
    moveRows,
    labelRows,
    least: Number(values.least),
    log,
  })
  const bytes = packSyntax(syntax)
  writeFileSync(values.to, bytes)
  log(`wrote ${values.to}: ${bytes.byteLength} bytes`)
}

const percent = (share: number): string => (100 * share).toFixed(2).padStart(6)

const report = (): void => {
  const bytes = readFileSync(values.to)
  const syntax = openSyntax(bytes)
  const out = [
    `${values.to.split('/').pop()}: ${bytes.byteLength} bytes`,
    'set              tokens   XPOS   UPOS    UAS    LAS',
  ]
  for (const name of reportedFiles) {
    const score = scoreSyntax(syntax, readSet(name))
    out.push(
      `${name.padEnd(16)} ${String(score.tokens).padStart(6)} ${percent(score.penn)} ${percent(score.universal)} ${percent(score.heads)} ${percent(score.labelled)}`,
    )
    if (!values.relations) continue
    for (const each of score.byRelation) {
      out.push(
        `    ${each.relation.padEnd(16)} ${String(each.count).padStart(6)}  recall ${percent(each.recall)}  precision ${percent(each.precision)}`,
      )
    }
  }
  const { median, fastest } = millisecondsAnArticle(syntax)
  out.push(
    `milliseconds for 600 words, all sentences: median ${median.toFixed(2)}, fastest round ${fastest.toFixed(2)}`,
  )
  process.stdout.write(`${out.join('\n')}\n`)
}

const timedWords = 600
const timedRounds = 200

/** Of many rounds over 600 words of the last reported set, tokens found beforehand. */
const millisecondsAnArticle = (syntax: Syntax): { median: number; fastest: number } => {
  const texts: string[] = []
  let words = 0
  for (const sentence of readSet('test-pud-by-sa')) {
    if (words >= timedWords) break
    texts.push(sentence.text)
    words += sentence.text.split(/\s+/).length
  }
  const text = texts.join('\n')
  let start = 0
  const blocks = texts.map(each => {
    const block = { kind: 'paragraph', start, end: start + each.length } as const
    start += each.length + 1
    return block
  })
  const reading = openReading(text, blocks)
  const times: number[] = []
  for (let round = 0; round < timedRounds; round++) {
    const began = performance.now()
    for (const sentence of reading.sentences)
      parseTokens(reading, sentence.firstToken, sentence.endToken, syntax)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { median: times[timedRounds >> 1] ?? 0, fastest: times[0] ?? 0 }
}

if (!existsSync(values.from)) {
  log(`no treebanks at ${values.from}: say where they are with --from DIR`)
  process.exitCode = 1
} else if (values.report) report()
else {
  train()
  report()
}
