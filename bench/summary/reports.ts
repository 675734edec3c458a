/**
 * What each feature brings, and how the ranker copes with other forms of the same text: tables for docs/summary.md.
 */
import type { SummaryModel } from '../../core/summary/summary-model.ts'
import { openAnnotated, type TextForm } from './annotated.ts'
import { constants, type TrainingSet, unused } from './sets.ts'
import { showGain } from './show-gain.ts'
import { crossModels, foreignModels } from './split-models.ts'
import { type Column, columns, fixedFeatures, type Gain, meanPoints, measureGain } from './training.ts'

const meanOf = (gain: Gain): number => meanPoints(gain).reduce((sum, x) => sum + x / 3, 0)

/** Mean of the three figures on each set, in five folds and from the other collection, without one column at a time. */
export const reportAblation = (sets: readonly TrainingSet[]): void => {
  const row = (label: string, leftOut: readonly Column[], change: Partial<SummaryModel> = {}): void => {
    const folds = crossModels(sets, leftOut).map(model => ({ ...model, ...change }))
    const foreign = foreignModels(sets, leftOut).map(model => ({ ...model, ...change }))
    const cells = sets.flatMap((set, i) => {
      const inFolds = measureGain(set.stories, ({ fold }) => folds[fold] ?? never())
      const fromOther = measureGain(set.stories, () => foreign[i] ?? never())
      return [meanOf(inFolds).toFixed(2), meanOf(fromOther).toFixed(2)]
    })
    console.log(`| ${label} | ${cells.join(' | ')} |`)
  }
  console.log('Mean of the three points above LEAD-3\n')
  console.log(`| | ${sets.map(({ name }) => `${name}, folds | other`).join(' | ')} |`)
  console.log(`|---|${sets.map(() => '---|---|').join('')}`)
  row('as shipped', unused)
  for (const column of columns) {
    if (fixedFeatures.has(column)) continue
    if (unused.includes(column))
      row(
        `with ${column}`,
        unused.filter(name => name !== column),
      )
    else row(`without ${column}`, [...unused, column])
  }
  row('without leadBonus', unused, { leadBonus: 0 })
  row('leadBonus doubled', unused, { leadBonus: constants.leadBonus * 2 })
  row('the lead alone', unused, { leadBonus: Number.POSITIVE_INFINITY })
}

const never = (): never => {
  throw new Error('a fold or a set has no model')
}

const forms: readonly TextForm[] = ['as it stands', 'small letters', 'marks apart', 'a sentence a line']

/** Models learned on the texts as they stand, measured on other forms of the articles that they have not seen. */
export const reportForms = (folds: readonly SummaryModel[], whole: SummaryModel): void => {
  for (const set of ['summary-cnn', 'summary-summeval']) {
    console.log(`\n${set}`)
    for (const form of forms) {
      const gain = measureGain(openAnnotated(set, { form, isBare: true }), ({ fold }) => folds[fold] ?? whole)
      console.log(`  ${form.padEnd(18)} ${showGain(gain)}`)
    }
  }
}
