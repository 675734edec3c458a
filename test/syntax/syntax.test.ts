import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { pennTags, relations, universalTags } from '../../core/syntax/inventory.ts'
import { openSyntax, type Parse, packSyntax, parseTokens, tagWords } from '../../core/syntax/syntax.ts'
import { openReading, type Reading, tokenText } from '../../core/text/reading.ts'
import { parseTreebank } from '../../data/syntax/read-treebank.ts'
import { scoreSyntax } from '../../data/syntax/score-syntax.ts'
import { trainTinySyntax } from './tiny-syntax.ts'
import { tinyTreebank } from './tiny-treebank.ts'

const packed = openSyntax(
  readFileSync(fileURLToPath(new URL('../../data/packed/syntax.bin', import.meta.url))),
)

const read = (text: string): Reading => openReading(text, [{ kind: 'paragraph', start: 0, end: text.length }])
const parseAll = (text: string): { reading: Reading; parse: Parse } => {
  const reading = read(text)
  return { reading, parse: parseTokens(reading, 0, reading.tokens.count, packed) }
}

describe('tags', () => {
  const cases: readonly [string, string][] = [
    ['The council approved the plan.', 'DT NN VBD DT NN .'],
    ['She did not plan to run.', 'PRP VBD RB VB TO VB .'],
    ['Two rivers run past the old mill.', 'CD NNS VBP IN DT JJ NN .'],
    ['Maria Lopez, who runs the shop, was pleased.', 'NNP NNP , WP VBZ DT NN , VBD JJ .'],
    ['HE SAYS THE NEW BRIDGE IS SAFE', 'PRP VBZ DT JJ NN VBZ JJ'],
    ['They haven’t said why.', 'PRP VBP RB VBN WRB .'],
    ['Three of its 14 boats sank in 1987.', 'CD IN PRP$ CD NNS VBD IN CD .'],
    ['“We will rebuild,” he said.', "`` PRP MD VB , '' PRP VBD ."],
    ['', ''],
  ]
  test.each(cases)('%s', (text, expected) => {
    const reading = read(text)
    const tags = tagWords(reading, 0, reading.tokens.count, packed)
    expect([...tags].map(tag => pennTags[tag]).join(' ')).toBe(expected)
  })
})

describe('trees', () => {
  /** Arcs as "word relation head", to be read aloud. */
  const arcs = (text: string): string[] => {
    const { reading, parse } = parseAll(text)
    return [...parse.heads].map((head, i) => {
      const above = head < 0 ? 'ROOT' : tokenText(reading, head)
      return `${tokenText(reading, i)} ${relations[parse.relations[i] ?? 0]} ${above}`
    })
  }
  const cases: readonly [string, string[]][] = [
    [
      'She said the bridge was safe.',
      ['She nsubj said', 'safe ccomp said', 'bridge nsubj safe', 'was cop safe'],
    ],
    ['“The road is closed,” police said.', ['closed ccomp said', 'police nsubj said', 'said root ROOT']],
    ['The minister denied that taxes would rise.', ['rise ccomp denied', 'that mark rise', 'would aux rise']],
    ['The man who called the police left.', ['called acl:relcl man', 'who nsubj called', 'man nsubj left']],
    ['The law was passed by the senate.', ['law nsubj:pass passed', 'senate obl:agent passed']],
    ['He wants to sell his house.', ['sell xcomp wants', 'his nmod:poss house', 'house obj sell']],
    ['The mayor resigned and the council met.', ['met conj resigned', 'council nsubj met', 'and cc met']],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(arcs(text)).toEqual(expect.arrayContaining(expected))
  })
})

/** One root, no circle, and what a token governs is a stretch that holds just its descendants. */
const expectTree = (parse: Parse): void => {
  const count = parse.heads.length
  const ranges = Array.from({ length: count }, (_, i) => ({ first: i, end: i + 1 }))
  let roots = 0
  for (let i = 0; i < count; i++) {
    let at = i
    let steps = 0
    while (at >= 0) {
      const range = ranges[at]
      if (range) ranges[at] = { first: Math.min(range.first, i), end: Math.max(range.end, i + 1) }
      at = parse.heads[at] ?? -1
      expect(++steps).toBeLessThanOrEqual(count)
    }
    if (parse.heads[i] === -1) roots++
    expect(parse.heads[i] === -1).toBe(parse.relations[i] === 0)
  }
  expect(roots).toBe(count === 0 ? 0 : 1)
  expect([...parse.firsts]).toEqual(ranges.map(range => range.first))
  expect([...parse.ends]).toEqual(ranges.map(range => range.end))
}

