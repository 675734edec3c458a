/**
 * What kind of text it is, where that changes which sentences may tell it in short.
 *
 *   3 sentences in all                       short: all of them, if they fit
 *   bullet points                            list: what introduces them
 *   10:45 a.m. — …  9:30 a.m. — …            live: what stands above the entries, or the newest ones
 *   Q: How did it begin?                     interview: what introduces it; answers have no speaker of their own
 *   Lions 17  Bears 3                        table: its rows are left out
 *
 * Anecdotal leads have no rule: the ranker weighs the lead against the rest, and docs/summary.md shows what that does.
 */
import type { Block } from '../../content-schema/article.ts'
import type { ArticleForm } from '../../content-schema/summary.ts'
import type { Reading } from '../text/reading.ts'
import type { Story } from './open-story.ts'
import type { StorySentence } from './story-sentences.ts'

export interface FormReading {
  readonly form: ArticleForm
  /** Sentences that may tell it in short; null: all. */
  readonly mayTell: ReadonlySet<number> | null
}

export const fewestSentences = 4 // with fewer there is nothing to choose
const fewestEntries = 3
const fewestIntroWords = 15

export const readForm = (reading: Reading, story: Story): FormReading => {
  const { sentences, dependence } = story
  if (sentences.length < fewestSentences)
    return toForm('short', `${sentences.length} sentences tell it: there is nothing to choose from.`, null)
  return (
    liveUpdates(reading, sentences) ??
    interview(reading, sentences) ??
    table(sentences, dependence) ??
    list(reading, sentences) ??
    toForm('report', 'Sentences are weighed against the lead.', null)
  )
}

const toForm = (
  kind: ArticleForm['kind'],
  why: string,
  mayTell: ReadonlySet<number> | null,
): FormReading => ({ form: { kind, why }, mayTell })

/** "10:45 a.m. —", "14:32 GMT", "9 p.m. ET:" at the beginning of a paragraph. */
const timestamp =
  /^\(?(?:(\d{1,2})[:.](\d{2})\s?([ap])?\.?m?\.?|(\d{1,2})\s?([ap])\.?m\.?)(?:\s[A-Z]{2,4}\b)?\s?[):—–-]{0,3}(?=\s|$)/i

/** Few paragraphs do, and the long expression need not be built for the others. */
const beginsWithNumber = /^\(?\d/

/** Minutes since midnight, or null where the paragraph opens with no time. */
const minutesAt = (text: string): number | null => {
  const match = beginsWithNumber.test(text) ? timestamp.exec(text) : null
  if (!match) return null
  const hour = Number(match[1] ?? match[4]) % ((match[3] ?? match[5]) ? 12 : 24)
  const isAfternoon = (match[3] ?? match[5] ?? 'a').toLowerCase() === 'p'
  return (hour + (isAfternoon ? 12 : 0)) * 60 + Number(match[2] ?? 0)
}

const liveUpdates = (reading: Reading, sentences: readonly StorySentence[]): FormReading | null => {
  const entries: { k: number; minutes: number }[] = []
  let k = 0
  for (const { start } of reading.blocks) {
    const minutes = minutesAt(reading.text.slice(start, start + longestTimestamp))
    if (minutes === null) continue
    while (k < sentences.length && (sentences[k]?.start ?? 0) < start) k++
    if (k < sentences.length) entries.push({ k, minutes })
  }
  const first = entries[0]
  if (!first || entries.length < fewestEntries) return null
  const intro = range(0, first.k)
  if (wordsOf(sentences, intro) >= fewestIntroWords)
    return toForm(
      'live',
      `${entries.length} entries with a time: told by what stands above them.`,
      new Set(intro),
    )
  const rising = entries.filter(({ minutes }, i) => i > 0 && minutes > (entries[i - 1]?.minutes ?? 0))
  const isOldestFirst = rising.length > (entries.length - 1) / 2
  const newest = isOldestFirst ? entries.slice(-fewestEntries) : entries.slice(0, fewestEntries)
  const why = `${entries.length} entries with a time, ${isOldestFirst ? 'oldest' : 'newest'} first: told by the first sentences of the newest.`
  return toForm('live', why, new Set(newest.map(entry => entry.k)))
}
const longestTimestamp = 40

const longestQuestion = 400 // characters; a longer paragraph that ends in "?" is prose

const isQuestion = (text: string, { start, end }: Block): boolean =>
  /^Q[:.]/.test(text.slice(start, start + 2)) ||
  (end - start <= longestQuestion && /\?["'”’)]?\s*$/.test(text.slice(Math.max(start, end - 4), end)))

const interview = (reading: Reading, sentences: readonly StorySentence[]): FormReading | null => {
  const blocks = reading.blocks.filter(({ kind }) => kind !== 'headline' && kind !== 'standfirst')
  const questions = blocks.filter(block => isQuestion(reading.text, block))
  const first = questions[0]
  if (!first || questions.length < fewestEntries || questions.length * 4 < blocks.length) return null
  const intro = range(0, sentences.length).filter(k => (sentences[k]?.start ?? 0) < first.start)
  if (wordsOf(sentences, intro) < fewestIntroWords) return null
  return toForm('interview', `${questions.length} questions: told by what introduces them.`, new Set(intro))
}

/** "- Crail", "• Crail", "3. Crail", "3) Crail" */
const isItem = (text: string, block: Block | undefined): boolean =>
  block !== undefined &&
  (block.kind === 'listItem' || /^(?:[-–*•·]|\d{1,2}[.)])\s/.test(text.slice(block.start, block.start + 4)))

const list = (reading: Reading, sentences: readonly StorySentence[]): FormReading | null => {
  const prose: number[] = []
  sentences.forEach((sentence, k) => {
    if (!isItem(reading.text, reading.blocks[sentence.block])) prose.push(k)
  })
  const items = sentences.length - prose.length
  if (items < fewestEntries || items * 2 < sentences.length) return null
  if (wordsOf(sentences, prose) < fewestIntroWords) return null
  return toForm(
    'list',
    `${items} of ${sentences.length} sentences are list items: told by the others.`,
    new Set(prose),
  )
}

const table = (sentences: readonly StorySentence[], dependence: Story['dependence']): FormReading | null => {
  const prose = range(0, sentences.length).filter(k => !dependence[k]?.isTableRow)
  const rows = sentences.length - prose.length
  if (rows < fewestEntries || rows * 3 < sentences.length || prose.length === 0) return null
  return toForm(
    'table',
    `${rows} of ${sentences.length} lines are rows of figures: told by the others.`,
    new Set(prose),
  )
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

const wordsOf = (sentences: readonly StorySentence[], which: readonly number[]): number =>
  which.reduce((sum, k) => sum + (sentences[k]?.words ?? 0), 0)
