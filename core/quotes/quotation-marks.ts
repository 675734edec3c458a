/**
 * Where quotation marks open and close: “…”, "…", „…“, «…», »…«, ‘…’, '…', ``…'', mixed and unbalanced ones.
 *
 *   “I would call it “odd”,” she said.   -> one stretch, the inner pair is part of it
 *   He is 6'2" tall and 'quite' strong.  -> only 'quite'
 *
 * A paragraph that opens and does not close runs to its end; where the next one opens again, it goes on there.
 * Not done: guessing a mark that was forgotten in the middle of a paragraph.
 */
import { isDigitAt, isLetterAt, isSpaceAt, isUpperAt } from '../text/character-class.ts'

/** text.slice(start, end) stands between the marks at `open` and before `close`. */
export interface QuotedStretch {
  /** Where the opening mark stands. */
  readonly open: number
  readonly start: number
  readonly end: number
  /** Behind the closing mark; `end` where there is none. */
  readonly close: number
  readonly isClosed: boolean
  /** It takes up again what the paragraph before it left open. */
  readonly continues: boolean
  readonly isSingle: boolean
  /** A dash opens it: a line of dialogue. */
  readonly isDialogue?: boolean
}

type Mark = 'left' | 'right' | 'either' | 'low' | 'guillemetLeft' | 'guillemetRight'

interface Open {
  readonly at: number
  readonly width: number
  readonly mark: Mark
  depth: number
}

const marks: ReadonlySet<number> = new Set([...'"“”„‟«»‹›‘’‚\'`'].map(mark => mark.charCodeAt(0)))

/** Where the next mark stands in text.slice(from, to), or `to`. */
const nextMark = (text: string, from: number, to: number): number => {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code < 128 ? code === 34 || code === 39 || code === 96 : marks.has(code)) return at
  }
  return to
}

const openBefore = '([{—–-/:>“"‘\'«„…'
const markOf: Readonly<Record<string, Mark>> = {
  '“': 'left',
  '‟': 'left',
  '”': 'right',
  '"': 'either',
  "''": 'either',
  '``': 'left',
  '„': 'low',
  '‚': 'low',
  '«': 'guillemetLeft',
  '‹': 'guillemetLeft',
  '»': 'guillemetRight',
  '›': 'guillemetRight',
}

/** Stretches of the outermost marks in text.slice(from, to), a paragraph at a time, in order. Linear. */
export const findQuotedStretches = (text: string, from = 0, to = text.length): QuotedStretch[] => {
  const found: QuotedStretch[] = []
  let isLeftOpen = false
  let lineStart = from
  while (lineStart < to) {
    let lineEnd = text.indexOf('\n', lineStart)
    if (lineEnd < 0 || lineEnd > to) lineEnd = to
    const before = found.length
    readLine(text, lineStart, lineEnd, isLeftOpen, found)
    const last = found[found.length - 1]
    if (found.length > before) isLeftOpen = last !== undefined && !last.isClosed && !last.isSingle
    else if (hasLetter(text, lineStart, lineEnd)) isLeftOpen = false
    lineStart = lineEnd + 1
  }
  return found
}

const hasLetter = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (isLetterAt(text, i)) return true
  return false
}

const readLine = (
  text: string,
  from: number,
  to: number,
  isLeftOpen: boolean,
  found: QuotedStretch[],
): void => {
  const first = found.length
  let open: Open | null = null
  let singleUntil = from // singles are looked for once a stretch of text, so that many of them cost no more
  const push = (o: Open, end: number, close: number, isClosed: boolean): void => {
    const start = o.at + o.width
    if (!hasLetter(text, start, end)) return
    const continues = isLeftOpen && found.length === first && isBlank(text, from, o.at)
    found.push({ open: o.at, start, end, close, isClosed, continues, isSingle: false })
  }
  for (let next = from, at = nextMark(text, from, to); at < to; at = nextMark(text, next, to)) {
    const width = isDoubled(text, at) ? 2 : 1
    next = at + width
    const mark = markOf[text.slice(at, at + width)]
    if (mark === undefined) {
      if (open !== null || at < singleUntil) continue
      const single = singleAt(text, at, to)
      if (single === null) continue
      singleUntil = single.close
      next = single.close
      if (hasLetter(text, single.start, single.end)) found.push(single)
    } else if (open === null) {
      if (canOpen(text, at, width, mark, from, to)) open = { at, width, mark, depth: 0 }
    } else if (closes(text, at, width, mark, open, to)) {
      if (open.depth > 0) open.depth--
      else {
        push(open, at, at + width, true)
        open = null
      }
    } else if (nests(text, at, width, mark, open, to)) open.depth++
  }
  if (open === null) return
  // a nested pair that did not come out even: the first closing mark behind it ends the stretch after all
  const end = trimmedEnd(text, open.at + open.width, to)
  push(open, end, end, false)
}

const isDoubled = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return (code === 39 || code === 96) && text.charCodeAt(at + 1) === code
}

const isBlank = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!isSpaceAt(text, i)) return false
  return true
}

const trimmedEnd = (text: string, from: number, to: number): number => {
  let end = to
  while (end > from && isSpaceAt(text, end - 1)) end--
  return end
}

