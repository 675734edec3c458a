import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findDateline } from '../../core/read/dateline.ts'
import { detectLanguage } from '../../core/read/detect-language.ts'
import { kindOfLine, lineRules } from '../../core/read/line-rules.ts'
import { bylinesOf, readPlainText } from '../../core/read/read-plain-text.ts'

/** One line a block: "kind: its first words". */
const outline = (text: string, title = ''): string[] => {
  const draft = readPlainText(text, title)
  return draft.blocks.map(block => `${block.kind}: ${draft.text.slice(block.start, block.end).slice(0, 24)}`)
}
const prose = 'Two bridges fell on Monday after three days of rain, the sheriff said.'

describe('line rules', () => {
  it.each(lineRules.map(rule => [rule.name, rule] as const))(
    '%s knows its example and leaves the other',
    (name, rule) => {
      expect(kindOfLine(rule.examples[0])?.name).toBe(name)
      expect(rule.pattern.test(rule.examples[1])).toBe(false)
    },
  )

  it.each([
    'Copyright 2031 The Courier',
    'Copyright © The Courier. Reuse is not allowed.',
    'Copyright The Courier',
    'Copyright The Courier. All rights reserved.',
    'Advertisement',
    'Advertisement - scroll to continue',
    'Follow him on Example',
    'Follow @example',
    'Updated 3 hours ago',
    'Published: 12:40 p.m. EST',
  ])('a note: %s', line => expect(kindOfLine(line)?.kind).toBe('note'))

  it.each([
    'Copyright law is to change, the minister said.',
    'Advertisement revenue fell by a third, Ruiz said.',
    'Follow her through the gate and you see the sea.',
    'Published 12 times, it sold well.',
    'Created 3 years ago, the fund was empty.',
  ])('prose: %s', line => expect(kindOfLine(line)).toBeNull())
})

describe('readPlainText', () => {
  it('tells the head of a story from its body', () => {
    expect(
      outline(
        `Floods cut off Riverton\n\nRain swelled the river to its highest level in forty years\n\nBy Ana Ruiz\n\n${prose}`,
      ),
    ).toEqual([
      'headline: Floods cut off Riverton',
      'standfirst: Rain swelled the river t',
      'byline: By Ana Ruiz',
      'paragraph: Two bridges fell on Mond',
    ])
  })

  it('takes a whole sentence before a byline for the standfirst', () => {
    expect(
      outline(
        `Floods cut off Riverton\n\nRain swelled the river. Nobody was hurt.\n\nBy Ana Ruiz\n\n${prose}\n\n${prose}`,
      )[1],
    ).toBe('standfirst: Rain swelled the river. ')
  })

  it('leaves a kicker above the headline as a note', () => {
    expect(outline(`WORLD NEWS\nFloods cut off Riverton for days\n\n${prose}`)).toEqual([
      'note: WORLD NEWS',
      'headline: Floods cut off Riverton ',
      'paragraph: Two bridges fell on Mond',
    ])
  })

  it('finds photo credits, captions, subheadings and the source line', () => {
    const text = `Floods cut off Riverton\n\nPhoto by: Northline\nA car in the river at Riverton\n\n${prose}\n\n'Like a train'\n\n${prose}\n\n• Two hurt\n• Four missing\n\nNorthline and agencies`
    expect(outline(text)).toEqual([
      'headline: Floods cut off Riverton',
      'credit: Photo by: Northline',
      'caption: A car in the river at Ri',
      'paragraph: Two bridges fell on Mond',
      "subheading: 'Like a train'",
      'paragraph: Two bridges fell on Mond',
      'listItem: • Two hurt',
      'listItem: • Four missing',
      'credit: Northline and agencies',
    ])
  })

  it('takes lines after hyphens for a list where several stand together, and one alone for speech', () => {
    const kinds = (text: string): string[] => outline(text).map(line => line.split(':')[0] ?? '')
    expect(kinds(`${prose}\n\n- Two hurt\n- Four missing\n- Roads shut`)).toEqual([
      'paragraph',
      'listItem',
      'listItem',
      'listItem',
    ])
    expect(kinds(`${prose}\n\n- I saw it, she said.\n\n${prose}`)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ])
  })

  it('joins the lines of wrapped wire copy into paragraphs', () => {
    const text =
      'FLOODS CUT OFF RIVERTON\nRIVERTON, Ohio (AP) — Two bridges fell on Monday, the sheriff\nsaid, after three days of rain that swelled the river to its\nhighest level in forty years.\n   "We have never seen this," Sheriff Dan Poe said. "It came so\nfast that nobody had time to move the cars."\n'
    const draft = readPlainText(text)
    expect(draft.blocks.map(block => block.kind)).toEqual(['headline', 'paragraph', 'paragraph'])
    expect(draft.dateline).toBe('RIVERTON, Ohio (AP)')
  })

  it('reads one long line without a break as one paragraph and invents no headline', () => {
    const draft = readPlainText(prose.repeat(200))
    expect(draft.headline).toBe('')
    expect(draft.blocks).toEqual([{ kind: 'paragraph', start: 0, end: prose.length * 200 }])
  })

  it('does not take paragraphs in capitals for headings', () => {
    expect(outline(`${prose}\n\n${prose}`.toUpperCase()).map(line => line.split(':')[0])).toEqual([
      'paragraph',
      'paragraph',
    ])
  })

  it('uses a title that the text repeats as the headline block', () => {
    expect(outline(`Floods cut off Riverton. ${prose}`, 'Floods cut off Riverton')).toEqual([
      'headline: Floods cut off Riverton.',
      'paragraph: Two bridges fell on Mond',
    ])
    expect(outline(prose, 'Floods cut off Riverton')).toEqual(['paragraph: Two bridges fell on Mond'])
  })

  it('leaves questions and speakers of an interview as paragraphs', () => {
    expect(
      outline(
        `A talk\n\n${prose}\n\nAnn Lee: What will you miss?\n\nBo Roe: The noise of it, every day of it.`,
      )
        .slice(2)
        .map(line => line.split(':')[0]),
    ).toEqual(['paragraph', 'paragraph'])
  })

  it('drops a byte order mark and carriage returns and nothing else', () => {
    expect(readPlainText('\ufeffA\r\nB\rC').text).toBe('A\nB\nC')
  })

  it('survives any string: blocks are in order, inside the text, and hold more than blanks', () => {
    const lines = fc.array(
      fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('By Ana Ruiz', 'Photo by: X', '', prose, '• a')),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(lines, parts => {
        const { text, blocks } = readPlainText(parts.join('\n'))
        let last = 0
        for (const { start, end } of blocks) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end).trim()).not.toBe('')
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
    )
  })

  it.each([
    ['a megabyte of prose', `${prose}\n\n`.repeat(14_000)],
    ['a megabyte of blanks', `a${' '.repeat(1_000_000)}b`],
    ['a megabyte of one-letter lines', 'a\n'.repeat(500_000)],
    ['a megabyte of capitals', 'AB '.repeat(330_000)],
    ['a megabyte after "By"', `By ${'A'.repeat(1_000_000)}`],
  ])('reads %s in bounded time', (_what, text) => {
    const before = process.cpuUsage()
    readPlainText(text)
    const { user, system } = process.cpuUsage(before)
    // Half a million lines squared are minutes; none of these takes two seconds where nothing else runs.
    expect((user + system) / 1000).toBeLessThan(10_000)
  })
})

