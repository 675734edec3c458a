/**
 * Reads tab-separated tables of ours in data/sources: lines that begin with # are remarks.
 *
 *   readTable('countries.tsv') -> [['AD', '42.5', '1.5', '', 'Andorran,Andorrans'], …]
 */
import { readFileSync } from 'node:fs'

export const readTable = (file: string): string[][] =>
  readFileSync(new URL(`./sources/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t'))

/** The parts of a cell: "a,b" -> ["a", "b"]. */
export const partsOf = (cell: string | undefined, mark = ','): string[] =>
  (cell ?? '')
    .split(mark)
    .map(part => part.trim())
    .filter(Boolean)
