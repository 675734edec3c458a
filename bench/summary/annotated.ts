/**
 * The annotated sets as the summary's bench needs them: each article opened as the product opens it, and a judge.
 *
 * Variants of a set tell how the ranker copes with other forms of the same text: in small letters, with marks apart,
 * a sentence a line.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleToVariants } from '../../core/article-to-variants.ts'
import { findBlocks } from '../../core/read/find-blocks.ts'
import { openStory, type Story } from '../../core/summary/open-story.ts'
import { openReading } from '../../core/text/reading.ts'
import { loadKnowledge } from '../../data/load-knowledge.ts'
import { type Judge, openJudge, type Rouge, rougeWords, splitAsScorer } from './rouge.ts'

const evalFolder = new URL('../../../shared/eval/data/', import.meta.url).pathname
const cacheFolder = new URL('../../out/summary-cache/', import.meta.url).pathname

export interface AnnotatedStory {
  readonly id: string
  readonly fold: number
  readonly story: Story
  readonly judge: Judge
  readonly lead3: Rouge
  readonly lead3Words: number
}

export type TextForm = 'as it stands' | 'small letters' | 'marks apart' | 'a sentence a line'
export const foldCount = 5

export const hasAnnotated = (): boolean => existsSync(evalFolder)

/** Which of five folds an article is in: by its id, so that it stays there. */
const foldOf = (id: string): number => {
  let hash = 7
  for (const character of id) hash = (hash * 31 + character.charCodeAt(0)) >>> 0
  return hash % foldCount
}

const toForm = (text: string, form: TextForm): string => {
  if (form === 'small letters') return text.toLowerCase()
  if (form === 'marks apart') return text.replace(/([,;:!?"“”()]|\.(?=\s|$))/g, ' $1 ').replace(/ {2,}/g, ' ')
  if (form === 'a sentence a line') return splitAsScorer(text).join('\n')
  return text
}

interface OpenOptions {
  readonly form?: TextForm
  /** Without names, places and quotes. */
  readonly isBare?: boolean
  /** Only the first reference: the one that the publisher wrote, where there are several. */
  readonly firstReference?: boolean
}

/** @returns every article of a set, opened. */
export const openAnnotated = (set: string, options: OpenOptions = {}): AnnotatedStory[] => {
  const form = options.form ?? 'as it stands'
  const lines = readFileSync(join(evalFolder, `${set}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
  const contexts = options.isBare ? [] : loadContexts(set, form, lines)
  return lines.map((line, i) => {
    const row: { id: string; title?: string; text: string; refs: string[] } = JSON.parse(line)
    const text = toForm(row.text, form)
    const reading = openReading(text, findBlocks(text))
    const found = contexts[i] ?? { names: [], places: [], quotes: [] }
    const story = openStory(reading, { headline: row.title ?? '', standfirst: null, ...found })
    const references = options.firstReference ? row.refs.slice(0, 1) : row.refs
    const lead = splitAsScorer(text).slice(0, 3)
    return {
      id: row.id,
      fold: foldOf(row.id),
      story,
      judge: openJudge(
        story.sentences.map(({ start, end }) => text.slice(start, end)),
        references,
      ),
      lead3: openJudge(lead, references).score(lead.map((_, k) => k)),
      lead3Words: rougeWords(lead.join(' ')).length,
    }
  })
}

type Found = Pick<ReturnType<typeof articleToVariants>, 'names' | 'places' | 'quotes'>

/** Names, places and quotes of every article; found once, then read from out/ until `--fresh` is given. */
const loadContexts = (set: string, form: TextForm, lines: readonly string[]): Found[] => {
  const cache = join(cacheFolder, `${set} ${form}.json`.replaceAll(' ', '-'))
  if (existsSync(cache) && !process.argv.includes('--fresh')) return JSON.parse(readFileSync(cache, 'utf8'))
  const knowledge = loadKnowledge()
  const found = lines.map(line => {
    const row: { id: string; title?: string; text: string } = JSON.parse(line)
    const text = toForm(row.text, form)
    const article = {
      id: row.id,
      text,
      blocks: findBlocks(text),
      headline: row.title ?? '',
      standfirst: null,
      dateline: null,
      language: 'en',
    }
    const { names, places, quotes } = articleToVariants(article, knowledge)
    return { names, places, quotes }
  })
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(cache, JSON.stringify(found))
  return found
}