describe('any text', () => {
  test('gets a tree, the same each time', () => {
    const words = fc.constantFrom(
      'said',
      'the',
      '“',
      '”',
      ',',
      'Ana',
      'THAT',
      'n’t',
      '—',
      '7',
      'who',
      '.',
      '🙂',
      'naïve',
    )
    const prose = fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 })
    fc.assert(
      fc.property(prose, parts => {
        const { reading, parse } = parseAll(parts.join(' '))
        expectTree(parse)
        expect(parse.heads.length).toBe(reading.tokens.count)
        for (const tag of parse.tags) expect(pennTags[tag]).toBeDefined()
        for (const tag of parse.universals) expect(universalTags[tag]).toBeDefined()
        expect(parseTokens(reading, 0, reading.tokens.count, packed)).toEqual(parse)
      }),
      { numRuns: 150 },
    )
  })

  test('gives an earlier parse its own arrays', () => {
    const first = parseAll('The dog barked.').parse
    const before = [...first.heads]
    parseAll('Several other dogs in the yard barked back at it all night long.')
    expect([...first.heads]).toEqual(before)
  })

  test('is parsed from any token to any other', () => {
    const reading = read('He left. She said the bridge was safe. They stayed.')
    const sentence = reading.sentences[1]
    const parse = parseTokens(reading, sentence?.firstToken ?? 0, sentence?.endToken ?? 0, packed)
    expect(parse).toEqual({
      ...parseAll('She said the bridge was safe.').parse,
      firstToken: sentence?.firstToken,
    })
  })

  test('of ten thousand words is one sentence of linear cost', () => {
    const { parse } = parseAll('the mayor of the town that grew and '.repeat(1250))
    expect(parse.heads.length).toBe(10_000)
    expect(parse.heads.filter(head => head === -1)).toHaveLength(1)
  })
})

const bytes = packSyntax(trainTinySyntax())

describe('training', () => {
  const goldenPath = fileURLToPath(new URL('./tiny-syntax.bin', import.meta.url))

  test('from a tiny treebank gives the committed bytes', () => {
    if (process.env.UPDATE === '1') writeFileSync(goldenPath, bytes)
    expect(Buffer.compare(Buffer.from(bytes), readFileSync(goldenPath))).toBe(0)
  })

  test('learns what it was shown', () => {
    const score = scoreSyntax(openSyntax(bytes), parseTreebank(tinyTreebank(1)))
    expect(score.penn).toBeGreaterThan(0.98)
    expect(score.labelled).toBeGreaterThan(0.95)
  })

  test('with another seed gives other weights', () => {
    expect(Buffer.compare(Buffer.from(packSyntax(trainTinySyntax(2))), Buffer.from(bytes))).not.toBe(0)
  })

  test('and opening what was packed gives the same bytes again', () => {
    expect(packSyntax(openSyntax(bytes))).toEqual(bytes)
  })
})

describe('a packed file', () => {
  test('of another version is refused', () => {
    const other = bytes.slice()
    new DataView(other.buffer).setInt32(4, 1, true)
    expect(() => openSyntax(other)).toThrow(/not a packed syntax of version/)
  })
  test.each([0, 4, 11])('of %i bytes is refused', length => {
    expect(() => openSyntax(bytes.slice(0, length))).toThrow(/not a packed syntax/)
  })
  test('that is cut short is refused', () => {
    expect(() => openSyntax(bytes.slice(0, bytes.length - 100))).toThrow(/cut short/)
  })
  test('is read from any place of a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 1)
    larger.set(bytes, 1)
    expect(packSyntax(openSyntax(larger.subarray(1)))).toEqual(bytes)
  })
  test('stays below its ceiling', () => {
    expect(packSyntax(packed).byteLength).toBeLessThan(3_700_000)
  })
})
