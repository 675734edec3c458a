/**
 * The packed file of the tagger and the parser, written and read. Little-endian, every part on a border of four bytes.
 *
 *   magic "CDSX" · version · number of parts · their lengths in bytes · the parts, in the order of `partsOf`
 *
 * Opening makes views of the parts and reads none of them.
 */

import type { Habits } from './habits.ts'
import type { Lexicon } from './lexicon.ts'
import type { LinearModel } from './linear-model.ts'
import type { MoveModel } from './move-model.ts'
import { newSyntax, type Syntax } from './run-syntax.ts'

const magic = 0x58534443 // "CDSX"
const version = 6
const headWords = 3

export const packSyntax = (syntax: Syntax): Uint8Array => {
  const parts = partsOf(syntax)
  const head = new Int32Array(headWords + parts.length)
  head.set([magic, version, parts.length, ...parts.map(part => part.byteLength)])
  const length = parts.reduce((sum, part) => sum + padded(part.byteLength), head.byteLength)
  const bytes = new Uint8Array(length)
  bytes.set(bytesOf(head))
  let place = head.byteLength
  for (const part of parts) {
    bytes.set(bytesOf(part), place)
    place += padded(part.byteLength)
  }
  return bytes
}

type Part = Int32Array | Uint8Array

const partsOf = (syntax: Syntax): Part[] => [
  syntax.classPenn,
  syntax.classUniversal,
  syntax.lexicon.keys,
  syntax.lexicon.fixed,
  syntax.lexicon.groups,
  ...modelParts(syntax.tagger),
  syntax.moves.displacements,
  syntax.moves.cells,
  ...modelParts(syntax.labels),
  ...(syntax.habits ? habitParts(syntax.habits) : []),
]

const modelParts = (model: LinearModel): Part[] => [
  Int32Array.of(model.classes),
  model.displacements,
  model.cells,
  model.pairs,
]

const habitParts = ({ base, tags, moves, labels, caseLabels }: Habits): Part[] => [
  Int32Array.of(base),
  tags,
  moves,
  labels,
  caseLabels,
]

const padded = (length: number): number => (length + 3) & ~3
const bytesOf = (part: Part): Uint8Array => new Uint8Array(part.buffer, part.byteOffset, part.byteLength)

/** @throws where the bytes are not a packed syntax of this version. */
export const openSyntax = (bytes: Uint8Array): Syntax => {
  // A plain array, not Node's Buffer: code that sees both kinds is slower.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const aligned = plain.byteOffset % 4 === 0 ? plain : plain.slice()
  const next = partReader(aligned)
  const classPenn = next()
  const classUniversal = next()
  const keys = next()
  const lexicon: Lexicon = {
    mask: keys.length / 4 - 1,
    keys: wordsOf(keys),
    fixed: next(),
    groups: next(),
  }
  const models = {
    lexicon,
    tagger: readModel(next),
    moves: readMoves(next),
    labels: readModel(next),
    habits: readHabits(next),
  }
  return newSyntax(models, classPenn, classUniversal)
}

/** Gives the parts one after the other. */
const partReader = (bytes: Uint8Array): (() => Uint8Array) => {
  const head = bytes.byteLength < 4 * headWords ? new Int32Array(headWords) : wordsOf(bytes)
  if ((head[0] ?? 0) !== magic || (head[1] ?? 0) !== version) {
    throw new Error(
      `not a packed syntax of version ${version}: its first words are ${head[0] ?? 0} and ${head[1] ?? 0}; run npm run train:syntax`,
    )
  }
  let part = 0
  let place = 4 * (headWords + (head[2] ?? 0))
  return () => {
    const length = head[headWords + part++] ?? 0
    if (part > (head[2] ?? 0) || place + length > bytes.byteLength) {
      throw new Error(`packed syntax is cut short: part ${part} of ${head[2] ?? 0} ends at ${place + length}`)
    }
    const found = bytes.subarray(place, place + length)
    place += padded(length)
    return found
  }
}

const readModel = (next: () => Uint8Array): LinearModel => ({
  classes: wordsOf(next())[0] ?? 0,
  displacements: next(),
  cells: wordsOf(next()),
  pairs: wordsOf(next()),
})

const readMoves = (next: () => Uint8Array): MoveModel => ({ displacements: next(), cells: wordsOf(next()) })

const readHabits = (next: () => Uint8Array): Habits => ({
  base: wordsOf(next())[0] ?? 0,
  tags: wordsOf(next()),
  moves: wordsOf(next()),
  labels: next(),
  caseLabels: wordsOf(next()),
})

const wordsOf = (part: Uint8Array): Int32Array =>
  new Int32Array(part.buffer, part.byteOffset, Math.floor(part.byteLength / 4))
