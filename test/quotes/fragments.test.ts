import { describe, expect, test } from '@jest/globals'
import { linesOf } from './read-quotes.ts'

type Case = [paragraph: string, lines: string[]]

describe('fragments in a reported clause', () => {
  test.each<Case>([
    [
      'Hale said that Ruiz is a “good, kind woman,” and said that she will win.',
      ['Hale | said | that Ruiz is a “good, kind woman,”', 'Hale | said | that she will win'],
    ],
    [
      'Ruiz said that there is “only one strong boat in this race,” adding that it leaks.',
      ['Ruiz | said | that there is “only one strong boat in this race,”', 'Ruiz | adding | that it leaks'],
    ],
    ['He talks about “spoiling the fair,” and voters cheer.', ['He | talks about | spoiling the fair']],
    [
      'Tom Hale says “whatever the papers write, it is a race of two boats” between Ruiz and Lee.',
      ['Tom Hale | says | “whatever the papers write, it is a race of two boats” between Ruiz and Lee'],
    ],
    ['Some of the crowd chanted “Home! Home!”', ['Some of the crowd | chanted | Home! Home!']],
    [
      'Asked why he had yet to leave, Ruiz said he had “not found a boat.”',
      ['- | Asked | why he had yet to leave', 'Ruiz | said | he had “not found a boat.”'],
    ],
    [
      '“The harbour froze,” said Tom Hale, who sells eels and lamps."We went home with nothing."',
      ['Tom Hale | said | The harbour froze … We went home with nothing.'],
    ],
  ])('%s', (paragraph, lines) => {
    expect(linesOf(paragraph)).toEqual(lines)
  })
})

describe('programmes and works beside a quote', () => {
  test.each<Case>([
    [
      'Ruiz said he had “no idea” where the boat was on Monday’s broadcast of NBC’s “New Tide.”',
      ['Ruiz | said | he had “no idea” where the boat was'],
    ],
    [
      '“I was told to wait,” he said on\u00a0“Face the Tide.” “But being told is one thing.”',
      ['he | said | I was told to wait … But being told is one thing.'],
    ],
    ['“Harbour Lights” host Ana Ruiz sang in one ad, “Balanced Tides,” for the fair.', []],
  ])('%s', (paragraph, lines) => {
    expect(linesOf(paragraph)).toEqual(lines)
  })
})

describe('what is read, called out or put in words', () => {
  test.each<Case>([
    ['A banner read “Save our pier”.', ['A banner | read | Save our pier']],
    ['Ruiz walked in to chants of “Ana! Ana!,” and smiled.', ['- | chants of | Ana! Ana!']],
    [
      'He is one of those who, in the words of his old teacher, “never learned to sit still”.',
      ['his old teacher | in the words of | never learned to sit still'],
    ],
    [
      'Hale’s boldest claim is that the council ran a “witch hunt” to “get” her.',
      ['Hale | boldest claim is | that the council ran a “witch hunt” to “get” her'],
    ],
    [
      '“We got it wrong,” admits chief executive Jo Lund in her letter to shareholders.',
      ['Jo Lund | admits | We got it wrong'],
    ],
    [
      '10:42 The prime minister says the vote will go ahead.',
      ['The prime minister | says | the vote will go ahead'],
    ],
    [
      'A spokeswoman for Northgate Council said: "We are aware of the pothole."',
      ['A spokeswoman for Northgate Council | said: | We are aware of the pothole.'],
    ],
    [
      'A study published on Tuesday found that coffee drinkers live longer.',
      ['A study published on Tuesday | found | that coffee drinkers live longer'],
    ],
    [
      'Farmers, sailors, and many tourists claim the pier will fall.',
      ['Farmers, sailors, and many tourists | claim | the pier will fall'],
    ],
    [
      'Ruiz, who said the work was checked by lawyers, said she knew of no dispute.',
      ['Ruiz | said | the work was checked by lawyers', 'Ruiz | said | she knew of no dispute'],
    ],
  ])('%s', (paragraph, lines) => {
    expect(linesOf(paragraph)).toEqual(lines)
  })

  test('a list behind dashes is no dialogue', () => {
    expect(
      linesOf('Hale has a plan.\n\n— Cut the tax on boats.\n\n— Close the old pier.\n\n— Plant trees.'),
    ).toEqual([])
  })

  test('a short line that leads into a quote is no subheading', () => {
    const line = 'Ruiz asks at the high school, “Any questions for me?”'
    const after = 'She then talked to voters about the pier and about the price of a ticket for the ferry.'
    expect(linesOf(`${after}\n\n${line}\n\n${after}`)).toContain('Ruiz | asks | Any questions for me?')
  })
})
