/**
 * A source without what only stands beside it: when it spoke, what else it did, the word that joins its clause.
 *
 *   but [the aides]      [Ruiz] on Monday      [Hale], speaking on Friday,      [economists] who
 *   unions, farmers, and [many sailors] -> [unions, farmers, and many sailors]
 */
import { type Clause, tagAt, wordAt } from './clause.ts'
import { isPunctuation, isTime, type WordRange } from './noun-phrase.ts'

export const tidySource = (clause: Clause, range: WordRange): WordRange => {
  const from = startOf(clause, range)
  const to = withoutAside(clause, {
    from,
    to: withoutTail(clause, withoutTime(clause, { from, to: range.to })),
  })
  return to > from ? { from, to } : range
}

const joining: ReadonlySet<string> = new Set(
  'but and or so yet while whereas because although though since if unless as after before when how even'.split(
    ' ',
  ),
)

const startOf = (clause: Clause, { from, to }: WordRange): number => {
  let start = from
  if (start < to - 1 && clockTime.test(wordAt(clause, start))) start++
  while (start < to - 1 && (joining.has(wordAt(clause, start)) || isPunctuation(clause, start))) start++
  if (start === from || wordAt(clause, start - 1) !== 'and' || wordAt(clause, from - 1) !== ',') return start
  return listStart(clause, from - 1) ?? start
}

/** example: "10:42" before the first word of a live blog's line */
const clockTime = /^\d{1,2}[:.]\d\d(?:[ap]m)?$/

const longestList = 25

/** Where "unions, farmers, | and" begins: nothing but nouns and commas up to the begin of the sentence. */
const listStart = (clause: Clause, comma: number): number | null => {
  for (let i = comma; i >= Math.max(0, comma - longestList); i--) {
    const isOpen = i > 0 && clause.holes[i] !== 1
    if (
      isOpen &&
      /^(?:N|JJ|DT|CD|POS|PRP\$|,$|IN|HYPH|-)/.test(tagAt(clause, i)) &&
      !joining.has(wordAt(clause, i))
    )
      continue
    const first = joining.has(wordAt(clause, i)) ? i + 1 : i
    const isNominal = /^(?:N|JJ|DT|CD|PRP\$)/.test(tagAt(clause, first))
    return isNominal && (first === 0 || i === 0 || clause.holes[first] === 1) && first < comma ? first : null
  }
  return null
}

/** "Ruiz on Monday" -> "Ruiz" */
const withoutTime = (clause: Clause, { from, to }: WordRange): number => {
  let end = to
  while (end - 1 > from && isTime(clause, end - 1) && !/^(?:PRP\$|DT)$/.test(tagAt(clause, end - 2))) end--
  if (end < to && end - 1 > from && /^(?:on|in|late|early|earlier)$/.test(wordAt(clause, end - 1))) end--
  if (/^VB[DN]$/.test(tagAt(clause, end - 1))) return to // "a study published on Tuesday"
  return end
}

/** "economists who" -> "economists" */
const withoutTail = (clause: Clause, to: number): number => {
  let end = to
  while (end > 1 && /^(?:WP|WDT|CC)$/.test(tagAt(clause, end - 1))) end--
  return end
}

/** "Hale, speaking on Friday," "Hale, in contrast," "Hale, asked why," -> "Hale" */
const withoutAside = (clause: Clause, { from, to }: WordRange): number => {
  for (let i = from + 1; i < to - 1; i++) {
    if (wordAt(clause, i) !== ',') continue
    const next = tagAt(clause, i + 1)
    const isAside =
      /^(?:VBG|WRB)$/.test(next) ||
      (next === 'IN' && !/^(?:of|from)$/.test(wordAt(clause, i + 1))) ||
      /^(?:asked|contacted|reached|pressed|also|then|meanwhile|however|too|instead)$/.test(
        wordAt(clause, i + 1),
      )
    if (isAside) return i
  }
  return to
}
