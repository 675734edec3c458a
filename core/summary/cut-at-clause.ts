/**
 * A sentence made shorter by leaving out its end, at a clause border, so that nothing is said that it does not say.
 *
 *   The ferry sank off Leith on Monday, after its engine room had flooded overnight.
 *                                     ^ cut here
 *   The ferry was seaworthy on Monday, the company said.
 *                                     ^ never: who says it would be lost
 *
 * Knows no grammar: a border is a semicolon, or a comma before a word that opens a clause, behind a finite verb.
 */

import type { DisplayEdit, SentenceDisplay } from '../../content-schema/summary.ts'
import { hasLetterOrDigit, isAscii } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { applyEdits, sortEdits } from './display-edits.ts'
import { isGuarded } from './guarded-words.ts'
import type { StorySentence } from './story-sentences.ts'

const fewestWordsKept = 8
const clauseOpeners: ReadonlySet<string> = new Set(
  'which who whose where when after before since as following including with amid because'.split(' '),
)
const mostTokens = 400 // looked at for a border

const wordAt = (reading: Reading, i: number): string =>
  reading.text.slice(reading.tokens.starts[i], reading.tokens.ends[i])

/** "was", "sank", "resigned"; not "sinking". A participle ("men arrested") is taken for one. */
const isFiniteVerb = (word: string): boolean => {
  const lower = word.toLowerCase()
  if (finiteVerbs.has(lower)) return true
  return lower.endsWith('ed') && (isAscii(lower) ? /^[a-z]{4,}$/ : /^\p{L}{2,}ed$/u).test(lower)
}
const finiteVerbs: ReadonlySet<string> = new Set(
  `is are was were be been has have had will did does do said says told made makes took takes won lost left came
   went gave found held led met hit struck began rose fell broke sank fled died shot put set cut sent built bought
   sold paid ran became got kept saw spoke wrote grew stood drew threw brought thought knew`.split(/\s+/),
)

const beginsAsWord = (word: string): boolean =>
  hasLetterOrDigit(String.fromCodePoint(word.codePointAt(0) ?? 32))

/**
 * The display of one sentence with its end cut away at a clause border, in at most that many words; null where no
 * border serves: one inside a quotation or a bracket, or with a guarded word behind it, never does.
 */
export const cutAtClause = (
  reading: Reading,
  sentence: StorySentence,
  display: SentenceDisplay,
  mostWords: number,
): SentenceDisplay | null => {
  const { firstToken, endToken } = sentence
  const stop = endToken - 1
  if (!/^[.!]$/.test(wordAt(reading, stop))) return null
  const kept = Math.max(lastGuarded(reading, sentence), lastGoingOn(reading, sentence))
  const last = Math.min(stop, firstToken + mostTokens)
  let [words, depth, hasVerb, best] = [0, 0, false, -1]
  for (let i = firstToken; i < last && words <= mostWords; i++) {
    const word = wordAt(reading, i)
    depth = depthAfter(word, depth)
    if (beginsAsWord(word)) words++
    if (depth > 0) continue
    if (isFiniteVerb(word)) hasVerb = true
    const opens = word === ';' || (word === ',' && clauseOpeners.has(wordAt(reading, i + 1).toLowerCase()))
    if (opens && hasVerb && words >= fewestWordsKept && i > kept) best = i
  }
  if (best < 0) return null
  const cut: DisplayEdit = {
    kind: 'delete',
    start: reading.tokens.starts[best] ?? 0,
    end: reading.tokens.starts[stop] ?? 0,
    why: 'clause',
  }
  const edits = sortEdits([
    ...display.edits.filter(edit => (edit.kind === 'insert' ? edit.at <= cut.start : edit.end <= cut.start)),
    cut,
  ])
  return { text: applyEdits(reading.text, sentence, edits), edits }
}

/** Where the main clause goes on for the last time behind a comma: "the man, who was hurt, died". */
const lastGoingOn = (reading: Reading, { firstToken, endToken }: StorySentence): number => {
  for (let i = endToken - 2; i >= firstToken; i--) {
    if (wordAt(reading, i) === ',' && isFiniteVerb(wordAt(reading, i + 1))) return i
  }
  return firstToken - 1
}

/** The last token that guards everything before it against a cut. */
const lastGuarded = (reading: Reading, { firstToken, endToken }: StorySentence): number => {
  for (let i = endToken - 1; i >= firstToken; i--) {
    if (isGuarded(wordAt(reading, i))) return i
  }
  return firstToken - 1
}

/** How many brackets are open; a straight mark opens and closes, a curved one says which. */
const depthAfter = (mark: string, depth: number): number => {
  if (/^(?:[([“«]|``)$/.test(mark)) return depth + 1
  if (/^(?:[)\]”»]|'')$/.test(mark)) return Math.max(0, depth - 1)
  return mark === '"' ? (depth > 0 ? depth - 1 : depth + 1) : depth
}
