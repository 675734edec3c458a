/**
 * Whether a mention is the place itself or who acts for it.
 *
 *   "Moscow said" -> metonymic;  "in Moscow" -> literal
 */
import type { PlaceMention } from '../../content-schema/place.ts'
import type { TokenWords } from './token-words.ts'
import type { Toponym } from './toponym.ts'
import { placePrepositions, speechVerbs } from './word-signs.ts'

const actingVerbs: ReadonlySet<string> = new Set(
  `warned denied rejected agreed announced accused condemned vowed threatened signed wants fears insists claims hopes
   beat defeated lost won plays faced scored demanded urged called imposed withdrew voted supports backs backed opposes`.split(
    /\s+/,
  ),
)

export const mentionKind = (words: TokenWords, toponym: Toponym): NonNullable<PlaceMention['kind']> => {
  const before = words.word(toponym.firstToken - 1).toLowerCase()
  const after = words.word(toponym.endToken)
  if (placePrepositions.has(before) && before !== 'by' && before !== 'with' && before !== 'against')
    return 'literal'
  if (speechVerbs.has(after) || actingVerbs.has(after)) return 'metonymic'
  return 'literal'
}
