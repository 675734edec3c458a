/**
 * The sets that the summary learns from, how much an article of each counts, and what is set by hand.
 */
import { type AnnotatedStory, openAnnotated } from './annotated.ts'
import { type Column, type Constants, type Lessons, takeLessons } from './training.ts'

/** Set by hand after looking at grids of them; docs/summary.md has the figures. */
export const constants: Constants = {
  targetWords: 62, // whole sentences come out at 60 to 65 words in the mean
  slackWords: 14,
  leadBonus: 0.015,
  lengthCharge: 0.04,
}

/** Holds the weights near 0; from a fifth to five times of it the figures are the same within their noise. */
export const lambda = 2e-4

/** Known of each sentence, and of no use: with them the summaries of articles from another collection get worse. */
export const unused: readonly Column[] = ['people', 'places']

export interface TrainingSet {
  readonly name: string
  readonly stories: readonly AnnotatedStory[]
  readonly lessons: Lessons
  /** How much an article counts: one with 11 references says more of what is worth telling. 0: measured only. */
  readonly weight: number
  /** Sets of the same collection share articles; they are held out together. */
  readonly collection: string
}

export const openSets = (options: { isBare: boolean }): TrainingSet[] => {
  const cnn = openAnnotated('summary-cnn', options)
  const summeval = openAnnotated('summary-summeval', options)
  const published = openAnnotated('summary-summeval', { ...options, firstReference: true })
  const toSet = (
    name: string,
    collection: string,
    stories: AnnotatedStory[],
    weight: number,
  ): TrainingSet => ({
    name,
    collection,
    stories,
    weight,
    lessons: takeLessons(stories, constants),
  })
  return [
    toSet('summary-cnn', 'cnn', cnn, 1),
    toSet('summary-summeval', 'summeval', summeval, 8),
    toSet('summary-summeval, the published reference alone', 'summeval', published, 0),
  ]
}
