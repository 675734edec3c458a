/**
 * Lines that say who speaks before what they say: transcripts and interviews.
 *
 *   RUIZ: We will rebuild.        Q: When?        A: In May.        Ana Ruiz (mayor): We will.
 *
 * A label counts where the text has at least two such lines; one "Note: …" is none. Not done: bold names without a colon.
 */
import type { Span } from '../../content-schema/span.ts'
import { isLetterAt, isSpaceAt, isUpperAt } from '../text/character-class.ts'

export interface TranscriptLine {
  readonly label: Span
  /** The colon. */
  readonly cue: Span
  readonly content: Span
  readonly role: 'name' | 'question' | 'answer'
}

const longestLabel = 60
const mostLabelWords = 6
const labelLinks: ReadonlySet<string> = new Set(['of', 'de', 'van', 'von', 'al', 'bin'])

/** examples: "RUIZ", "Q", "Ana Ruiz (mayor)", "Rep. Ana Ruiz"; not "He said", "Note to editors" */
const isLabel = (label: string): boolean => {
  if (!isUpperAt(label, 0)) return false
  const words = label.replace(/ ?\([^()\n]{1,40}\)$/, '').split(' ')
  return (
    words.length <= mostLabelWords &&
    words.every((word, w) => isNameWord(word) || (w > 0 && labelLinks.has(word)))
  )
}

/** "Ruiz", "O'Neill", "Jean-Paul", "J." */
const isNameWord = (word: string): boolean => {
  if (!isUpperAt(word, 0)) return false
  for (let i = 1; i < word.length; i++)
    if (!isLetterAt(word, i) && !".'’-".includes(word.charAt(i))) return false
  return true
}

const capitals = /^["“]?[\p{Lu}][\p{Lu}.'’ -]+(?:\([^()\n]*\))?$/u
/** Labels that open a line and name nobody. */
const noLabels: ReadonlySet<string> = new Set(
  `note notes update updates correction editor photo photos image video caption source sources read more related watch listen advertisement
   fact facts verdict rating date time where when who what why how price tickets location address phone email website summary conclusion
   bottom line ruling analysis breaking developing live key point points result results score scores final name age job pay city
   subject from to cc re ps`.split(/\s+/),
)

export const findTranscriptLines = (text: string): readonly TranscriptLine[] => {
  const found: TranscriptLine[] = []
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const line = readLine(text, start, end)
    if (line !== null) found.push(line)
    start = end + 1
  }
  return isTranscript(text, found) ? found : []
}

const readLine = (text: string, start: number, end: number): TranscriptLine | null => {
  let from = start
  while (from < end && isSpaceAt(text, from)) from++
  const head = text.slice(from, Math.min(end, from + longestLabel))
  const colon = head.indexOf(':')
  if (colon < 1 || from + colon + 2 > end) return null
  const label = head.slice(0, colon)
  const bare = label.replace(/^["“]/, '')
  if (!isLabel(bare)) return null
  if (noLabels.has(bare.toLowerCase()) || noLabels.has(bare.split(' ')[0]?.toLowerCase() ?? '')) return null
  let content = from + colon + 1
  while (content < end && isSpaceAt(text, content)) content++
  if (content >= end || '"“'.includes(text.charAt(content))) return null
  let last = end
  while (last > content && isSpaceAt(text, last - 1)) last--
  const at = from + colon - bare.length
  const role = bare === 'Q' ? 'question' : bare === 'A' ? 'answer' : 'name'
  return {
    label: { start: at, end: from + colon },
    cue: { start: from + colon, end: from + colon + 1 },
    content: { start: content, end: last },
    role,
  }
}

/** Two lines at least, and either letters for question and answer, capitals, or a label that comes again. */
const isTranscript = (text: string, lines: readonly TranscriptLine[]): boolean => {
  if (lines.length < 2) return false
  const labels = lines.map(({ label }) => text.slice(label.start, label.end))
  const repeats = new Set(labels).size < labels.length
  return repeats || labels.every(label => capitals.test(label) || label === 'Q' || label === 'A')
}
