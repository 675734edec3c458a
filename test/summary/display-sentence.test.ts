import { describe, expect, it } from '@jest/globals'
import { displaySentence } from '../../core/summary/display-sentence.ts'
import { openStory } from '../../core/summary/open-story.ts'
import { verifyDisplays } from '../../core/summary/verify-summary.ts'
import { openReading } from '../../core/text/reading.ts'
import { quoteIn, summaryOf } from './read-summary.ts'

/** How the sentence with this number is shown, alone. */
const shown = (text: string, k: number, people: readonly string[] = [], runStart = k): string => {
  const reading = openReading(text, [{ kind: 'paragraph', start: 0, end: text.length }])
  const story = openStory(reading, { headline: '', standfirst: null, names: [], places: [], quotes: [] })
  const names = people.map((name, i) => ({
    id: `n${i}`,
    kind: 'person' as const,
    name,
    role: null,
    mentions: [...text.matchAll(new RegExp(name, 'g'))].map(m => ({
      start: m.index,
      end: m.index + name.length,
    })),
    salience: 1,
    confidence: 0.9,
    by: 'given',
  }))
  return displaySentence(reading, story.sentences, k, { names, quotes: [] }, runStart).text
}

describe('the displayed sentence', () => {
  const datelines: readonly (readonly [string, string])[] = [
    ['LEITH (Reuters) - The ferry sank.', 'The ferry sank.'],
    ['LEITH, Scotland, March 3 (AP) — The ferry sank.', 'The ferry sank.'],
    ['LEITH, May 3 (AP) — The ferry sank.', 'The ferry sank.'],
    ['LEITH, Scotland, 6 May – The ferry sank.', 'The ferry sank.'],
    ['LEITH (MAY 3) — The ferry sank.', 'The ferry sank.'],
    ['FALSE PASS, Alaska (AP) — The ferry sank.', 'FALSE PASS, Alaska (AP) — The ferry sank.'],
    ['(CNN) -- The ferry sank.', 'The ferry sank.'],
    ['(CNN)The ferry sank.', 'The ferry sank.'],
    ['( CNN ) The ferry sank .', 'The ferry sank .'],
    ['( cnn ) the ferry sank .', 'the ferry sank .'],
    ['London (the old town) fell quiet.', 'London (the old town) fell quiet.'],
    ['Leith - a harbour town - fell quiet.', 'Leith - a harbour town - fell quiet.'],
    ['The bill (AP) passed.', 'The bill (AP) passed.'],
  ]
  it.each(datelines)('leaves out a dateline and nothing else: %s', (text, expected) => {
    expect(shown(text, 0)).toBe(expected)
    expect(verifyDisplays(text, summaryOf(text))).toEqual([])
  })

  const links: readonly (readonly [string, string])[] = [
    ['However, the ferry sank.', 'The ferry sank.'],
    ['But the ferry sank.', 'The ferry sank.'],
    ['Meanwhile, 40 people waited.', '40 people waited.'],
    ['But, she said, it sank.', 'She said, it sank.'],
    ['Still, the ferry sank.', 'Still, the ferry sank.'],
    ['So far, the ferry floats.', 'So far, the ferry floats.'],
    ['"But we will not go," the crew said.', '"But we will not go," the crew said.'],
    ['However loud, nobody heard.', 'However loud, nobody heard.'],
  ]
  it.each(links)('leaves out a link to a sentence that is not there: %s', (text, expected) => {
    expect(shown(`It rained. ${text}`, 1)).toBe(expected)
  })

  it('keeps the link where the sentence before it is shown', () => {
    expect(shown('It rained. However, the ferry left.', 1, [], 0)).toBe('However, the ferry left.')
  })

  const pronouns: readonly (readonly [string, string])[] = [
    ['Ana Ruiz left. She was tired.', 'She [Ana Ruiz] was tired.'],
    ['Ana Ruiz left. Her lawyer stayed.', 'Her [Ana Ruiz’s] lawyer stayed.'],
    ['Ana Ruiz left. But she was tired.', 'She [Ana Ruiz] was tired.'],
    ['Ana Ruiz met Tom Hale. She was tired.', 'She was tired.'],
    ['The crowd booed when Ana Ruiz left. She was tired.', 'She was tired.'],
    ['Ana Ruiz’s mother left. She was tired.', 'She was tired.'],
    ['Ana Ruiz left. It was late.', 'It was late.'],
    ['Ana Ruiz left. Nobody saw her.', 'Nobody saw her.'],
  ]
  it.each(pronouns)('names a dangling pronoun only where it is sure: %s', (text, expected) => {
    expect(shown(text, 1, ['Ana Ruiz', 'Tom Hale'])).toBe(expected)
  })

  it('looks past a sentence that opens with the same pronoun', () => {
    expect(shown('Ana Ruiz left. She was tired. She slept.', 2, ['Ana Ruiz'])).toBe('She [Ana Ruiz] slept.')
  })

  it('does not name again whom a sentence shown before it names', () => {
    expect(shown('Ana Ruiz left. She was tired. She slept.', 2, ['Ana Ruiz'], 0)).toBe('She slept.')
  })

  it('names the speaker of a quotation that only a pronoun reports', () => {
    const text = `Ana Ruiz spoke to the town. "The bridge will open in May and not a day later," she said.`
    const quote = quoteIn(text, 'The bridge will open in May and not a day later,', {
      name: 'Ana Ruiz',
      mention: 'she',
    })
    const reading = openReading(text, [{ kind: 'paragraph', start: 0, end: text.length }])
    const story = openStory(reading, {
      headline: '',
      standfirst: null,
      names: [],
      places: [],
      quotes: [quote],
    })
    const display = displaySentence(reading, story.sentences, 1, { names: [], quotes: [quote] }, 1)
    expect(display.text).toBe('"The bridge will open in May and not a day later," she [Ana Ruiz] said.')
  })

  const attributions: readonly (readonly [string, string])[] = [
    ['According to Ruiz, the road is shut, she said.', 'According to Ruiz, the road is shut.'],
    ['The road is shut, she said.', 'The road is shut, she said.'],
    ['Ruiz told us "the road is shut", she said.', 'Ruiz told us "the road is shut", she said.'],
  ]
  it.each(attributions)('leaves out a second attribution, never the only one: %s', (text, expected) => {
    expect(shown(text, 0)).toBe(expected)
  })

  it('ends a list item with a full stop', () => {
    expect(shown('Bring water', 0)).toBe('Bring water.')
  })

  it('lists every edit by its place in the article', () => {
    const [sentence] = summaryOf('LEITH (AP) — The ferry sank on Monday.').sentences
    expect(sentence?.text).toBe('LEITH (AP) — The ferry sank on Monday.')
    expect(sentence?.display).toEqual({
      text: 'The ferry sank on Monday.',
      edits: [{ kind: 'delete', start: 0, end: 13, why: 'dateline' }],
    })
  })
})
