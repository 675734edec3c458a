/**
 * Which texts of the sources are for learning, for the document pass, and for choosing.
 *
 * Blocks of neighbouring texts stay together, since they come from one document.
 */
import { inTexts } from './make-readings.ts'
import type { TaggedSentence } from './read-training.ts'

type Texts = TaggedSentence[][]
export interface Split {
  readonly learning: ReadonlyMap<string, Texts>
  /** For the weights of the document pass: texts that the first pass has not seen. */
  readonly second: Texts
  /** For choosing, by source. */
  readonly choosing: ReadonlyMap<string, Texts>
}

const textsABlock = 4
/** Sources whose neighbouring sentences tell one story. */
const connected: ReadonlySet<string> = new Set([
  'wikigold',
  'gum_by',
  'redocred_by-sa',
  'gum_wiki_by-sa',
  'crossner_politics_by-sa',
])
const firstNewsText = 74 // gum_by begins with academic texts and interviews; news is what is chosen by

type Part = 'learning' | 'second' | 'choosing'

const partOf = (source: string, text: number): Part => {
  const block = Math.floor(text / textsABlock)
  if (source === 'gum_by' && text < firstNewsText) return 'learning'
  if (connected.has(source) && block % 6 === 5) return 'second'
  if (source === 'gum_by') return block % 3 === 0 ? 'learning' : 'choosing'
  return (source === 'wikigold' || source === 'uner_ewt_by-sa') && block % 6 === 3 ? 'choosing' : 'learning'
}

export const splitSources = (sources: ReadonlyMap<string, readonly TaggedSentence[]>): Split => {
  const learning = new Map<string, Texts>()
  const second: Texts = []
  const choosing = new Map<string, Texts>()
  for (const [source, sentences] of sources) {
    inTexts(sentences).forEach((text, i) => {
      const part = partOf(source, i)
      if (part === 'second') second.push(text)
      else {
        const texts = part === 'learning' ? learning : choosing
        const list = texts.get(source)
        if (list) list.push(text)
        else texts.set(source, [text])
      }
    })
  }
  return { learning, second, choosing }
}
