/**
 * Text made to take long: ten times as much of it takes about ten times the steps. Steps are counted by V8 itself (how
 * often each block of core/ ran), so that a busy machine changes nothing; seconds are held to a generous bound only,
 * which catches what is not counted (a regular expression that tries again and again).
 */
import { Session } from 'node:inspector'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { articleToVariants } from '../../core/article-to-variants.ts'
import { readHtml } from '../../core/read/html/read-html.ts'
import { readMarkdown } from '../../core/read/markdown/read-markdown.ts'
import { readPlainText } from '../../core/read/read-plain-text.ts'
import { loadKnowledge } from '../../data/load-knowledge.ts'

const knowledge = loadKnowledge()
const session = new Session()

const ask = (method: 'Profiler.enable' | 'Profiler.disable'): void => session.post(method)

/** How often all blocks of core/ ran since it was asked before. */
const takeSteps = (): number => {
  let steps = 0
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error) throw error
    for (const script of coverage.result) {
      if (!/\/core\//.test(script.url)) continue
      for (const { ranges } of script.functions) for (const range of ranges) steps += range.count
    }
  })
  return steps
}

const stepsOf = (work: () => void): { steps: number; seconds: number } => {
  takeSteps()
  const started = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(started)
  return { steps: takeSteps(), seconds: (user + system) / 1e6 }
}

const readAll = (text: string): void => {
  const { blocks, text: read } = readPlainText(text)
  articleToVariants(
    {
      id: 'worst',
      text: read,
      blocks: [...blocks],
      headline: '',
      standfirst: null,
      dateline: null,
      language: 'en',
    },
    knowledge,
  )
}

/** Ten times the text, and a tenth more for tables that double and for what is rounded; what is quadratic takes a hundred. */
const linear = 11
const mostSeconds = 20

beforeAll(() => {
  session.connect()
  ask('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  readAll('“It works,” said Ana Ruiz in Springfield on Monday. She left for Riverton.')
})

afterAll(() => {
  session.post('Profiler.stopPreciseCoverage')
  ask('Profiler.disable')
  session.disconnect()
})

const isHeld = (tenth: () => void, whole: () => void): void => {
  const small = stepsOf(tenth)
  const large = stepsOf(whole)
  expect(small.steps).toBeGreaterThan(0)
  expect(large.steps / small.steps).toBeLessThan(linear)
  expect(large.seconds).toBeLessThan(mostSeconds)
}

describe('steps grow as the text does', () => {
  test.each([
    ['opening quotation marks', '“', 100_000],
    ['straight quotation marks', '"', 100_000],
    ['single quotation marks before letters', "'a ", 20_000],
    ['a word of one letter without a space', 'a', 1_000_000],
    ['one word in capitals', 'Zanzibar ', 50_000],
    ['capitals with commas', 'Paris, Ana Ruiz, ', 3_000],
    ['quotes that open and never close', '“It works, ', 5_000],
    ['quotes in quotes', '“a ‘b ', 8_000],
    ['words of saying', 'said that ', 10_000],
    ['short quotes with a speaker each', '“It works,” said Ana Ruiz. ', 1_500],
    ['paragraphs of one mark', '“\n\n', 50_000],
    ['opening brackets', '((', 20_000],
    ['dashes', '— ', 20_000],
    ['stops', '. ', 10_000],
    ['abbreviations', 'U.S. Gov. ', 2_000],
    ['pronouns that ask who they are', 'Ana Ruiz left. “No,” he said. ', 1_000],
    ['names of places in a chain', 'Springfield of Riverton in ', 1_200],
  ])('%s', (_, unit, times) => {
    isHeld(
      () => readAll(unit.repeat(times / 10)),
      () => readAll(unit.repeat(times)),
    )
  })
})

describe('steps grow as the markup does', () => {
  test.each([
    ['nested elements of HTML', '<div>', 60_000],
    ['nested quotes of HTML', '<blockquote><p>a', 40_000],
    ['elements that are never closed', '<p><b>a ', 40_000],
    ['attributes', '<a href="', 40_000],
  ])('%s', (_, unit, times) => {
    isHeld(
      () => readHtml(unit.repeat(times / 10)),
      () => readHtml(unit.repeat(times)),
    )
  })

  test.each([
    ['nested quotes of Markdown', '> ', 10_000],
    ['brackets of Markdown', '[', 20_000],
    // A tenth of each is cut into pieces already, as all of it is.
    ['runs of emphasis', '***a** _b*c_ ', 250_000],
    ['links that are never closed', '[a](<b "', 400_000],
    ['definitions of links', '[a]: b\n', 400_000],
    ['blocks of HTML in Markdown', '<div>\n\n', 400_000],
    ['rows of a table', 'a|b\n-|-\n', 350_000],
    ['fences', '```\n\n', 600_000],
  ])('%s', (_, unit, times) => {
    isHeld(
      () => readMarkdown(unit.repeat(times / 10)),
      () => readMarkdown(unit.repeat(times)),
    )
  })
})
