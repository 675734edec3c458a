import { describe, expect, it } from '@jest/globals'
import { articleToVariants } from '../../core/article-to-variants.ts'
import { findBlocks } from '../../core/read/find-blocks.ts'
import { loadKnowledge } from '../../data/load-knowledge.ts'

const knowledge = loadKnowledge()
const quotesOf = (text: string) =>
  articleToVariants(
    {
      id: 't',
      text,
      blocks: findBlocks(text),
      headline: '',
      standfirst: null,
      dateline: null,
      language: 'en',
    },
    knowledge,
  ).quotes

describe('long stretches that no cue claims', () => {
  it('are quotes without a speaker', () => {
    const [quote] = quotesOf(
      'The ferry turned back because “the waves were coming over the bridge by then” and the harbour lights had failed.',
    )
    expect([quote?.text, quote?.speaker]).toEqual(['the waves were coming over the bridge by then', null])
  })

  it.each([
    [
      'a heading',
      '“The waves were coming over the bridge by then”\n\nThe ferry turned back before noon on Monday, as it had done all week.',
    ],
  ])('are none where they are %s', (_what, text) => {
    expect(quotesOf(text)).toEqual([])
  })
})

describe('the kind of a report that holds half of a quoted stretch', () => {
  it('is mixed', () => {
    const found = quotesOf(
      'Ruiz said that the town is “a place where the river decides who stays,” and left the hall.',
    )
    expect(found.map(({ kind }) => kind)).toEqual(['mixed'])
  })
})
