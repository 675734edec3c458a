import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Summary } from '../../content-schema/summary.ts'
import { shownWords } from '../../core/summary/shown-words.ts'
import { mostPushWords } from '../../core/summary/summary-lengths.ts'
import { verifyDisplays } from '../../core/summary/verify-summary.ts'
import { filler, summaryOf } from './read-summary.ts'

const texts = (summary: Summary): string[] => summary.sentences.map(({ text }) => text)

/** A feature that begins with a scene, and says in its fifth sentence what it is about. */
const feature = `It is not yet light. The kettle sings and a radio mumbles in some corner. Somebody hums. A cat asks to be let out.
The Harbour Trust will close the Granton ice factory in May, ending 120 years of work for the Leith fishing fleet.
${filler(6)}
The factory sold 40 tons of ice a day in 1980, chief engineer Tom Hale told a hearing on Monday.
The fleet has 11 boats left today, and planners want 300 flats on the Granton site by 2035.
${filler(4, 6)}`

/** Begins with a scene of four sentences; what it is about stands in the fifth. */
const scene = `On a wet morning in March, Una Moss stands on a slipway in rubber boots and blows on her hands. The coffee in her flask went cold an hour ago. Behind her a gull worries a paper bag. "You get used to it," she says, and laughs.

Moss is one of nine divers who gather scallops by hand off Orrin, where a ban on dredging has brought the shellfish back after 40 years.

The ban, passed by the island council in 2019, closed 60 square miles of seabed to dredging boats. Divers landed 212 tons of scallops last year, up from 35 tons in 2018, the council said on Tuesday. Dredging tears up the maerl beds in which young scallops hide, said Tom Hale, a biologist at the marine station. His survey counted 14 times as many scallops inside the closed area as outside it.

Not everyone is glad. Owners of dredging boats say the ban cost them 31 jobs, and want the council to open half of the seabed again in May. The council will vote on it on April 9.

For now Moss checks her gauge and spits into her mask. The water is six degrees. Then she is gone, and the gull goes back to the bag.`

describe('the summary', () => {
  it('keeps the lead of a report', () => {
    const lead = 'The council of Leith voted on Monday to close the ferry harbour to lorries from May.'
    const second = 'Lorries cross the ferry harbour 900 times a day, a report for the council found.'
    const summary = summaryOf(`${lead} ${second} ${filler(12)}`)
    expect(texts(summary).slice(0, 2)).toEqual([lead, second])
    expect(summary.sentences.map(({ rank }) => rank).sort()).toEqual(summary.sentences.map((_, i) => i + 1))
  })

  it('leaves an anecdotal lead for what the story is about', () => {
    const summary = summaryOf(scene)
    expect(texts(summary).join(' ')).toMatch(/closed 60 square miles of seabed to dredging boats/)
    expect(texts(summary).join(' ')).not.toMatch(/coffee|gull|get used to it/)
    expect(summary.sentences.every(({ by }) => by === 'ranker')).toBe(true)
  })

  it('says in the parts of the score why a sentence was chosen', () => {
    for (const { score, parts = [] } of summaryOf(scene).sentences) {
      expect(parts.length).toBeGreaterThan(3)
      expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score, 3)
    }
  })

  it('stands in the order of the article, near 62 words', () => {
    const { sentences } = summaryOf(scene)
    const starts = sentences.map(({ start }) => start)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    const words = sentences.reduce((sum, sentence) => sum + (sentence.words ?? 0), 0)
    expect(words).toBeGreaterThanOrEqual(48)
    expect(words).toBeLessThanOrEqual(76)
  })

  it('never takes a sentence that leans on one that is not taken', () => {
    const leaning =
      'They say that the ice factory, the fishing fleet and the Harbour Trust of Leith all need more ice.'
    const text = feature.replace(
      'The fishing fleet of Leith has',
      `${leaning} The fishing fleet of Leith has`,
    )
    const shown = texts(summaryOf(text))
    const at = shown.indexOf(leaning)
    expect(at < 0 || shown[at - 1]?.endsWith('on Monday.')).toBe(true)
  })

  const notStory: readonly (readonly [string, string])[] = [
    ['a byline', 'By Ana Ruiz'],
    ['a pointer', 'Read more: Harbour Trust and the fishing fleet of Leith.'],
    ['a credit', 'Reporting by Ana Ruiz; editing by Tom Hale'],
    ['a photographer', 'Photo by Ana Ruiz'],
    ['a note on who helped', 'Ana Ruiz contributed to this report.'],
    ['rights', 'Copyright 2031 The Leith Bulletin. All rights reserved.'],
  ]
  it.each(notStory)('holds no %s', (_what, line) => {
    const summary = summaryOf(`${line}\n\n${feature}\n\n${line}`, { options: { budget: { words: 400 } } })
    expect(JSON.stringify([summary.sentences, summary.lengths])).not.toContain(line.slice(0, 20))
  })

  const heads: readonly string[] = [
    'By . Ana Ruiz . PUBLISHED: . 10:45 EST, 12 March 2031 . | . UPDATED: . 11:45 EST, 12 March 2031 . ',
    'By . Leith Bulletin Reporter . Last updated at 5:04 PM on 12th January 2031 . ',
    'By Ana Ruiz and Tom Hale . ',
    '( CNN ) -- ',
    "Editor's note: Ana Ruiz is a clerk. The opinions expressed here are hers. ",
  ]
  it.each(heads)('passes over what an export left above the story: %s', head => {
    const story = `By Monday the ferry to Leith had sunk. All 40 people on it were saved. ${filler(5)}`
    const [first] = summaryOf(head + story).sentences
    expect(first?.display?.text).toBe('By Monday the ferry to Leith had sunk.')
  })

  it('gives other languages the lead', () => {
    const summary = summaryOf(feature, { options: { language: 'de' } })
    expect(summary.sentences[0]?.text).toBe('It is not yet light.')
    expect(summary.sentences[0]?.by).toBe('lead')
  })

  it('counts words as readers do, and how long they take at 238 a minute', () => {
    const words = (text: string): number => summaryOf(text).words
    expect(words('The US-backed plan didn’t cost $1.5 million — or so they say.')).toBe(11)
    expect(words("The mayor 's plan did n't pass .")).toBe(5)
    expect(summaryOf('The ferry sank off Leith. '.repeat(119)).readingSeconds).toBe(150)
  })
})

