/**
 * Whether what is shown of a summary is what the article says: every sentence, less the listed deletions, plus the listed
 * insertions, and nothing left out or put in that could turn it round.
 *
 *   delete "not " …              -> inconsistent: a guarded word is lost
 *   insert " [Ana Ruiz]" from a span that says "Tom Hale"   -> not-verbatim
 *
 * Needs nothing but the text and the document.
 */

import type { Problem } from '../../content-schema/problem.ts'
import type { DisplayEdit, SentenceDisplay, Summary } from '../../content-schema/summary.ts'
import { hasLetterOrDigit } from '../text/character-class.ts'
import { applyEdits, placeOf } from './display-edits.ts'
import { guardedWordIn } from './guarded-words.ts'

interface Shown {
  readonly start: number
  readonly end: number
  readonly display?: SentenceDisplay | undefined
}

/** Every claim of display forms and lengths that the text does not bear out. */
export const verifyDisplays = (text: string, summary: Summary): Problem[] => {
  const problems = summary.sentences.flatMap((sentence, i) =>
    verifyShown(text, sentence, `summary.sentences[${i}].display`),
  )
  for (const [name, extract] of Object.entries(summary.lengths ?? {})) {
    if (!extract) continue
    const path = `summary.lengths.${name}`
    extract.sentences.forEach((sentence, i) => {
      problems.push(...verifyShown(text, sentence, `${path}.sentences[${i}].display`))
    })
    const joined = extract.sentences.map(({ display }) => display.text).join(' ')
    if (joined !== extract.text)
      problems.push(
        problem('inconsistent', `${path}.text`, 'is not its displayed sentences, joined by a blank.'),
      )
  }
  return problems
}

const problem = (code: Problem['code'], path: string, what: string): Problem => ({
  code,
  path,
  message: `${path} ${what}`,
})

const verifyShown = (text: string, { start, end, display }: Shown, path: string): Problem[] => {
  if (!display) return []
  if (!(start >= 0 && start <= end && end <= text.length))
    return [problem('misplaced', path, `is of a sentence from ${start} to ${end}, outside the text.`)]
  let at = start
  for (const edit of display.edits) {
    const from = placeOf(edit)
    const to = edit.kind === 'delete' ? edit.end : edit.at
    if (from < at || to < from || to > end)
      return [
        problem(
          'misplaced',
          path,
          `edits ${from} to ${to}, outside its sentence or before the edit ahead of it.`,
        ),
      ]
    at = to
  }
  const found = display.edits.flatMap(edit => verifyEdit(text, edit, path))
  if (applyEdits(text, { start, end }, display.edits) !== display.text)
    found.push(
      problem(
        'not-verbatim',
        path,
        `shows ${JSON.stringify(display.text.slice(0, 80))}, which its edits do not give.`,
      ),
    )
  return found
}

/** "but" and "however" guard a clause, and are what a link is. */
const links =
  /^(?:however|but|and|meanwhile|moreover|furthermore|additionally|besides|nevertheless|nonetheless|also)\s?,?\s*$/i
const secondAttribution = /^\s?,\s+(?:he|she|they|it)\s+said\s?$/

const verifyEdit = (text: string, edit: DisplayEdit, path: string): Problem[] => {
  if (edit.kind === 'insert') return verifyInsert(text, edit, path)
  const deleted = text.slice(edit.start, edit.end)
  if (edit.why === 'link' && links.test(deleted)) return []
  if (edit.why === 'attribution' && secondAttribution.test(deleted)) return []
  if (edit.why === 'capital' && deleted.length === 1) return []
  const lost = guardedWordIn(deleted)
  const isAllowed = edit.why === 'dateline' || edit.why === 'timestamp' || edit.why === 'clause'
  if (isAllowed && lost === null) return []
  return [
    problem(
      'inconsistent',
      path,
      `leaves out ${JSON.stringify(lost ?? deleted.slice(0, 40))} as a ${edit.why}.`,
    ),
  ]
}

const verifyInsert = (
  text: string,
  edit: Extract<DisplayEdit, { kind: 'insert' }>,
  path: string,
): Problem[] => {
  if (edit.why === 'capital') {
    const isCapital = edit.source === null && edit.text === text.charAt(edit.at - 1).toUpperCase()
    return isCapital
      ? []
      : [problem('not-verbatim', path, `inserts ${JSON.stringify(edit.text)} as a capital letter.`)]
  }
  if (edit.why === 'stop') {
    const isStop = edit.source === null && edit.text === '.' && hasLetterOrDigit(text.charAt(edit.at - 1))
    return isStop
      ? []
      : [problem('not-verbatim', path, `inserts ${JSON.stringify(edit.text)} as a full stop.`)]
  }
  const said = edit.source ? text.slice(edit.source.start, edit.source.end) : ''
  if (said !== '' && (edit.text === ` [${said}]` || edit.text === ` [${said}’s]`)) return []
  return [
    problem(
      'not-verbatim',
      path,
      `inserts ${JSON.stringify(edit.text)}, but its source says ${JSON.stringify(said)}.`,
    ),
  ]
}
