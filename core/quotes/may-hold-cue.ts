/**
 * Whether a sentence without quotation marks can hold a cue at all, told by its words and tags before it is parsed: the
 * tree is what costs most, and one sentence in five that holds a telling word holds it as no cue ("the Claims Board met").
 *
 *   She said it works.          may        The 2031 report has 400 pages.     cannot
 *
 * Says no only where find-cues.ts finds nothing whatever the tree: test/quotes/may-hold-cue.test.ts holds the two together.
 */
import { cueNounOf, cueVerbOf, isCueAdjective, isLinking, isOwnWord, isPastCue } from './cue-lexicon.ts'

export interface TaggedWords {
  readonly count: number
  /** In lower case. */
  readonly word: (i: number) => string
  /** Its Penn tag. */
  readonly tag: (i: number) => string
}

export const mayHoldCue = (words: TaggedWords): boolean => {
  for (let i = 0; i < words.count; i++) if (mayBeCue(words, i)) return true
  return false
}

const mayBeCue = ({ word, tag }: TaggedWords, i: number): boolean => {
  const own = word(i)
  if (isOwnWord(own) || own === 'according') return true
  const tagged = tag(i)
  if (tagged === 'NN' || tagged === 'NNS') {
    if (cueNounOf(own) !== undefined && (isFollowed(word(i + 1)) || word(i + 2) === 'that')) return true
  } else if (tagged === 'JJ' || tagged === 'VBN') {
    if (isCueAdjective(own)) return true
  }
  if (!tagged.startsWith('VB')) return i <= 1 && isPastCue(own)
  const verb = cueVerbOf(own)
  return (
    verb !== undefined &&
    (verb.takes !== '' || verb.particles.some(p => p.word === word(i + 1) || p.word === word(i + 2)))
  )
}

const isFollowed = (next: string): boolean => next === 'that' || isLinking(next)
