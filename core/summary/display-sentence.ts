/**
 * How a sentence of the summary is shown: verbatim but for deletions and insertions that are listed.
 *
 *   LEEDS (AP) — However, she left.   ->   She [Ana Ruiz] left.
 *
 * Deleted are only a dateline or time stamp, a link to a sentence that is not there, and a second "he said"; never a
 * word that turns the sentence round, and never anything inside a quotation. Inserted are only names that the article
 * gives, in brackets.
 */
import type { DisplayEdit, SentenceDisplay } from '../../content-schema/summary.ts'
import { isDigitAt, isLetterAt, isUpperAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { findAntecedent, isPersonalPronoun, type People } from './antecedent.ts'
import { applyEdits, sortEdits } from './display-edits.ts'
import { reportingWords } from './function-words.ts'
import { guardedWordIn } from './guarded-words.ts'
import type { StorySentence } from './story-sentences.ts'

/** Links that may be left out: before a comma, or without one. */
const linksBeforeComma: ReadonlySet<string> = new Set(
  'however meanwhile moreover furthermore additionally besides nevertheless nonetheless also but and'.split(
    ' ',
  ),
)
const linksAlone: ReadonlySet<string> = new Set(['but', 'and'])

/** @param runStart the first of the sentences that are shown without a gap up to this one; k where none is. */
export const displaySentence = (
  reading: Reading,
  story: readonly StorySentence[],
  k: number,
  people: People,
  runStart: number,
): SentenceDisplay => {
  const sentence = story[k]
  if (!sentence) return { text: '', edits: [] }
  const edits: DisplayEdit[] = []
  const begin = reading.tokens.starts[sentence.firstToken] ?? sentence.start
  if (begin > sentence.start && guardedWordIn(reading.text.slice(sentence.start, begin)) === null) {
    const why = isTimestamp(reading, sentence) ? 'timestamp' : 'dateline'
    edits.push({ kind: 'delete', start: sentence.start, end: begin, why })
  }
  const first = runStart < k ? sentence.firstToken : linkEnd(reading, sentence)
  if (first > sentence.firstToken) edits.push(...leaveOutLink(reading, sentence, first))
  edits.push(...nameForPronoun({ reading, story, k, first, people, runStart }))
  edits.push(...secondAttribution(reading, sentence), ...missingStop(reading, sentence))
  const sorted = sortEdits(edits)
  return { text: applyEdits(reading.text, sentence, sorted), edits: sorted }
}

const wordAt = (reading: Reading, i: number): string =>
  reading.text.slice(reading.tokens.starts[i], reading.tokens.ends[i])

const isTimestamp = (reading: Reading, sentence: StorySentence): boolean =>
  /^\d/.test(reading.text.slice(sentence.start, sentence.start + 1))

/** The first token behind a link that may be left out; the first token where there is none. */
const linkEnd = (reading: Reading, { firstToken, endToken }: StorySentence): number => {
  const link = wordAt(reading, firstToken).toLowerCase()
  if (firstToken + 2 >= endToken) return firstToken
  const next = wordAt(reading, firstToken + 1)
  if (next === ',' && linksBeforeComma.has(link)) return firstToken + 2
  return linksAlone.has(link) && /^\p{L}/u.test(next) ? firstToken + 1 : firstToken
}

/** Deletes the link, and makes the next letter a capital. */
const leaveOutLink = (reading: Reading, sentence: StorySentence, first: number): DisplayEdit[] => {
  const start = reading.tokens.starts[sentence.firstToken] ?? 0
  const end = reading.tokens.starts[first] ?? 0
  const letter = reading.text.charAt(end)
  const capital = letter.toUpperCase()
  const link: DisplayEdit = { kind: 'delete', start, end, why: 'link' }
  if (capital === letter || capital.length !== 1 || !isUpperAt(reading.text, start)) return [link]
  return [
    link,
    { kind: 'delete', start: end, end: end + 1, why: 'capital' },
    { kind: 'insert', at: end + 1, text: capital, source: null, why: 'capital' },
  ]
}

interface PronounPlace {
  readonly reading: Reading
  readonly story: readonly StorySentence[]
  readonly k: number
  readonly first: number
  readonly people: People
  readonly runStart: number
}

const farthestName = 2 // sentences back: there the reader has the name in mind

/** " [Ana Ruiz]" behind "She", where neither the sentence nor one shown before it names her. */
const nameForPronoun = ({ reading, story, k, first, people, runStart }: PronounPlace): DisplayEdit[] => {
  const sentence = story[k]
  const at = sentence ? danglingPronoun(reading, sentence, first, people) : null
  if (!sentence || at === null) return []
  const pronoun = { start: reading.tokens.starts[at] ?? 0, end: reading.tokens.ends[at] ?? 0 }
  const antecedent = findAntecedent(reading, story, k, pronoun, people)
  const before = story[Math.max(runStart, k - farthestName)]?.start ?? sentence.start
  if (!antecedent || namesBefore(reading, antecedent.name, before, pronoun.start)) return []
  const isWhose = /^(?:his|her)$/i.test(wordAt(reading, at))
  const text = isWhose ? ` [${antecedent.name}’s]` : ` [${antecedent.name}]`
  return [{ kind: 'insert', at: pronoun.end, text, source: antecedent.source, why: 'name' }]
}

/** Whether the last word of the name stands between two places. */
const namesBefore = (reading: Reading, name: string, start: number, end: number): boolean =>
  reading.text.slice(start, end).includes(name.split(' ').at(-1) ?? name)

/** The pronoun that opens the sentence, or the one that reports its quotation. */
const danglingPronoun = (
  reading: Reading,
  sentence: StorySentence,
  first: number,
  { quotes }: People,
): number | null => {
  if (isPersonalPronoun(wordAt(reading, first))) return first
  for (const { speaker } of quotes) {
    const mention = speaker?.mention
    if (!mention || mention.start < sentence.start || mention.end > sentence.end) continue
    for (let i = first; i < sentence.endToken; i++) {
      if (reading.tokens.starts[i] === mention.start) return isPersonalPronoun(wordAt(reading, i)) ? i : null
    }
  }
  return null
}

/** A full stop where a sentence ends in a word, as a standfirst or a list item does. */
const missingStop = (reading: Reading, { end }: StorySentence): DisplayEdit[] => {
  const isWord = isLetterAt(reading.text, end - 1) || isDigitAt(reading.text, end - 1)
  return isWord ? [{ kind: 'insert', at: end, text: '.', source: null, why: 'stop' }] : []
}

/** ", he said" at the end of a sentence that begins "According to Ruiz, …": deleted, the first one stays. */
const secondAttribution = (reading: Reading, sentence: StorySentence): DisplayEdit[] => {
  const { firstToken, endToken } = sentence
  const stop = endToken - 1
  const [comma, pronoun, verb] = [stop - 3, stop - 2, stop - 1]
  if (comma <= firstToken || wordAt(reading, comma) !== ',' || wordAt(reading, stop) !== '.') return []
  if (!/^(?:he|she|they|it)$/.test(wordAt(reading, pronoun)) || wordAt(reading, verb) !== 'said') return []
  let hasFirst = false
  for (let i = firstToken; i < comma; i++) {
    const word = wordAt(reading, i).toLowerCase()
    if (/^["“”«»`]|^''$/.test(word)) return []
    if (reportingWords.has(word)) hasFirst = true
  }
  if (!hasFirst) return []
  const start = reading.tokens.starts[comma] ?? 0
  return [{ kind: 'delete', start, end: reading.tokens.ends[verb] ?? 0, why: 'attribution' }]
}
