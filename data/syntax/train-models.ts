/**
 * Trains the lexicon, the tagger and the parser of core/syntax. Same sentences and seed, same models.
 *
 * The parser learns from tags as the tagger will give them: each quarter of the text is tagged by a tagger that was
 * trained on the other three. It follows its own mistakes, so that it learns to go on from them.
 */

import { universalTags } from '../../core/syntax/inventory.ts'
import { emptyWorkspace, newSyntax, type Syntax } from '../../core/syntax/run-syntax.ts'
import { learnHabits } from './learn-habits.ts'
import { classesOf, learnLexicon, listClasses } from './learn-lexicon.ts'
import type { TrainingSentence } from './read-treebank.ts'
import { trainParser } from './train-parser.ts'
import { crossTag, trainTagger } from './train-tagger.ts'
import type { Job, TrainingOptions } from './training-job.ts'

export const trainSyntax = (
  sentences: readonly TrainingSentence[],
  copies: readonly TrainingSentence[],
  options: TrainingOptions,
): Syntax => {
  const classes = listClasses(sentences)
  const lexicon = learnLexicon(sentences, classes, options.log)
  const all = [...sentences, ...copies]
  const gold = all.map(sentence => classesOf(sentence, classes))
  const job: Job = { space: emptyWorkspace(), lexicon, sentences: all, gold, options }
  const tagger = trainTagger(job, classes.names.length, () => true)
  options.log(`tagger: ${tagger.size} rows`)
  const tags = crossTag(job, classes.names.length)
  const { moves, labels } = trainParser(job, tags)
  options.log(`parser: ${moves.size} rows for moves, ${labels.size} for relations`)
  const models = {
    lexicon,
    tagger: tagger.pack(options.tagRows, options.least),
    moves: moves.packMoves(options.moveRows),
    labels: labels.pack(options.labelRows, options.least),
    habits: null,
  }
  const pennOfClass = Uint8Array.from(classes.names, pair => Math.floor(pair / universalTags.length))
  const universalOfClass = Uint8Array.from(classes.names, pair => pair % universalTags.length)
  const syntax = newSyntax(models, pennOfClass, universalOfClass)
  return { ...syntax, habits: learnHabits(syntax, sentences) }
}
