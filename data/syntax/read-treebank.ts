/**
 * Sentences of a treebank in CoNLL-U, cut again as our tokeniser cuts their text, so that the trainer sees what the run
 * time sees.
 *
 *   treebank  can|not      e-mail            12/5
 *   ours      cannot       e | - | mail      12 | / | 5
 *
 * Where ours is the longer, it takes the tag and head of the part that hangs outside; where ours is cut finer, one piece
 * takes the whole's place (the last of a word, else the first) and the others hang on it.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { pennOf, relation, relationOf, universalOf } from '../../core/syntax/inventory.ts'
import { findTokens, type Tokens } from '../../core/text/tokens.ts'

export interface TrainingSentence {
  readonly text: string
  readonly tokens: Tokens
  readonly penn: Uint8Array
  readonly universal: Uint8Array
  /** The sentence's length for the root's head. */
  readonly heads: Int32Array
  readonly relations: Uint8Array
  /** Treebank words, and those of them that are one of our tokens exactly. */
  readonly words: number
  readonly sameWords: number
}

interface TreebankWord {
  readonly form: string
  readonly penn: number
  readonly universal: number
  readonly head: number
  readonly relation: number
  start: number
  end: number
}

/** Reads a gzipped file; sentences whose words are not found in their text are left out. */
export const readTreebank = (path: string): TrainingSentence[] =>
  parseTreebank(gunzipSync(readFileSync(path)).toString('utf8'))

export const parseTreebank = (conllu: string): TrainingSentence[] => {
  const sentences: TrainingSentence[] = []
  for (const block of conllu.split(/\n\n+/)) {
    const sentence = readSentence(block.split('\n'))
    if (sentence) sentences.push(sentence)
  }
  return sentences
}

const readSentence = (lines: readonly string[]): TrainingSentence | null => {
  let text = ''
  const words: TreebankWord[] = []
  const surfaces: { first: number; last: number; form: string }[] = []
  for (const line of lines) {
    if (line.startsWith('# text = ')) text = line.slice(9)
    if (!/^\d/.test(line)) continue
    const [id = '', form = '', , upos = '', xpos = '', , head = '', label = ''] = line.split('\t')
    const range = /^(\d+)-(\d+)$/.exec(id)
    if (range) surfaces.push({ first: Number(range[1]) - 1, last: Number(range[2]) - 1, form })
    else if (/^\d+$/.test(id)) {
      words.push({
        form,
        penn: pennOf(xpos),
        universal: universalOf(upos),
        head: Number(head) - 1,
        relation: relationOf(label),
        start: -1,
        end: -1,
      })
    }
  }
  if (words.length === 0 || !placeWords(text, words, surfaces)) return null
  return recut(text, words)
}

/** Finds every word in the text; the parts of a contraction that is written otherwise share its letters out. */
const placeWords = (
  text: string,
  words: readonly TreebankWord[],
  surfaces: readonly { first: number; last: number; form: string }[],
): boolean => {
  let at = 0
  const take = (form: string): boolean => {
    while (/\s/.test(text.charAt(at))) at++
    return text.startsWith(form, at)
  }
  for (let i = 0; i < words.length; i++) {
    const surface = surfaces.find(each => each.first === i)
    const parts = words.slice(i, surface ? surface.last + 1 : i + 1)
    const form = surface?.form ?? parts[0]?.form ?? ''
    if (!take(form)) return false
    const end = at + form.length
    parts.forEach((word, k) => {
      word.start = Math.min(at, end - 1)
      word.end = k === parts.length - 1 ? end : Math.min(at + word.form.length, end - 1)
      at = word.end
    })
    at = end
    i += parts.length - 1
  }
  return words.every(word => word.end > word.start && word.penn >= 0 && word.relation >= 0)
}

