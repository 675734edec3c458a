/**
 * Chooses the weights of the summary's ranker on the annotated sets beside the project, and says how well they do on
 * articles and collections that they have not seen.
 *
 *   npm run train:summary              the figures: five-fold, and from one collection to the other
 *   npm run train:summary -- --write   the same, and core/summary/weights.ts
 *   npm run train:summary -- --ablation   what each feature brings: all the figures without it
 *   npm run train:summary -- --forms      the same articles in small letters, with marks apart, a sentence a line
 *   --bare   without names, places and quotes      --fresh   find those anew rather than read them from out/
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { featureNames } from '../core/summary/sentence-features.ts'
import type { SummaryModel } from '../core/summary/summary-model.ts'
import { hasAnnotated } from './summary/annotated.ts'
import { reportAblation, reportForms } from './summary/reports.ts'
import { constants, openSets } from './summary/sets.ts'
import { showGain } from './summary/show-gain.ts'
import { crossModels, foreignModels, wholeModel } from './summary/split-models.ts'
import { measureGain } from './summary/training.ts'

if (!hasAnnotated()) {
  console.error('train:summary: no annotated sets beside the project; nothing was measured')
  process.exit(0)
}
const isBare = process.argv.includes('--bare')
const sets = openSets({ isBare })
const folds = crossModels(sets)
const foreign = foreignModels(sets)
const whole = wholeModel(sets)
console.log('ROUGE-1 / -2 / -Lsum points above LEAD-3\n')
sets.forEach((set, i) => {
  console.log(set.name)
  console.log(`  five-fold         ${showGain(measureGain(set.stories, ({ fold }) => folds[fold] ?? whole))}`)
  console.log(`  other collection  ${showGain(measureGain(set.stories, () => foreign[i] ?? whole))}`)
  console.log(`  seen              ${showGain(measureGain(set.stories, () => whole))}\n`)
})

const rounded = (x: number): number => Number(x.toPrecision(3))

const toSource = (model: SummaryModel): string => {
  const sentence = featureNames.map(name => `    ${name}: ${rounded(model.sentence[name])},`).join('\n')
  return `/**
 * What each feature of a sentence is worth, and how the default summary is chosen. Written by
 * \`npm run train:summary -- --write\`; docs/summary.md says how the figures were chosen and what each of them brings.
 *
 * A weight is in ROUGE points / 100: what a summary gains when all its words have the feature at 1.
 */
import type { SummaryModel } from './summary-model.ts'

export const summaryModel: SummaryModel = {
  sentence: {
${sentence}
  },
  overlap: ${rounded(model.overlap)},
  targetWords: ${constants.targetWords},
  slackWords: ${constants.slackWords},
  leadBonus: ${constants.leadBonus},
  lengthCharge: ${constants.lengthCharge},
}
`
}

if (process.argv.includes('--ablation')) reportAblation(sets)
if (process.argv.includes('--forms')) reportForms(folds, whole)
if (process.argv.includes('--write')) {
  const path = new URL('../core/summary/weights.ts', import.meta.url).pathname
  writeFileSync(path, toSource(whole))
  execFileSync('npx', ['biome', 'check', '--write', path])
  console.log(`wrote ${path}`)
}
