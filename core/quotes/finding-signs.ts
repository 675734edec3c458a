/**
 * What is known of a finding that tells how likely it is right: signs with a weight each in confidence-weights.ts.
 *
 *   "Ruiz said it works."   -> rule clause-subject · name name · source capital · takes q · takes c · starts pronoun …
 *
 * Only forms and places are signs (how long, where, what kind of word begins it), never a word of any text. All can be read
 * from the finding and the article, so that bench/calibration.ts can weigh them.
 */
import type { Assertion, Quote } from '../../content-schema/quote.ts'
import type { Span } from '../../content-schema/span.ts'
import { isDigitAt, isLetterAt, isUpperAt } from '../text/character-class.ts'
import { type CueVerb, cueVerbOf, isAuxiliary } from './cue-lexicon.ts'

export interface Finding {
  readonly by: string
  readonly kind: Quote['kind']
  readonly content: readonly Span[]
  readonly cue: Span | null
  readonly assertion: Assertion
  /** Where the speaker stands, and what kind it is; null for nobody. */
  readonly speaker: { readonly mention: Span | null; readonly kind: string } | null
}

export const signsOf = (text: string, finding: Finding): readonly string[] => {
  const signs = signsOfRule(finding)
  const mention = finding.speaker?.mention ?? null
  if (finding.speaker !== null && mention !== null)
    signs.push(`speaker ${finding.speaker.kind}`, ...signsOfSource(text, mention))
  if (finding.cue !== null)
    signs.push(...signsOfCue(text, finding.cue), ...signsOfGaps(finding.cue, mention, finding))
  signs.push(...signsOfContent(text, finding))
  if (finding.cue === null) signs.push(...signsOfUncued(text, finding))
  if (finding.assertion !== 'asserted') signs.push(`assertion ${finding.assertion}`)
  return signs
}

/** The parts of a rule's name: "weak-object-subject pronoun" -> weak, object-subject, pronoun. */
const signsOfRule = ({ by, kind }: Finding): string[] => {
  const [rule = '', naming = 'nobody'] = by.split(' ')
  const bare = rule.replace(/^weak-/, '')
  const signs = [`rule ${bare}`, `name ${naming}`, `kind ${kind}`, `${formOf(by)} ${kind}`]
  return bare === rule ? signs : [...signs, 'weak']
}

const formOf = (by: string): string => by.replace(/^weak-/, '').split(/[- ]/)[0] ?? ''

const sourceWords: Readonly<Record<string, string>> = {
  he: 'he',
  she: 'he',
  i: 'we',
  we: 'we',
  you: 'you',
  they: 'they',
  it: 'it',
  his: 'owner',
  her: 'owner',
  their: 'owner',
  its: 'owner',
  my: 'owner',
  our: 'owner',
  your: 'owner',
  who: 'relative',
  which: 'relative',
  that: 'relative',
  whom: 'relative',
  a: 'a',
  an: 'a',
  the: 'the',
}
/** examples: "51 percent of voters", "many", "those surveyed"; not "Ruiz" */
const manyPeople =
  /\d|^(?:some|many|most|more|few|all|both|several|half|one|two|three|voters|people|those|others)\b/
const longSource = 8 // words

const signsOfSource = (text: string, { start, end }: Span): string[] => {
  const written = text.slice(start, end)
  const lower = written.toLowerCase()
  const words = lower.split(/\s+/)
  const first = words[0] ?? ''
  const isWordAlone = words.length === 1 || first === 'a' || first === 'an' || first === 'the'
  const known = isWordAlone ? sourceWords[first] : undefined
  const form = known ?? (manyPeople.test(lower) ? 'many' : isUpperAt(written, 0) ? 'capital' : 'other')
  const signs = [`source ${form}`, `source ${placeOf(text.slice(Math.max(0, start - 15), start))}`]
  if (words.length > longSource) signs.push('source long')
  if (/[a-z]s$/.test(lower) && form !== 'capital' && words.length < 4) signs.push('source plural')
  return signs
}

