import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Finding, segments } from '../../client/segments.ts'

const text = 'Ana Ruiz left Kyiv for Lviv.'
const ana = { name: 'Ana', mentions: [{ start: 0, end: 8 }] }
const kyiv = { name: 'Kyiv', mentions: [{ start: 14, end: 18 }] }
const whole = { content: [{ start: 0, end: 28 }], kind: 'direct' }
const split = {
  content: [
    { start: 0, end: 3 },
    { start: 23, end: 27 },
  ],
}

const shown = (findings: readonly Finding[], within?: { start: number; end: number }) =>
  segments(text, findings, within).map(segment => [
    segment.text,
    segment.findings.map(finding => findings.indexOf(finding)),
  ])

describe('segments', () => {
  it.each([
    ['nothing', [], [[text, []]]],
    [
      'one place',
      [kyiv],
      [
        ['Ana Ruiz left ', []],
        ['Kyiv', [0]],
        [' for Lviv.', []],
      ],
    ],
    ['a finding over all', [whole], [[text, [0]]]],
    [
      'one inside another',
      [whole, kyiv],
      [
        ['Ana Ruiz left ', [0]],
        ['Kyiv', [0, 1]],
        [' for Lviv.', [0]],
      ],
    ],
    [
      'a finding in two parts',
      [split],
      [
        ['Ana', [0]],
        [' Ruiz left Kyiv for ', []],
        ['Lviv', [0]],
        ['.', []],
      ],
    ],
    [
      'two that begin together',
      [ana, split],
      [
        ['Ana', [0, 1]],
        [' Ruiz', [0]],
        [' left Kyiv for ', []],
        ['Lviv', [1]],
        ['.', []],
      ],
    ],
    [
      'a span of your own',
      [{ start: 4, end: 8 }],
      [
        ['Ana ', []],
        ['Ruiz', [0]],
        [' left Kyiv for Lviv.', []],
      ],
    ],
  ] as const)('of %s', (_, findings, expected) => {
    expect(shown(findings)).toEqual(expected)
  })

  it('of a paragraph hold only what stands in it, with the offsets of the text', () => {
    expect(shown([whole, kyiv], { start: 9, end: 16 })).toEqual([
      ['left ', [0]],
      ['Ky', [0, 1]],
    ])
    expect(segments(text, [kyiv], { start: 9, end: 16 })[1]).toMatchObject({ start: 14, end: 16 })
  })

  const anySpan = fc
    .tuple(fc.nat(28), fc.nat(28))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  const anyFindings = fc.array(
    fc.array(anySpan, { maxLength: 4 }).map(mentions => ({ mentions })),
    { maxLength: 8 },
  )

  it('joined are the text, in order, none empty', () => {
    fc.assert(
      fc.property(anyFindings, findings => {
        const parts = segments(text, findings)
        expect(parts.map(part => part.text).join('')).toBe(text)
        expect(parts.every(part => part.text.length > 0)).toBe(true)
      }),
    )
  })

  it('carry at every unit just the findings that stand there', () => {
    fc.assert(
      fc.property(anyFindings, fc.nat(27), (findings, at) => {
        const here = segments(text, findings).find(part => part.start <= at && at < part.end)
        const standing = findings.filter(({ mentions }) =>
          mentions.some(({ start, end }) => start <= at && at < end),
        )
        expect(here?.findings).toEqual(standing)
      }),
    )
  })
})
