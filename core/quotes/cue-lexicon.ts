/**
 * The cue words as maps, made once: what a form may be a cue of, and what it takes.
 *
 *   cueVerbOf('quipped') -> { lemma: 'quip', takes: 'q', particles: [] }
 */
import {
  auxiliaries,
  cueAdjectives,
  cueNouns,
  cuePhrases,
  cueVerbs,
  lightVerbs,
  negations,
} from './cue-words.ts'
import { evidenceNouns } from './speaker-words.ts'
import { formsOf } from './verb-forms.ts'

export interface Particle {
  readonly word: string
  readonly takes: string
}

export interface CueVerb {
  readonly lemma: string
  /** Letters of cue-words.ts; "" for a verb that is a cue only with one of its particles. */
  readonly takes: string
  readonly particles: readonly Particle[]
}

const readVerbs = (): ReadonlyMap<string, CueVerb> => {
  const lemmas = new Map<string, { takes: string; particles: Particle[] }>()
  for (const entry of cueVerbs.trim().split(/\s+/)) {
    const [lemma = '', takes = ''] = entry.split(':')
    lemmas.set(lemma, { takes, particles: lemmas.get(lemma)?.particles ?? [] })
  }
  for (const entry of cuePhrases.trim().split(/\s*[|\n]\s*/)) {
    const [phrase = '', takes = ''] = entry.split(':')
    const [lemma = '', word = ''] = phrase.split(' ')
    const verb = lemmas.get(lemma) ?? { takes: '', particles: [] }
    verb.particles.push({ word, takes })
    lemmas.set(lemma, verb)
  }
  const forms = new Map<string, CueVerb>()
  for (const [lemma, { takes, particles }] of lemmas) {
    for (const form of formsOf(lemma)) if (!forms.has(form)) forms.set(form, { lemma, takes, particles })
  }
  return forms
}

const verbs = readVerbs()
const nouns: ReadonlyMap<string, string> = new Map(
  cueNouns
    .trim()
    .split(/\s+/)
    .flatMap(noun => [
      [noun, noun],
      [noun.endsWith('y') && !/[aeo]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`, noun],
    ]),
)
const auxiliaryWords: ReadonlySet<string> = new Set(auxiliaries.split(/\s+/))
const negationWords: ReadonlySet<string> = new Set(negations.split(/\s+/))

/** By its form in lower case. */
export const cueVerbOf = (lower: string): CueVerb | undefined => verbs.get(lower)
/** The noun of saying or thinking, singular, or undefined. */
export const cueNounOf = (lower: string): string | undefined => nouns.get(lower)
export const isAuxiliary = (lower: string): boolean => auxiliaryWords.has(lower)
export const isNegation = (lower: string): boolean => negationWords.has(lower)

const adjectives: ReadonlySet<string> = new Set(cueAdjectives.trim().split(/\s+/))
const lights: ReadonlySet<string> = new Set(lightVerbs.trim().split(/\s+/))
const evidence: ReadonlySet<string> = new Set(evidenceNouns.trim().split(/\s+/))
/** A poll, a study: what they show they tell. */
export const isEvidence = (lower: string): boolean => evidence.has(lower)
export const isCueAdjective = (lower: string): boolean => adjectives.has(lower)
/** A verb that only carries a noun of saying: "made a promise". */
export const isLightVerb = (lower: string): boolean => lights.has(lower)

const cries: ReadonlySet<string> = new Set('chant chants cry cries shout shouts yells calls'.split(' '))
/** "chants of “…”": a noun for what many call out. */
export const isCry = (lower: string): boolean => cries.has(lower)

const linking: ReadonlySet<string> = new Set(
  'of for on about over against to with in toward towards regarding'.split(' '),
)
/** Whether what a noun of saying is about may begin with this word. */
export const isLinking = (lower: string): boolean => linking.has(lower)

const pastForms: ReadonlySet<string> = new Set(
  'said says told wrote thought sang cried swore read spoke'.split(' '),
)
/** A past form of saying that takes a quote. */
export const isPastCue = (lower: string): boolean =>
  (lower.endsWith('ed') || pastForms.has(lower)) && cueVerbOf(lower)?.takes.startsWith('q') === true

/** A verb that reports a quote or a clause and does so nearly always: said, warned; not wrote, found. */
export const isReportVerb = (lower: string): boolean => {
  const takes = cueVerbOf(lower)?.takes ?? ''
  return takes.startsWith('q') && takes.includes('c') && !takes.includes('w')
}

const forums: ReadonlySet<string> = new Set(
  'court courts inquest jury jurors hearing tribunal inquiry magistrates committee panel mps trial'.split(
    ' ',
  ),
)
/** "The court heard that …": before whom something is said. */
export const isForum = (lower: string): boolean => forums.has(lower)

const ownWords: ReadonlySet<string> = new Set(['words', 'word', 'admission', 'account', 'telling'])
/** "in her words", "by her own admission": what with its owner tells whose words stand there. */
export const isOwnWord = (lower: string): boolean => ownWords.has(lower)

const readTellingWords = (): ReadonlySet<string> => {
  const telling = new Set([...nouns.keys(), ...adjectives, ...evidence, 'according', 'heard'])
  for (const [form, { takes, particles }] of verbs)
    if (!takes.includes('w') || particles.length > 0) telling.add(form)
  return telling
}

const tellingWords = readTellingWords()
/** Whether a sentence with this word may report something: a verb that is no weak cue, a noun or an adjective of saying. */
export const isTellingWord = (lower: string): boolean => tellingWords.has(lower)