/** Where a source stands, by the characters before it: first in its sentence, behind a comma or a joining word, elsewhere. */
const placeOf = (before: string): string => {
  if (before === '' || /[\n.!?]["”’]?\s+$/.test(before) || /^\s*$/.test(before)) return 'first'
  if (/,["”’]?\s*$/.test(before)) return 'behind comma'
  return /\b(?:that|which|who|when|if|as|while|because|and|but)\s*$/.test(before) ? 'joined' : 'inside'
}

const signsOfCue = (text: string, { start, end }: Span): string[] => {
  const words = text.slice(start, end).toLowerCase().replaceAll('’', "'").replace(/:$/, '').split(/\s+/)
  const verb = verbIn(words)
  const takes = verb?.found.takes ?? ''
  const signs = takes === '' ? ['takes none'] : [...takes].map(letter => `takes ${letter}`)
  signs.push(`form ${formOfVerb(verb?.word ?? words[words.length - 1] ?? '')}`)
  const first = words[0] ?? ''
  if (words.length > 1) {
    const group = groups.find(([, opens]) => opens.test(first))
    if (group !== undefined) signs.push(`cue ${group[0]}`)
    if (cueVerbOf(words[words.length - 1] ?? '') === undefined) signs.push('cue particle')
  }
  return signs
}

const groups: readonly (readonly [name: string, opens: RegExp])[] = [
  ['passive', /^(?:is|are|was|were|be|been|being|'s)$/],
  ['modal', /^(?:would|could|should|might|may|will|can|must|'d|'ll)$/],
  ['perfect', /^(?:has|have|had|'ve)$/],
  ['do', /^(?:do|does|did)$/],
  ['infinitive', /^to$/],
]

/** The last verb of saying among the words of a cue, with something that it takes if any has. */
const verbIn = (words: readonly string[]): { word: string; found: CueVerb } | null => {
  let last: { word: string; found: CueVerb } | null = null
  for (const word of words) {
    const found = isAuxiliary(word) ? undefined : cueVerbOf(word)
    if (found !== undefined && (found.takes !== '' || last === null)) last = { word, found }
  }
  return last
}

const formOfVerb = (word: string): string => {
  if (word.endsWith('ing')) return 'ing'
  if (/(?:ed|said|told|wrote|found|thought|felt|knew|saw)$/.test(word)) return 'past'
  return word.endsWith('s') ? 's' : 'bare'
}

/** How far the cue stands from its source and from the words. */
const signsOfGaps = (cue: Span, mention: Span | null, { content }: Finding): string[] => {
  const signs: string[] = []
  if (mention !== null) signs.push(`source gap ${gapBetween(cue, [mention])}`)
  if (content.length > 0) signs.push(`content gap ${gapBetween(cue, content)}`)
  return signs
}

const gapBetween = (cue: Span, spans: readonly Span[]): string => {
  const gap = Math.min(...spans.map(({ start, end }) => Math.max(start - cue.end, cue.start - end)))
  return gap <= 1 ? 'none' : gap <= 3 ? 'mark' : gap < 30 ? 'near' : 'far'
}

const firstWords: readonly (readonly [name: string, words: RegExp])[] = [
  ['that', /^that$/],
  ['to', /^to$/],
  ['question', /^(?:whether|if|how|why|what|who|where|when)$/],
  ['pronoun', /^(?:he|she|they|it|we|i|you|his|her|their|him|them|me|us|himself|herself|themselves|itself)$/],
  ['article', /^(?:a|an|the|this|these|those|no|any|some)$/],
  ['preposition', /^(?:of|for|on|in|at|by|with|about|from|as|against)$/],
]
/** example: "the pier will hold"; "the old pier" has none */
const finiteVerb =
  /\b(?:is|are|was|were|will|would|has|have|had|can|could|should|may|might|must|did|does|do)\b/

const farthestWord = 400 // units: more than enough for seventeen words, which are as many as are told apart

const countWords = (words: string): number => {
  let count = 0
  for (let i = 0; i < words.length; i++) if (isWordAt(words, i) && !isWordBehind(words, i)) count++
  return count
}

const isWordAt = (text: string, i: number): boolean => isLetterAt(text, i) || isDigitAt(text, i)

/** Whether the character before belongs to the same word: "it's", "well-known", "3.5". */
const isWordBehind = (text: string, i: number): boolean =>
  isWordAt(text, i - 1) || ("'’.,-".includes(text.charAt(i - 1)) && isWordAt(text, i - 2))

const signsOfContent = (text: string, { content, kind }: Finding): string[] => {
  const words = content
    .map(({ start, end }) => text.slice(start, Math.min(end, start + farthestWord)))
    .join(' ')
  const first = firstWordOf(words)
  const opening = firstWords.find(([, form]) => form.test(first.toLowerCase()))?.[0]
  const signs = [`${kind === 'indirect' ? 'told' : 'quoted'} length ${lengthOf(countWords(words))}`]
  if (opening !== undefined) signs.push(`starts ${opening}`)
  else if (isUpperAt(first, 0)) signs.push('starts capital')
  if (kind !== 'direct') signs.push(`ends ${endOf(text, content[content.length - 1]?.end ?? 0)}`)
  if (kind === 'indirect') signs.push(finiteVerb.test(words) ? 'has verb' : 'no verb')
  return signs
}

/** examples: "$3,000", "well-known", "it's" */
const firstWordOf = (words: string): string => {
  let start = 0
  while (start < words.length && !isWordAt(words, start) && !'$%'.includes(words.charAt(start))) start++
  let end = start + 1
  while (end < words.length && (isWordAt(words, end) || "'’.,-".includes(words.charAt(end)))) end++
  return words.slice(start, end)
}

const lengthOf = (words: number): string => {
  const border = [1, 2, 4, 8, 16].find(most => words <= most)
  return border === undefined ? 'more' : String(border)
}

const endOf = (text: string, end: number): string => {
  const after = text.slice(end, end + 6)
  if (/^["”’']*\s*(?:[.!?\n]|$)/.test(after)) return 'sentence'
  return /^["”’']*\s*[,;—–]/.test(after) ? 'comma' : 'open'
}

/** What stands around words in marks that no cue reports. */
const signsOfUncued = (text: string, { by, content }: Finding): string[] => {
  const first = content[0]
  if (first === undefined) return []
  const form = formOf(by)
  const words = text.slice(first.start, first.end)
  const before = text.slice(Math.max(0, first.start - 6), first.start)
  return [
    `${form} ${isUpperAt(words, 0) ? 'upper' : 'lower'}`,
    `${form} ${/[.,!?]$/.test(words) ? 'closed' : 'open'}`,
    `${form} behind ${placeOfMark(before)}`,
  ]
}

const placeOfMark = (before: string): string => {
  if (/[:—–-]\s*["“‘']$/.test(before)) return 'colon'
  if (/(?:^|\n)\s*["“‘']$/.test(before)) return 'line'
  return /[.!?]["”’]?\s+["“‘']$/.test(before) ? 'stop' : 'word'
}
