/**
 * A word or words that report, in a clause, and who stands as their source.
 */
import type { WordRange } from './noun-phrase.ts'

export interface Cue {
  readonly head: number
  readonly span: WordRange
  readonly source: WordRange | null
  /** How the source was found: by the grammar, by its place behind the verb, shared with another verb … */
  readonly sourceBy:
    | 'subject'
    | 'inverted'
    | 'shared'
    | 'modified'
    | 'passive'
    | 'phrase'
    | 'owner'
    | 'light'
    | 'adjective'
    | 'none'
  readonly lemma: string
  readonly takes: string
  /** What it reports, where finding the cue has told that too. */
  readonly content?: WordRange
}
