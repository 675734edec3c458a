import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { openSyntax, type Parse, parseTokens } from '../../core/syntax/syntax.ts'
import {
  childrenOf,
  childWith,
  clauseOf,
  hasTag,
  isVerb,
  spanOf,
  subjectOf,
  subtreeOf,
} from '../../core/syntax/tree.ts'
import { openReading, type Reading, tokenText } from '../../core/text/reading.ts'

const syntax = openSyntax(
  readFileSync(fileURLToPath(new URL('../../data/packed/syntax.bin', import.meta.url))),
)

const parse = (text: string): { reading: Reading; parse: Parse; find: (word: string) => number } => {
  const reading = openReading(text, [{ kind: 'paragraph', start: 0, end: text.length }])
  const words = Array.from({ length: reading.tokens.count }, (_, i) => tokenText(reading, i))
  return {
    reading,
    parse: parseTokens(reading, 0, reading.tokens.count, syntax),
    find: word => words.indexOf(word),
  }
}

describe('subjectOf', () => {
  const cases: readonly [string, string, string | null][] = [
    ['The mayor resigned.', 'resigned', 'mayor'],
    ['She came home and slept.', 'slept', 'She'],
    ['They want to leave.', 'leave', 'They'],
    ['The bill was signed.', 'signed', 'bill'],
    ['“We won,” said the coach.', 'said', 'coach'],
    ['Close the door!', 'Close', null],
  ]
  test.each(cases)('%s %s', (text, verb, expected) => {
    const { reading, parse: tree, find } = parse(text)
    const subject = subjectOf(tree, find(verb))
    expect(subject === null ? null : tokenText(reading, subject)).toBe(expected)
  })
})

describe('clauseOf', () => {
  const cases: readonly [string, string, string][] = [
    ['She said the bridge was safe.', 'safe', 'the bridge was safe'],
    ['The mayor resigned and the council met.', 'resigned', 'The mayor resigned'],
    ['The minister denied that taxes would rise.', 'rise', 'that taxes would rise'],
  ]
  test.each(cases)('%s %s', (text, verb, expected) => {
    const { reading, parse: tree, find } = parse(text)
    const span = spanOf(reading, tree, clauseOf(tree, find(verb)))
    expect(text.slice(span.start, span.end)).toBe(expected)
  })
})

test('a tree is walked from the head to its children', () => {
  const { reading, parse: tree, find } = parse('The old farmer sold his two cows.')
  const sold = find('sold')
  expect(isVerb(tree, sold)).toBe(true)
  expect(hasTag(tree, sold, 'VBD')).toBe(true)
  expect(childrenOf(tree, sold).map(child => tokenText(reading, child))).toEqual(['farmer', 'cows', '.'])
  expect(childWith(tree, sold, 'obj')).toBe(find('cows'))
  expect(childWith(tree, sold, 'ccomp', 'xcomp')).toBeNull()
  const { start, end } = spanOf(reading, tree, subtreeOf(tree, find('farmer')))
  expect(reading.text.slice(start, end)).toBe('The old farmer')
})
