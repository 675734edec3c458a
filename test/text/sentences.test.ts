import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { openReading } from '../../core/text/reading.ts'

const sentencesOf = (text: string): string[] => {
  const reading = openReading(text, [{ kind: 'paragraph', start: 0, end: text.length }])
  return reading.sentences.map(sentence => text.slice(sentence.start, sentence.end))
}

describe('sentences', () => {
  // [sentences, joined by a blank] -> the same sentences
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['a full stop', ['The road is shut.', 'Nobody knows why.']],
    ['a title before a name', ['Gov. Lee met Dr. Ana Ruiz.', 'They spoke.']],
    ['initials', ['J.R.R. Moss and A. B. Cole left.', 'It rained.']],
    ['a country with stops, going on', ['The U.S. Army came to the U.S. border.']],
    ['a country with stops, ending', ['She moved to the U.S.', 'The rest stayed.']],
    ['a time of day', ['It began at 5 p.m. Tuesday.', 'It ended at 6 a.m.', 'The crowd went home.']],
    ['a state after a town', ['He lives in Mobile, Ala., with a dog.', 'It barks.']],
    ['a company', ['Acme Inc. fell 3%.', 'Roe Corp.', 'The rest rose.']],
    ['a number', ['The index rose 1.5 to 1,204.7.', 'No. 3 fell.']],
    ['closing marks belong to the sentence', ['“We will go.”', 'They went.']],
    ['a report after a question', ['“Why?” she asked.', 'Nobody answered.']],
    ['a report by name after a question', ['“Really?” Ana Ruiz asked.', '“Yes!” said Tom.']],
    ['several sentences in one quotation', ['"I went.', 'I saw," he said.']],
    ['single marks', ["'It rained.'", "'It will rain again,' said Lee."]],
    ['an ellipsis that goes on', ['He waited … and left.', 'It was… late.']],
    [
      'no capitals',
      ['the bridge fell.', 'nobody was hurt, mr. lee said.', '"why?" she asked.', 'nobody knows ... yet.'],
    ],
    [
      'no capitals, marks apart',
      ['the u.s. army left .', "`` we will go , '' j. moss said .", "he did n't ."],
    ],
    ['brackets', ['It rained. (It always does.)'.slice(0, 10), '(It always does.)', 'We left.']],
  ]
  it.each(cases)('%s', (_what, sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences)
  })

  it('ends at the border of a block, full stop or not', () => {
    const text = 'Floods in Leeds\n\nTwo bridges fell.'
    const reading = openReading(text, [
      { kind: 'headline', start: 0, end: 15 },
      { kind: 'paragraph', start: 17, end: text.length },
    ])
    expect(reading.sentences.map(s => [s.block, text.slice(s.start, s.end)])).toEqual([
      [0, 'Floods in Leeds'],
      [1, 'Two bridges fell.'],
    ])
  })

  it('survives any string: sentences are in order, inside the text, and cover every token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const { tokens, sentences } = openReading(text, [{ kind: 'paragraph', start: 0, end: text.length }])
        let token = 0
        for (const sentence of sentences) {
          expect(sentence.firstToken).toBe(token)
          expect(sentence.start).toBe(tokens.starts[sentence.firstToken])
          expect(sentence.end).toBe(tokens.ends[sentence.endToken - 1])
          token = sentence.endToken
        }
        expect(token).toBe(tokens.count)
      }),
    )
  })
})
