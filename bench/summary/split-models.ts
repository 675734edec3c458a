/**
 * Models that have not seen what they will be measured on: by fold, and by collection.
 */
import type { SummaryModel } from '../../core/summary/summary-model.ts'
import { foldCount } from './annotated.ts'
import { constants, lambda, type TrainingSet, unused } from './sets.ts'
import { type Column, train } from './training.ts'

const lessonsOf = (sets: readonly TrainingSet[]) =>
  sets.filter(({ weight }) => weight > 0).map(set => [set.lessons, set.weight] as const)

export const wholeModel = (sets: readonly TrainingSet[], leftOut: readonly Column[] = unused): SummaryModel =>
  train(lessonsOf(sets), constants, { lambda, leftOut })

/** For each fold, the model of the other four. */
export const crossModels = (
  sets: readonly TrainingSet[],
  leftOut: readonly Column[] = unused,
): SummaryModel[] =>
  Array.from({ length: foldCount }, (_, skipFold) =>
    train(lessonsOf(sets), constants, { lambda, leftOut, skipFold }),
  )

/** For each set, the model of the other collections. */
export const foreignModels = (
  sets: readonly TrainingSet[],
  leftOut: readonly Column[] = unused,
): SummaryModel[] =>
  sets.map(({ collection }) =>
    wholeModel(
      sets.filter(set => set.collection !== collection),
      leftOut,
    ),
  )