describe('dateline', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['IDLIB, Syria (Reuters) — Rebels said on Monday.', 'IDLIB, Syria (Reuters)'],
    ['MOBILE, Ala. (AP) - The mayor left.', 'MOBILE, Ala. (AP)'],
    ['LONDON, March 3 (Reuters) - Shares fell.', 'LONDON, March 3 (Reuters)'],
    ['BEIRUT -- The port is shut.', 'BEIRUT'],
    ['Washington (CNN) — The senator said no.', 'Washington (CNN)'],
    ['NEW YORK/LONDON (Reuters) - Oil rose.', 'NEW YORK/LONDON (Reuters)'],
    ['UPDATE: Two more were found.', null],
    ['The U.S. — not China — will pay.', null],
    ['SMITH: I do not recall.', null],
    ['Two bridges fell.', null],
  ]
  it.each(cases)('%s', (text, expected) => {
    const span = findDateline(text, { start: 0, end: text.length })
    expect(span === null ? null : text.slice(span.start, span.end)).toBe(expected)
  })
})

describe('bylines', () => {
  it.each([
    ['By JANE DOE and John Roe, Staff Writers', ['JANE DOE', 'John Roe']],
    ['By Ana Ruiz | Northline News', ['Ana Ruiz']],
    ['Ana Ruiz is a reporter', []],
  ])('%s', (line, names) => {
    expect(bylinesOf(line)).toEqual(names)
  })
})

describe('language', () => {
  it.each([
    ['The minister said on Monday that the road will be shut.', 'en'],
    ['El presidente dijo que no habrá elecciones este año en el país.', 'es'],
    ['Der Kanzler sagte am Montag, die Reform komme noch in diesem Jahr.', 'de'],
    ['Le ministre a déclaré que la France restera dans cette alliance.', 'fr'],
    ['Am Montag war das Wasser an der Elbe so hoch wie nie, sagte Anna Schmidt in Dresden.', 'de'],
    ['Shares fell 3%.', 'und'],
    ['A fire broke out in Leeds, police said.', 'en'],
    ['Protest in Georgia as parliament votes', 'und'],
    ['Markets fall as inflation rises again', 'en'],
    ['Incendio en Madrid deja dos muertos', 'es'],
    ['Mann in Köln nach Unfall am Montag verhaftet', 'de'],
    ['Un incendie à Lyon fait deux morts dimanche', 'fr'],
  ])('%s', (text, tag) => {
    expect(detectLanguage(text)).toBe(tag)
  })
})
