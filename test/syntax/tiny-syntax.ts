/** A syntax trained on the tiny treebank: for tests of the machinery, not of English. */
import type { Syntax } from '../../core/syntax/syntax.ts'
import { parseTreebank } from '../../data/syntax/read-treebank.ts'
import { trainSyntax } from '../../data/syntax/train-models.ts'
import { tinyTreebank } from './tiny-treebank.ts'

export const trainTinySyntax = (seed = 1): Syntax =>
  trainSyntax(parseTreebank(tinyTreebank(6)), [], {
    seed,
    tagEpochs: 5,
    parseEpochs: 12,
    fewest: 2,
    tagRows: 600,
    moveRows: 4000,
    labelRows: 1500,
    least: 0.03,
    log: () => undefined,
  })
