/**
 * The packed tagger: weights of the features, of one label after another, and the lists.
 *
 *   openTagger(packTagger(parts)) gives the same again
 *
 * Layout: magic, version, counts, scale, the sixteen levels of a weight, transitions and weights of the document pass
 * (float32), weights (four bits), keys of the rows, lexicon.
 */
import { labelCount } from './chain.ts'
import { evidenceWeightCount } from './evidence.ts'
import { rowBits } from './feature-table.ts'
import { openKeys, packKeys } from './key-set.ts'
import { type Lexicon, openLexicon } from './lexicon.ts'
import { indexRows, type RowIndex } from './row-index.ts'
import { openWeights, packWeights, type RowWeights, weightBytes } from './row-weights.ts'

const magic = 0x47544443 // "CDTG"
const version = 3
export const levelCount = 16
const headerBytes = 20 + levelCount
const denseCount = labelCount * labelCount + evidenceWeightCount

export interface Tagger {
  readonly version: number
  readonly rows: RowIndex
  /** labelCount weights a row, as whole numbers; times `scale` they are scores. */
  readonly weights: RowWeights
  readonly scale: number
  /** Score of label `to` after label `from` at [from * labelCount + to]; -Infinity where barred. */
  readonly transitions: Float64Array
  /** The same as exponentials. */
  readonly transitionWeights: Float64Array
  /** Weights of the document pass. */
  readonly evidence: Float64Array
  readonly lexicon: Lexicon
}

export interface TaggerParts {
  /** Row numbers in rising order. */
  readonly rows: ArrayLike<number>
  /** The level of every weight, labelCount a row. */
  readonly weights: Uint8Array
  /** Sixteen weights as whole numbers. */
  readonly levels: Int8Array
  readonly scale: number
  readonly transitions: ArrayLike<number>
  readonly evidence: ArrayLike<number>
  readonly lexicon: Uint8Array
}

export const packTagger = (parts: TaggerParts): Uint8Array => {
  const keys = packKeys(parts.rows, rowBits)
  const transitionBytes = denseCount * 4
  const bytes = new Uint8Array(
    headerBytes + transitionBytes + keys.length + weightBytes(parts.rows.length) + parts.lexicon.length,
  )
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, version, true)
  view.setUint32(8, parts.rows.length, true)
  view.setUint32(12, parts.lexicon.length, true)
  view.setFloat32(16, parts.scale, true)
  for (let i = 0; i < levelCount; i++) view.setInt8(20 + i, parts.levels[i] ?? 0)
  for (let i = 0; i < labelCount * labelCount; i++) {
    view.setFloat32(headerBytes + i * 4, parts.transitions[i] ?? 0, true)
  }
  for (let i = 0; i < evidenceWeightCount; i++) {
    view.setFloat32(headerBytes + (labelCount * labelCount + i) * 4, parts.evidence[i] ?? 0, true)
  }
  let at = headerBytes + transitionBytes
  bytes.set(packWeights(parts.weights), at)
  at += weightBytes(parts.rows.length)
  bytes.set(keys, at)
  at += keys.length
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
  const weightsAt = headerBytes + denseCount * 4
  const keysAt = weightsAt + weightBytes(count)
  const lexiconAt = keysAt + (1 << (rowBits - 8)) + count
  if (bytes.length !== lexiconAt + lexiconBytes) {
    throw new Error(`tagger: ${lexiconAt + lexiconBytes} bytes expected, got ${bytes.length}`)
  }
  const levels = Int8Array.from({ length: levelCount }, (_, i) => view.getInt8(20 + i))
  const transitions = new Float64Array(labelCount * labelCount)
  for (let i = 0; i < transitions.length; i++) transitions[i] = view.getFloat32(headerBytes + i * 4, true)
  const evidence = new Float64Array(evidenceWeightCount)
  for (let i = 0; i < evidence.length; i++) {
    evidence[i] = view.getFloat32(headerBytes + (labelCount * labelCount + i) * 4, true)
  }
  return {
    version,
    evidence,
    rows: indexRows(openKeys(bytes.subarray(keysAt, lexiconAt), rowBits), rowBits),
    weights: openWeights(bytes.subarray(weightsAt, keysAt), count, levels),
    scale: view.getFloat32(16, true),
    transitions,
    transitionWeights: transitions.map(Math.exp),
    lexicon: openLexicon(bytes.subarray(lexiconAt)),
  }
}
