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
