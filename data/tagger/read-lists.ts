/** The lists of names and words beside this file, as entries of the tagger's lexicon. */
import { readFileSync } from 'node:fs'
import { packLexicon, wordClasses } from '../../core/names/lexicon.ts'
import { findTokens } from '../../core/text/tokens.ts'

const lists = [
  ['first-names', wordClasses.firstName],
  ['last-names', wordClasses.lastName],
  ['cities', wordClasses.town],
  ['countries', wordClasses.country],
  ['nationalities', wordClasses.nationality],
  ['roles', wordClasses.role],
  ['groups', wordClasses.group],
  ['words', wordClasses.common],
] as const

export const packLists = (keep: (list: string, entry: string) => boolean = () => true): Uint8Array => {
  const entries: [string[], number][] = []
  for (const [list, bits] of lists) {
    const text = readFileSync(new URL(`./lists/${list}.txt`, import.meta.url), 'utf8')
    for (const entry of text.split('\n')) {
      if (entry === '' || !keep(list, entry)) continue
      const { starts, ends } = findTokens(entry)
      entries.push([Array.from(starts, (start, i) => entry.slice(start, ends[i])), bits])
    }
  }
  return packLexicon(entries)
}
