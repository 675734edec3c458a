/**
 * What the tagger's names are short of or have too much of, mended by what can be seen in the article.
 *
 *   "[Taoiseach Mary Rourke]" -> "Mary Rourke";  "[US Defense] Secretary" -> no name;  "[Rourke] regime" -> the person
 *
 * Small rules in order, each over all names. Places and other names are left as they are but for what becomes a
 * person's or an organisation's. Not done: names that the tagger has cut in the middle of a word of their own.
 */
import type { Reading } from '../text/reading.ts'
import { cutTails } from './cut-tails.ts'
import { joinParticles } from './join-particles.ts'
import type { Lexicon } from './lexicon.ts'
import { nameByApposition } from './name-by-apposition.ts'
import { nameByList } from './name-by-list.ts'
import { nameByNoun } from './name-by-noun.ts'
import { addAcronyms, addNamedAgain, agreeOnKind } from './named-again.ts'
import { nameMedia } from './news-media.ts'
import type { NameSpan } from './tag-names.ts'
import { trimNames } from './trim-names.ts'

export interface NameContext {
  readonly reading: Reading
  readonly lexicon: Lexicon
}

type Mend = (context: NameContext, spans: readonly NameSpan[]) => readonly NameSpan[]

const mends: readonly Mend[] = [
  nameMedia,
  nameByList,
  nameByNoun,
  nameByApposition,
  trimNames,
  joinParticles,
  cutTails,
  agreeOnKind,
  addNamedAgain,
  addAcronyms,
]

export const mendNames = (
  reading: Reading,
  spans: readonly NameSpan[],
  lexicon: Lexicon,
): readonly NameSpan[] => {
  const context = { reading, lexicon }
  return mends.reduce((mended, mend) => mend(context, mended), spans)
}
