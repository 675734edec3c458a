/**
 * The packed tagger: weights of the features, of one label after another, and the lists.
 *
 *   openTagger(packTagger({ rows, weights, scale, transitions, lexicon })) gives the same again
 *
 * Layout: magic, version, counts, scale, transitions (float32), keys of the rows, weights (int8), lexicon.
 */
import { labelCount } from './chain.ts'
import { rowBits } from './features.ts'
import { type KeySet, openKeys, packKeys } from './key-set.ts'
import { type Lexicon, openLexicon } from './lexicon.ts'

const magic = 0x47544443 // "CDTG"
const version = 1
const headerBytes = 20

export interface Tagger {
  readonly version: number
  readonly rows: KeySet
  /** labelCount weights a row, as whole numbers; times `scale` they are scores. */
  readonly weights: Int8Array
  readonly scale: number
  /** Score of label `to` after label `from` at [from * labelCount + to]; -Infinity where barred. */
  readonly transitions: Float64Array
  /** The same as exponentials. */
  readonly transitionWeights: Float64Array
  readonly lexicon: Lexicon
}

export interface TaggerParts {
  /** Row numbers in rising order. */
  readonly rows: ArrayLike<number>
  readonly weights: Int8Array
  readonly scale: number
  readonly transitions: ArrayLike<number>
  readonly lexicon: Uint8Array
}

export const packTagger = (parts: TaggerParts): Uint8Array => {
  const keys = packKeys(parts.rows, rowBits)
  const transitionBytes = labelCount * labelCount * 4
  const bytes = new Uint8Array(
    headerBytes + transitionBytes + keys.length + parts.weights.length + parts.lexicon.length,
  )
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, version, true)
  view.setUint32(8, parts.rows.length, true)
  view.setUint32(12, parts.lexicon.length, true)
  view.setFloat32(16, parts.scale, true)
  for (let i = 0; i < labelCount * labelCount; i++) {
    view.setFloat32(headerBytes + i * 4, parts.transitions[i] ?? 0, true)
  }
  let at = headerBytes + transitionBytes
  for (const part of [
    keys,
    new Uint8Array(parts.weights.buffer, parts.weights.byteOffset, parts.weights.length),
  ]) {
    bytes.set(part, at)
    at += part.length
  }
  bytes.set(parts.lexicon, at)
  return bytes
}

/** @throws where magic, version or length is not what this code writes. */
export const openTagger = (bytes: Uint8Array): Tagger => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < headerBytes || view.getUint32(0, true) !== magic) {
    throw new Error('tagger: these are not the bytes of a packed tagger; run npm run train')
  }
  const found = view.getUint32(4, true)
  if (found !== version)
    throw new Error(`tagger: version ${version} is read, got version ${found}; run npm run train`)
  const count = view.getUint32(8, true)
  const lexiconBytes = view.getUint32(12, true)
  const keysAt = headerBytes + labelCount * labelCount * 4
  const weightsAt = keysAt + (1 << (rowBits - 8)) + count
  const lexiconAt = weightsAt + count * labelCount
  if (bytes.length !== lexiconAt + lexiconBytes) {
    throw new Error(`tagger: ${lexiconAt + lexiconBytes} bytes expected, got ${bytes.length}`)
  }
  const transitions = new Float64Array(labelCount * labelCount)
  for (let i = 0; i < transitions.length; i++) transitions[i] = view.getFloat32(headerBytes + i * 4, true)
  return {
    version,
    rows: openKeys(bytes.subarray(keysAt, weightsAt), rowBits),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + weightsAt, count * labelCount),
    scale: view.getFloat32(16, true),
    transitions,
    transitionWeights: transitions.map(Math.exp),
    lexicon: openLexicon(bytes.subarray(lexiconAt)),
  }
}