describe('lengths', () => {
  const { lengths } = summaryOf(feature)

  it('one: a whole sentence that leans on none', () => {
    expect(lengths?.one.sentences).toHaveLength(1)
    expect(lengths?.one.text).toBe(summaryOf(feature).oneSentence)
    expect(lengths?.one.text).toContain('ice factory')
  })

  it('three: three sentences', () => {
    expect(lengths?.three.sentences).toHaveLength(3)
  })

  it('push: at most 60 words, whole sentences of the summary where they fit', () => {
    expect(lengths?.push?.words).toBeLessThanOrEqual(mostPushWords)
    const whole = new Set(summaryOf(feature).sentences.map(({ start }) => start))
    expect(lengths?.push?.sentences.every(({ start }) => whole.has(start))).toBe(true)
  })

  it('push: one long sentence is cut at a clause border', () => {
    const main = 'The ferry to the northern islands sank off Leith on Monday'
    const long = `${main}, after its engine room had flooded ${'and flooded '.repeat(30)}overnight.`
    expect(summaryOf(long).lengths?.push?.text).toBe(`${main}.`)
  })

  it('push: none rather than one that is cut where it may not be', () => {
    const long = `The ferry sank off Leith on Monday, the coastguard ${'and the police '.repeat(25)}said.`
    expect(summaryOf(long).lengths?.push).toBeNull()
  })

  it.each([20, 45, 90, 150])('a budget of %d words is kept, and used', words => {
    const budget = summaryOf(feature, { options: { budget: { words } } }).lengths?.budget
    expect(budget?.words).toBeLessThanOrEqual(words)
    expect(budget?.words).toBeGreaterThan(words - 20)
  })

  it('a budget of seconds is one of words at reading speed', () => {
    const inWords = summaryOf(feature, { options: { budget: { words: 119 } } }).lengths?.budget
    expect(summaryOf(feature, { options: { budget: { seconds: 30 } } }).lengths?.budget).toEqual(inWords)
  })

  it('a larger budget does not say the same twice', () => {
    const first =
      'Divers landed 212 tons of scallops last year, up from 35 tons in 2018, the council said on Tuesday.'
    const again = 'Last year divers landed 212 tons of scallops, up from 35 tons in 2018, the council said.'
    const text = scene.replace('The council will vote', `${again} The council will vote`)
    const budget = summaryOf(text, { options: { budget: { words: 100 } } }).lengths?.budget?.text ?? ''
    expect([first, again].filter(sentence => budget.includes(sentence))).toHaveLength(1)
  })
})

describe('any text', () => {
  const words = fc.constantFrom(
    'ferry',
    'Leith',
    'Ana Ruiz',
    'she',
    'However,',
    'said',
    'not',
    '17',
    'the',
    'harbour',
    '"',
    '“',
    '”',
    "'",
    '.',
    '.',
    '?',
    ',',
    '\n',
    '\n\n',
    '(CNN)',
    '--',
    'Q:',
    '10:45 a.m.',
    '•',
    'and',
    'which',
    'sank',
    '😀',
    'é',
  )
  const text = fc.oneof(
    fc.array(words, { maxLength: 220 }).map(list => list.join(' ')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  )

  it('gives a summary that parses, is verbatim, verifies, and is the same again', () => {
    fc.assert(
      fc.property(text, fc.nat(120), (any, budget) => {
        const options = { people: ['Ana Ruiz'], options: { budget: { words: budget } } }
        const summary = summaryOf(any, options)
        expect(Summary.parse(summary)).toEqual(summary)
        expect(verifyDisplays(any, summary)).toEqual([])
        expect(summaryOf(any, options)).toEqual(summary)
        for (const sentence of summary.sentences)
          expect(any.slice(sentence.start, sentence.end)).toBe(sentence.text)
        expect(any).toContain(summary.oneSentence)
        expect(shownWords(summary.lengths?.push?.text ?? '')).toBeLessThanOrEqual(mostPushWords)
      }),
    )
  })

  const hostile: readonly (readonly [string, string])[] = [
    ['one sentence of a quarter of a megabyte', 'ferry harbour '.repeat(20_000)],
    ['a quarter of a megabyte of short sentences', 'The ferry sank. '.repeat(16_000)],
    ['a quarter of a megabyte of open quotations', '"The ferry '.repeat(22_000)],
    ['a quarter of a megabyte of commas', 'The ferry sank, which '.repeat(11_000)],
    [
      'a quarter of a megabyte of borders',
      `The ferry that we knew so well sank off Leith${'; ;'.repeat(80_000)}.`,
    ],
    ['a quarter of a megabyte of lines', '10:45 a.m. Q: ferry?\n\n'.repeat(11_000)],
  ]
  it.each(hostile)('%s takes no more than linear time', (_what, long) => {
    const short = long.slice(0, long.length / 8)
    summaryOf(short)
    const time = (input: string): number => {
      const started = performance.now()
      summaryOf(input)
      return performance.now() - started
    }
    expect(time(long)).toBeLessThan(Math.max(400, time(short) * 8 * 6))
  })
})
