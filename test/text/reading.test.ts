import { describe, expect, it } from '@jest/globals'
import { openReading } from '../../core/text/reading.ts'

const sentencesOf = (text: string, kind: 'listItem' | 'paragraph' = 'listItem'): string[] => {
  const { sentences } = openReading(text, [{ kind, start: 0, end: text.length }])
  return sentences.map(({ start, end }) => text.slice(start, end))
}

describe('sentences of a list', () => {
  it.each([
    ['• Two people were hurt. One died.', ['Two people were hurt.', 'One died.']],
    ['•Two people were hurt.', ['Two people were hurt.']],
    ['• “It is sad,” he said.', ['“It is sad,” he said.']],
    ['2. No, she said.', ['No, she said.']],
    ['(12) No, she said.', ['No, she said.']],
    ['– No, she said.', ['No, she said.']],
    ['—No, she said.', ['—No, she said.']],
    ['1.5 million people fled.', ['1.5 million people fled.']],
    ['2026. A year begins.', ['2026.', 'A year begins.']],
    ['•', []],
  ])('%j: %j', (text, expected) => expect(sentencesOf(text)).toEqual(expected))

  it('keeps the dash of a paragraph', () => {
    expect(sentencesOf('– No, she said.', 'paragraph')).toEqual(['– No, she said.'])
  })
})