const recut = (text: string, words: readonly TreebankWord[]): TrainingSentence | null => {
  const tokens = findTokens(text)
  const count = tokens.count
  const tokenOf = new Int32Array(words.length) // the token that stands for a word
  const wordOf = new Int32Array(count).fill(-1) // the word whose tag and head a token takes; -1 for a piece
  const pieceOf = new Int32Array(count).fill(-1) // the token that a piece hangs on
  let sameWords = 0
  words.forEach((word, w) => {
    const mine: number[] = []
    for (let t = 0; t < count; t++) {
      if ((tokens.starts[t] ?? 0) < word.end && (tokens.ends[t] ?? 0) > word.start) mine.push(t)
    }
    const single = mine[0] ?? 0
    if (mine.length === 1 && tokens.starts[single] === word.start && tokens.ends[single] === word.end)
      sameWords++
    const chosen = chiefPiece(text, tokens, mine)
    tokenOf[w] = chosen
    for (const t of mine) {
      const other = wordOf[t] ?? -1
      if (t === chosen) {
        if (other < 0 || isInside(words, other, tokens, t)) wordOf[t] = w
        pieceOf[t] = -1
      } else if (other < 0) pieceOf[t] = chosen
    }
  })
  const pieces = { tokenOf, wordOf, pieceOf }
  return assemble(text, tokens, words, { pieces, sameWords })
}

/** The last piece with a letter ("e-mail"), else the first ("12/5"). */
const chiefPiece = (text: string, tokens: Tokens, mine: readonly number[]): number => {
  for (let k = mine.length - 1; k >= 0; k--) {
    if (/\p{L}/u.test(text.slice(tokens.starts[mine[k] ?? 0], tokens.ends[mine[k] ?? 0]))) return mine[k] ?? 0
  }
  return mine[0] ?? 0
}

/** Whether the head of a word lies in the same token, so that another word speaks for the token. */
const isInside = (words: readonly TreebankWord[], w: number, tokens: Tokens, t: number): boolean => {
  const head = words[words[w]?.head ?? -1]
  return head !== undefined && head.start >= (tokens.starts[t] ?? 0) && head.end <= (tokens.ends[t] ?? 0)
}

interface Pieces {
  readonly tokenOf: Int32Array
  readonly wordOf: Int32Array
  readonly pieceOf: Int32Array
}

const assemble = (
  text: string,
  tokens: Tokens,
  words: readonly TreebankWord[],
  { pieces, sameWords }: { pieces: Pieces; sameWords: number },
): TrainingSentence | null => {
  const count = tokens.count
  const penn = new Uint8Array(count)
  const universal = new Uint8Array(count)
  const heads = new Int32Array(count)
  const relations = new Uint8Array(count)
  for (let t = 0; t < count; t++) {
    const chief = pieces.pieceOf[t] ?? -1
    const w = pieces.wordOf[chief >= 0 ? chief : t] ?? -1
    const word = words[w]
    if (!word) return null
    penn[t] = word.penn
    universal[t] = word.universal
    heads[t] = word.head < 0 ? count : (pieces.tokenOf[word.head] ?? 0)
    relations[t] = word.relation
    if (chief < 0) continue
    const isWord = /[\p{L}\p{N}]/u.test(text.slice(tokens.starts[t], tokens.ends[t]))
    const isHyphen = text.charAt(tokens.starts[t] ?? 0) === '-'
    heads[t] = chief
    relations[t] = isWord ? relation(chief > t ? 'compound' : 'flat') : relation('punct')
    if (!isWord) {
      penn[t] = isHyphen ? pennOf('HYPH') : word.penn
      universal[t] = isHyphen ? universalOf('PUNCT') : word.universal
    }
  }
  if (!isTree(heads, count)) return null
  return { text, tokens, penn, universal, heads, relations, words: words.length, sameWords }
}

const isTree = (heads: Int32Array, count: number): boolean => {
  let roots = 0
  for (let t = 0; t < count; t++) {
    if (heads[t] === count) roots++
    let at = t
    for (let steps = 0; at !== count; steps++) {
      if (steps > count) return false
      at = heads[at] ?? count
    }
  }
  return roots === 1
}
