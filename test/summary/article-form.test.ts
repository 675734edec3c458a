import { describe, expect, it } from '@jest/globals'
import { filler, summaryOf } from './read-summary.ts'

const shownOf = (text: string): string =>
  summaryOf(text)
    .sentences.map(s => s.display?.text ?? s.text)
    .join(' ')
const formOf = (text: string): string | undefined => summaryOf(text).form?.kind

const entries = (times: readonly string[]): string =>
  times
    .map(
      (time, i) =>
        `${time}\n\nEntry number ${i} of the storm over Leith stands here. It has a second sentence.`,
    )
    .join('\n\n')

describe('the form of an article', () => {
  it('short: all of it, where it fits', () => {
    const text = 'The ferry sank off Leith on Monday. All 40 aboard were saved. An inquiry began.'
    expect(formOf(text)).toBe('short')
    expect(shownOf(text)).toBe(text)
    expect(summaryOf(text).sentences[0]?.by).toBe('whole-article')
  })

  it.each(['', ' ', '...', '—', '😀'])('nothing: no summary of %j', text => {
    const summary = summaryOf(text)
    expect([summary.sentences, summary.oneSentence, summary.words, summary.lengths?.push]).toEqual([
      [],
      '',
      0,
      null,
    ])
  })

  it('list: told by what introduces it', () => {
    const intro =
      'Seven harbours on the coast of Fife are to be dredged in May, the harbour trust said on Monday.'
    const items = ['Anstruther', 'Crail', 'Pittenweem', 'Elie', 'Dysart', 'Methil', 'Leven']
    const text = `${intro}\n\n${items.map(name => `- ${name}, with its two piers and its fish market`).join('\n')}`
    expect(formOf(text)).toBe('list')
    expect(shownOf(text)).toBe(intro)
  })

  it('live, newest first: told by the newest entries', () => {
    const text = `Storm over Leith: live\n\n${entries(['18:40', '18:05', '17:30', '16:10', '15:20'])}`
    expect(formOf(text)).toBe('live')
    expect(shownOf(text)).toBe(
      [0, 1, 2].map(i => `Entry number ${i} of the storm over Leith stands here.`).join(' '),
    )
  })

  it('live, oldest first: told by the newest entries all the same', () => {
    const text = `Storm over Leith: live\n\n${entries(['9:15 a.m.', '10:40 a.m.', '11:55 a.m.', '12:20 p.m.', '2:05 p.m.'])}`
    expect(shownOf(text)).toBe(
      [2, 3, 4].map(i => `Entry number ${i} of the storm over Leith stands here.`).join(' '),
    )
  })

  it('live with an introduction: told by that', () => {
    const intro =
      'A storm with gusts of 150km/h has shut the harbours of Fife and cut the power of 210,000 homes on Monday.'
    const text = `Storm over Leith: live\n\n${intro}\n\n${entries(['18:40', '18:05', '17:30', '16:10'])}`
    expect(shownOf(text)).toBe(intro)
  })

  it('interview: told by what introduces it, as answers have no speaker beside them', () => {
    const intro =
      'Una Moss kept the light at Skerry Point for 31 years, and comes ashore on Friday with her dog and a kettle.'
    const talk = ['the storms', 'the dog', 'the winters', 'the fog']
      .map(
        what =>
          `What do you remember of ${what}?\n\nI remember ${what} better than my own name, and I would go back for it.`,
      )
      .join('\n\n')
    expect(formOf(`${intro}\n\n${talk}`)).toBe('interview')
    expect(shownOf(`${intro}\n\n${talk}`)).toBe(intro)
  })

  it('table: rows of a box score are left out', () => {
    const story = 'The Leith Lions beat the Fife Bears 21-17 on Monday after a late kick by Tom Hale.'
    const rows = Array.from({ length: 8 }, (_, i) => `Hale ${i} 17 4 ${i + 20} 3`).join('\n\n')
    const shown = shownOf(`${story} ${filler(3)}\n\n${rows}`)
    expect(formOf(`${story} ${filler(3)}\n\n${rows}`)).toBe('table')
    expect(shown).toContain(story)
    expect(shown).not.toContain('Hale 1 17')
  })

  it('report: a time inside a sentence makes no live page', () => {
    expect(formOf(`At 18:40 the ferry left.\n\n${filler(8)}`)).toBe('report')
  })
})