const canOpen = (text: string, at: number, width: number, mark: Mark, from: number, to: number): boolean => {
  const isAtEnd = at + width >= to || isBlank(text, at + width, Math.min(to, at + width + 2))
  const touchesWord = at > from && (isLetterAt(text, at - 1) || isDigitAt(text, at - 1))
  if (mark === 'guillemetRight') return !touchesWord && !isSpaceAt(text, at + width) // »German order«
  if (mark === 'left' || mark === 'low' || mark === 'guillemetLeft') return !(touchesWord && isAtEnd)
  if (touchesWord) return false // inches, or a mark that closes nothing
  if (isSpaceAt(text, at + width)) return at > from && isSpaceAt(text, at - 1) && at + width < to
  const before = text.charAt(at - 1)
  if (at === from || isSpaceAt(text, at - 1) || openBefore.includes(before)) return true
  return '.!?'.includes(before) && isUpperAt(text, at + width) // the officials."We were … : a blank was forgotten
}

const closes = (text: string, at: number, width: number, mark: Mark, open: Open, to: number): boolean => {
  if (open.mark === 'guillemetLeft') return mark === 'guillemetRight'
  if (open.mark === 'guillemetRight') return mark === 'guillemetLeft'
  if (mark === 'right') return true
  if (mark === 'either') {
    const isInch = isDigitAt(text, at - 1) && open.mark !== 'either' && isSpaceAt(text, at + 1)
    return !isInch && !nests(text, at, width, mark, open, to)
  }
  if (mark !== 'left') return false
  // “ ends what „ began, and stands for ” where it touches the word before it and nothing behind it
  const touchesBefore = !isSpaceAt(text, at - 1)
  const isFree =
    at + width >= to || isSpaceAt(text, at + width) || ',.;:!?)'.includes(text.charAt(at + width))
  return open.mark === 'low' ? touchesBefore || isFree : touchesBefore && isFree
}

/** A second opening mark behind a blank or a comma, with as many closing marks still to come. */
const nests = (text: string, at: number, width: number, mark: Mark, open: Open, to: number): boolean => {
  if (mark !== 'left' && mark !== 'either' && mark !== open.mark) return false
  if (!isSpaceAt(text, at - 1) || isSpaceAt(text, at + width)) return false
  if (open.depth > 0) return false
  if (mark === 'left' && open.mark === 'either') return true
  return mark === 'left' || open.mark === 'either' ? hasTwoClosers(text, at + width, to) : false
}

const farthestInner = 400 // a quote inside a quote is short; this also keeps the search linear

const hasTwoClosers = (text: string, from: number, to: number): boolean => {
  let closers = 0
  const end = Math.min(to, from + farthestInner)
  for (let i = from; i < end; i++) {
    const character = text.charAt(i)
    if (character !== '"' && character !== '”' && character !== '“') continue
    const isOpener = character === '“' || (isSpaceAt(text, i - 1) && !isSpaceAt(text, i + 1))
    if (isOpener) return false
    closers++
    if (closers === 2) return true
  }
  return false
}

const elisions: ReadonlySet<string> = new Set(
  'cause em til twas tis n round bout cos cuz m ere neath s'.split(' '),
)
const farthestSingle = 2_000 // a quote in single marks of more characters than this is an apostrophe gone astray

/** A pair of single marks that opens here, or null: ‘…’ or '…', not the apostrophes of ’90s and workers’. */
const singleAt = (text: string, at: number, to: number): QuotedStretch | null => {
  const mark = text.charAt(at)
  if (mark !== '‘' && mark !== "'") return null
  if (at > 0 && !isSpaceAt(text, at - 1) && !openBefore.includes(text.charAt(at - 1))) return null
  if (!isLetterAt(text, at + 1) && !'"“[($£€'.includes(text.charAt(at + 1)) && mark !== '‘') return null
  if (isDigitAt(text, at + 1) || isSpaceAt(text, at + 1)) return null
  let wordEnd = at + 1
  while (isLetterAt(text, wordEnd)) wordEnd++
  const word = text.slice(at + 1, wordEnd).toLowerCase()
  const end = singleEnd(text, at + 1, Math.min(to, at + farthestSingle))
  if (end === null || (elisions.has(word) && end > wordEnd + 40)) return null
  return { open: at, start: at + 1, end, close: end + 1, isClosed: true, continues: false, isSingle: true }
}

/** The closing mark: best behind a comma or a stop, else the first that no letter follows and that is no possessive. */
const singleEnd = (text: string, from: number, to: number): number | null => {
  let fallback: number | null = null
  for (let i = from; i < to; i++) {
    const character = text.charAt(i)
    if (character === '‘' || (character === "'" && isSpaceAt(text, i - 1) && isLetterAt(text, i + 1))) break
    if (character !== '’' && character !== "'") continue
    if (isLetterAt(text, i + 1) || isDigitAt(text, i + 1) || isSpaceAt(text, i - 1)) continue
    if (',.!?…'.includes(text.charAt(i - 1))) return i
    const mayBePossessive = (text.charCodeAt(i - 1) | 32) === 115 && isSpaceAt(text, i + 1)
    if (!mayBePossessive) return i
    fallback ??= i
  }
  return fallback
}
