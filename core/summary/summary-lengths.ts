/**
 * The same article in other lengths: one sentence, three, a push message, as many words as were asked for.
 *
 *   one    "The ferry to Leith sank on Monday."
 *   push   at most 60 words; whole sentences of the summary where they fit, else one cut at a clause border
 */
import type { SentenceDisplay, SummaryExtract, SummaryLengths } from '../../content-schema/summary.ts'
import type { Reading } from '../text/reading.ts'
import type { People } from './antecedent.ts'
import { chooseSentences } from './choose-sentences.ts'
import { cutAtClause } from './cut-at-clause.ts'
import { displaySentence } from './display-sentence.ts'
import { fillBudget } from './fill-budget.ts'
import { mostCandidates, type Story } from './open-story.ts'
import { shownWords } from './shown-words.ts'
import type { SummaryModel } from './summary-model.ts'

/** An article and all that its summaries are chosen by. */
export interface Choosing {
  readonly reading: Reading
  readonly story: Story
  readonly scores: readonly number[]
  readonly model: SummaryModel
  readonly mayTell: ReadonlySet<number>
  readonly people: People
}

export const mostPushWords = 60

/** @param chosen the sentences of the default summary, the most telling first. @param one see chooseOne. */
export const summaryLengths = (
  choosing: Choosing,
  chosen: readonly number[],
  one: number | null,
  budgetWords?: number,
): SummaryLengths => {
  const { story, scores, model, mayTell } = choosing
  const three = chooseSentences(story, scores, model, { mayTell, count: 3 }).chosen
  return {
    one: toExtract(choosing, one === null ? [] : [one]),
    three: toExtract(choosing, three),
    push: pushMessage(choosing, chosen),
    ...(budgetWords === undefined
      ? {}
      : { budget: toExtract(choosing, fillBudget(choosing, Math.max(0, budgetWords))) }),
  }
}

/** The sentence that tells most and needs no other; the first one, unless another is clearly better. */
export const chooseOne = ({
  story,
  scores,
  model,
  mayTell,
}: Omit<Choosing, 'reading' | 'people'>): number | null => {
  const able = [...mayTell].filter(k => k < mostOneLooksAt).sort((a, b) => a - b)
  const alone = able.filter(k => !story.dependence[k]?.leans)
  const first = alone[0] ?? able[0]
  if (first === undefined) return null
  let best = first
  let worth = (scores[first] ?? 0) + (first === able[0] ? oneLeadBonus * model.leadBonus : 0)
  for (const k of alone) {
    if ((scores[k] ?? 0) <= worth) continue
    best = k
    worth = scores[k] ?? 0
  }
  return best
}
const mostOneLooksAt = mostCandidates
/** The first sentence alone is the lead more than ever: three times the bonus keeps it in five of six articles. */
const oneLeadBonus = 3

export const toExtract = (choosing: Choosing, sentences: readonly number[]): SummaryExtract => {
  const shown = new Set(sentences)
  return asExtract(
    choosing,
    sentences.map(k => [k, displayAmong(choosing, k, shown)]),
  )
}

/** Sentence k as it is shown among others. */
export const displayAmong = (
  { reading, story, people }: Pick<Choosing, 'reading' | 'story' | 'people'>,
  k: number,
  shown: ReadonlySet<number>,
): SentenceDisplay => {
  let runStart = k
  while (shown.has(runStart - 1)) runStart--
  return displaySentence(reading, story.sentences, k, people, runStart)
}

const asExtract = (
  { story }: Choosing,
  shown: readonly (readonly [k: number, display: SentenceDisplay])[],
): SummaryExtract => {
  const text = shown.map(([, { text: words }]) => words).join(' ')
  const sentences = shown.flatMap(([k, sentence]) => {
    const { start, end } = story.sentences[k] ?? { start: 0, end: 0 }
    return [{ start, end, display: sentence }]
  })
  return { sentences, text, words: shownWords(text) }
}

const pushMessage = (choosing: Choosing, chosen: readonly number[]): SummaryExtract | null => {
  const taken: number[] = []
  for (const k of [...chosen, ...chosen]) {
    // twice: one that leans may come before what it leans on
    if (taken.includes(k) || (choosing.story.dependence[k]?.leans && !taken.includes(k - 1))) continue
    const more = [...taken, k].sort((a, b) => a - b)
    if (toExtract(choosing, more).words <= mostPushWords) taken.splice(0, taken.length, ...more)
  }
  if (taken.length > 0) return toExtract(choosing, taken)
  for (const k of chosen) {
    const sentence = choosing.story.sentences[k]
    if (!sentence || choosing.story.dependence[k]?.leans) continue
    const whole = displayAmong(choosing, k, new Set())
    const cut = cutAtClause(choosing.reading, sentence, whole, mostPushWords)
    if (cut && shownWords(cut.text) <= mostPushWords) return asExtract(choosing, [[k, cut]])
  }
  const other = fillBudget(choosing, mostPushWords).find(k => !choosing.story.dependence[k]?.leans)
  if (other === undefined) return null
  const extract = toExtract(choosing, [other])
  return extract.words <= mostPushWords ? extract : null
}
