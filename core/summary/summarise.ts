/**
 * What an article says, in sentences of its own: those that the ranker finds to tell most, or the lead.
 *
 *   62 words of 600: the first sentence, one further down that introduces what the rest is about, one with the figures
 *
 * Nothing is rewritten: each sentence stands in the article, between start and end. Headlines are not sentences, so the
 * words of a headline are never told twice.
 */
import type { Summary, SummarySentence } from '../../content-schema/summary.ts'
import type { Reading } from '../text/reading.ts'
import type { People } from './antecedent.ts'
import { readForm } from './article-form.ts'
import { chooseSentences } from './choose-sentences.ts'
import { openStory, type Story, type StoryContext } from './open-story.ts'
import { countWords } from './story-sentences.ts'
import { type Choosing, chooseOne, displayAmong, summaryLengths } from './summary-lengths.ts'
import { rankSentence, type SummaryModel, scoreSentence } from './summary-model.ts'
import { summaryModel } from './weights.ts'

export interface SummaryContext extends StoryContext, People {}

export interface SummaryOptions {
  /** BCP 47. The ranker is for English; other languages get the lead. Absent: English. */
  readonly language?: string
  /** A summary of at most so much, beside the fixed lengths. */
  readonly budget?: { readonly words: number } | { readonly seconds: number }
}

/** Silent reading of English non-fiction by adults: Brysbaert, Journal of Memory and Language 109 (2019), 104047. */
export const wordsAMinute = 238

const surest = 0.5 // findings that are more likely wrong decide nothing here

export const summarise = (
  reading: Reading,
  context: SummaryContext,
  options: SummaryOptions = {},
): Summary => {
  const isEnglish = /^en\b/i.test(options.language ?? 'en') || options.language === 'und'
  const people = likelyPeople(context)
  const story = openStory(reading, { ...context, ...people })
  const model = isEnglish ? summaryModel : leadOnly
  const scores = story.features.map(features => scoreSentence(features, model))
  const { form, mayTell } = readForm(reading, story)
  const allowed = mayTellOf(story, mayTell)
  const { chosen, isLead } = chooseSentences(story, scores, model, { mayTell: allowed })
  const order = [...chosen].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  const by = !isLead ? 'ranker' : chosen.length === story.sentences.length ? 'whole-article' : 'lead'
  const choosing: Choosing = { reading, story, scores, model, mayTell: allowed, people }
  const one = chooseOne(choosing)
  const oneSentence = story.sentences[one ?? 0]
  const words = countWords(reading, story.content, 0, reading.tokens.count)
  return {
    sentences: chosen.flatMap(k => toSentence(choosing, k, { order, chosen, by })),
    oneSentence: oneSentence ? reading.text.slice(oneSentence.start, oneSentence.end) : '',
    words,
    readingSeconds: Math.round((words / wordsAMinute) * 60),
    lengths: summaryLengths(choosing, order, one, budgetWords(options)),
    form,
  }
}

const budgetWords = ({ budget }: SummaryOptions): number | undefined => {
  if (budget === undefined) return undefined
  return 'words' in budget ? budget.words : Math.floor((budget.seconds * wordsAMinute) / 60)
}

/** No gain outweighs this bonus, so the lead stays. */
const leadOnly: SummaryModel = { ...summaryModel, leadBonus: Number.POSITIVE_INFINITY }

const likelyPeople = ({ names, quotes }: SummaryContext): People => ({
  names: names.filter(({ confidence }) => confidence >= surest),
  quotes: quotes.filter(({ confidence }) => confidence >= surest),
})

/** Sentences that may stand in a summary; all of them, where none may. */
const mayTellOf = (story: Story, byForm: ReadonlySet<number> | null): ReadonlySet<number> => {
  const able = story.sentences.flatMap((_, k) => {
    const { isOrphanQuote, isTableRow } = story.dependence[k] ?? {}
    return isOrphanQuote || isTableRow || (byForm && !byForm.has(k)) ? [] : [k]
  })
  return new Set(able.length > 0 ? able : story.sentences.keys())
}

/** Far finer than it matters, and the same in every engine. */
const rounded = (x: number): number => Math.round(x * 1e5) / 1e5

const toSentence = (
  { reading, story, people, model }: Choosing,
  k: number,
  choice: { order: readonly number[]; chosen: readonly number[]; by: string },
): SummarySentence[] => {
  const sentence = story.sentences[k]
  const features = story.features[k]
  if (!sentence || !features) return []
  const { start, end, words } = sentence
  const { score, parts } = rankSentence(features, model)
  return [
    {
      start,
      end,
      text: reading.text.slice(start, end),
      rank: choice.order.indexOf(k) + 1,
      score: rounded(score),
      by: choice.by,
      words,
      parts: parts.map(({ name, value }) => ({ name, value: rounded(value) })),
      display: displayAmong({ reading, story, people }, k, new Set(choice.chosen)),
    },
  ]
}
