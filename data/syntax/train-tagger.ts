/**
 * Trains the tagger, and tags the training text by taggers that have not seen it.
 */
import { anyClass } from '../../core/syntax/lexicon.ts'
import { tagFeatures } from '../../core/syntax/tag-features.ts'
import { margin } from '../../core/syntax/word-forms.ts'
import { countFeatures, countNothing, greatest, LinearTrainer, rivalOf } from './linear-trainer.ts'
import { type Job, openShare, read, seededRandom, shuffled, spareRows } from './training-job.ts'

export const trainTagger = (
  job: Job,
  classes: number,
  isMine: (sentence: number) => boolean,
): LinearTrainer => {
  const { options, space, lexicon, sentences, gold } = job
  const random = seededRandom(options.seed)
  const mine = sentences.map((_, s) => s).filter(isMine)
  const counts = countNothing()
  for (const s of mine) {
    const sentence = sentences[s]
    if (!sentence) continue
    const count = read(job, sentence)
    space.classes.set(gold[s] ?? [])
    for (let i = 0; i < count; i++) {
      countFeatures(
        counts,
        space.features,
        tagFeatures(space.words, lexicon, space.classes, { i, out: space.features }),
      )
    }
  }
  const trainer = new LinearTrainer(classes, counts, options.fewest)
  const closing = Math.ceil(options.tagEpochs * openShare)
  for (let epoch = 0; epoch < options.tagEpochs; epoch++) {
    if (epoch === closing) trainer.keep(options.tagRows * spareRows)
    let wrong = 0
    let all = 0
    for (const k of shuffled(mine.length, random)) {
      const s = mine[k] ?? 0
      const sentence = sentences[s]
      if (!sentence) continue
      all += read(job, sentence)
      wrong += learnTags(job, trainer, gold[s] ?? new Uint8Array(0))
    }
    options.log(`tagger epoch ${epoch + 1}: ${((100 * wrong) / all).toFixed(2)} % wrong`)
  }
  return trainer
}

const tagMargin = 30 // right by less is not right enough: the weights move as if it had been wrong

const learnTags = (job: Job, trainer: LinearTrainer, gold: Uint8Array): number => {
  const { space, lexicon } = job
  const { words, classes, features } = space
  let wrong = 0
  for (let i = 0; i < gold.length; i++) {
    const right = gold[i] ?? 0
    const fixed = lexicon.fixed[words.entry[i + margin] ?? 0] ?? anyClass
    if (fixed !== anyClass) {
      classes[i] = fixed
      continue
    }
    const n = tagFeatures(words, lexicon, classes, { i, out: features })
    const scores = trainer.score(features, n)
    trainer.tick()
    const chosen = greatest(scores)
    classes[i] = chosen
    if (chosen !== right) wrong++
    const rival = chosen === right ? rivalOf(scores, right) : chosen
    if ((scores[right] ?? 0) - (scores[rival] ?? 0) < tagMargin) trainer.update(features, n, right, rival)
  }
  return wrong
}

const folds = 4
const foldSentences = 64 // in a row, so that one document is mostly in one fold; fewer where there are few
const crossEpochs = 3 // the folds' taggers need not be the best, only honest

export const crossTag = (job: Job, classes: number): Uint8Array[] => {
  const { sentences, options, lexicon, space } = job
  const inRow = Math.max(1, Math.min(foldSentences, Math.floor(sentences.length / (4 * folds))))
  const foldOf = (s: number): number => Math.floor(s / inRow) % folds
  const tags: Uint8Array[] = sentences.map(() => new Uint8Array(0))
  for (let fold = 0; fold < folds; fold++) {
    const trainer = trainTagger(
      {
        ...job,
        options: { ...options, tagEpochs: Math.min(crossEpochs, options.tagEpochs), log: () => undefined },
      },
      classes,
      s => foldOf(s) !== fold,
    )
    trainer.settle()
    sentences.forEach((sentence, s) => {
      if (foldOf(s) !== fold) return
      const count = read(job, sentence)
      for (let i = 0; i < count; i++) {
        const fixed = lexicon.fixed[space.words.entry[i + margin] ?? 0] ?? anyClass
        const n = tagFeatures(space.words, lexicon, space.classes, { i, out: space.features })
        space.classes[i] = fixed !== anyClass ? fixed : greatest(trainer.score(space.features, n))
      }
      tags[s] = space.classes.slice(0, count)
    })
    options.log(`tagged fold ${fold + 1} of ${folds}`)
  }
  return tags
}
