import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mendNames } from '../../core/names/mend-names.ts'
import { openTagger } from '../../core/names/tagger.ts'
import { readMarked } from './marked-text.ts'

const { lexicon } = openTagger(readFileSync(new URL('../../data/packed/tagger.bin', import.meta.url)))

/** "Ana Ruiz person; Oslo place" */
const mended = (marked: string): string => {
  const { reading, spans } = readMarked(marked)
  return mendNames(reading, spans, lexicon)
    .filter(({ kind }) => kind !== 'other')
    .map(({ start, end, kind }) => `${reading.text.slice(start, end)} ${kind}`)
    .join('; ')
}

describe('titles are no part of a name', () => {
  test.each([
    ['{person Taoiseach Aoife Byrne} spoke.', 'Aoife Byrne person'],
    ['{person Grand Ayatollah Reza Karimi} spoke.', 'Reza Karimi person'],
    ['{person Detective Inspector Tom Hale} spoke.', 'Tom Hale person'],
    ['{person Lt. Col. Tom Hale} spoke.', 'Tom Hale person'],
    ['{person French Foreign Minister Anna Roux} spoke.', 'Anna Roux person'],
    [
      '{person Dean Fisher} and {person James Dean Marsh} spoke.',
      'Dean Fisher person; James Dean Marsh person',
    ],
    ['{person Ana Bishop} spoke.', 'Ana Bishop person'],
    ['{other Mr Hale} spoke.', 'Hale person'],
    ['{organisation US Secretary} of State {person Ana Ruiz} spoke.', 'Ana Ruiz person'],
    ['{organisation US Defense} Secretary {person Ana Ruiz} spoke.', 'Ana Ruiz person'],
    ['{organisation Florida Gov.} {person Ana Ruiz} spoke.', 'Ana Ruiz person'],
    [
      '{organisation Supreme Court Justice} {person Ana Ruiz} spoke.',
      'Supreme Court organisation; Ana Ruiz person',
    ],
  ])('%s', (marked, names) => {
    expect(mended(marked)).toBe(names)
  })
})

describe('what is no name goes', () => {
  test.each([
    ['the minority {organisation Alawite} sect', ''],
    ['{person Muslims} and {organisation African Americans} voted.', ''],
    ['{person @anaruiz} wrote.', ''],
    ['{organisation CNN Tuesday} said so.', 'CNN organisation'],
    ['“{other The Hill}”, {organisation Mr. Marsh} and {organisation Ministers} said.', 'Marsh person'],
    ['{person Ana Ruiz}, {organisation Republican of Ohio}, left.', 'Ana Ruiz person'],
    [
      '{person Ana Ruiz of Oslo} spoke of {organisation HIV} and {person Joan of Arc}.',
      'Ana Ruiz person; Joan of Arc person',
    ],
    ['the {organisation River Trust in Oslo} said so.', 'River Trust organisation'],
    ['the {organisation Republican Party} said so.', 'Republican Party organisation'],
  ])('%s', (marked, names) => {
    expect(mended(marked)).toBe(names)
  })
})

describe('a name cut at its particle is one', () => {
  test.each([
    ['{person Saeed} bin {person Suroor} rode.', 'Saeed bin Suroor person'],
    ['{person Ursula} von der {person Hagen} spoke.', 'Ursula von der Hagen person'],
    ['{person Omar} al-Khatib spoke.', 'Omar al-Khatib person'],
    ['{person Jabal} al {place Zawiya} was hit.', 'Jabal al Zawiya place'],
    ['{person Ana Ruiz} and {person Tom Hale} spoke.', 'Ana Ruiz person; Tom Hale person'],
  ])('%s', (marked, names) => {
    expect(mended(marked)).toBe(names)
  })
})

describe('a town of which somebody has the name', () => {
  test.each([
    ['{person Dale Houston} left. {place Houston} had paid.', 'Dale Houston person; Houston person'],
    ['{person Dale Houston} left. “No,” {place Houston} said.', 'Dale Houston person; Houston person'],
    ['{person Dale Houston} was born in {place Houston}.', 'Dale Houston person; Houston place'],
    ['{person Dale Houston} left the {place Houston} court.', 'Dale Houston person; Houston place'],
    ['{person Dale Houston} knew {place Houston}, Texas.', 'Dale Houston person; Houston place'],
    ['{person Paul England} left. They blamed {place England} for it.', 'Paul England person; England place'],
    ['{place Houston} rose. {person Dale Houston} sang.', 'Houston place; Dale Houston person'],
  ])('%s', (marked, names) => {
    expect(mended(marked)).toBe(names)
  })
})

describe('the noun says what it is', () => {
  test.each([
    ['the {other Free River Army} left.', 'Free River Army organisation'],
    [
      'the Institute for the {other Study of Rivers} said so.',
      'Institute for the Study of Rivers organisation',
    ],
    ['{place Elmet} Biologics said so.', 'Elmet Biologics organisation'],
    ['{place East Bank} is closed.', 'East Bank place'],
    ['IK Verde, which represents 600 workers, agreed.', 'IK Verde organisation'],
    ['{person Norvane}, a Danish maker of pumps, agreed.', 'Norvane organisation'],
    ['{person Norvane}, a company director, agreed.', 'Norvane person'],
    [
      'in the towns of {place Rastan}, {person Zarnu} and {person Makri}.',
      'Rastan place; Zarnu place; Makri place',
    ],
    ['In the town of {person Zarnu}, {person Makri} spoke.', 'Zarnu place; Makri person'],
    [
      'rebel groups including {person Jund al Zarnu}, {place Ahrar al Makri}, and {person Ana Ruiz} came.',
      'Jund al Zarnu organisation; Ahrar al Makri organisation; Ana Ruiz person',
    ],
  ])('%s', (marked, names) => {
    expect(mended(marked)).toBe(names)
  })
})

describe('one mention speaks for another', () => {
  test.each([
    ['{person Vivian Tarrow} left the {organisation Tarrow} regime.', 'Vivian Tarrow person; Tarrow person'],
    [
      '{person Vivian Tarrow} left. Then Tarrow, whose brother stayed, rang.',
      'Vivian Tarrow person; Tarrow person',
    ],
    [
      '{organisation Tarrow Steel AB} grew; {person Tarrow} hired.',
      'Tarrow Steel AB organisation; Tarrow organisation',
    ],
    [
      '{person Vivian Tarrow Endorsement} Divides Town. {person Vivian Tarrow} left.',
      'Vivian Tarrow person; Vivian Tarrow person',
    ],
    ['We asked Mr Tarrow and left.', 'Tarrow person'],
    ['The spy agency GXHQ agreed.', 'GXHQ organisation'],
    ['It was a DVD and the CEO said so.', ''],
    [
      '{person Marie Roux} told {person Le Figaro} so, {person Kyodo} wrote.',
      'Marie Roux person; Le Figaro organisation; Kyodo organisation',
    ],
    ['{person Bild Hansen} left.', 'Bild Hansen person'],
    ['A SUV has crashed. VERY NICE said nobody.', ''],
  ])('%s', (marked, names) => {
    expect(mended(marked)).toBe(names)
  })
})

test('any tagged text is survived: in order, apart, on token borders', () => {
  const pieces = fc.constantFrom(
    ...'{person Ana Ruiz}|{place Oslo}|{organisation US Defense}|{other Mr Hale}|Secretary of|al|- bin|,|and|the towns of|Institute for the|GXHQ|said|groups including|{person Tarrow}|Tarrow|which represents|\n\n|@|{organisation CNN Tuesday}'.split(
      '|',
    ),
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), some => {
      const { reading, spans } = readMarked(some.join(' '))
      let last = 0
      for (const span of mendNames(reading, spans, lexicon)) {
        expect(span.firstToken).toBeGreaterThanOrEqual(last)
        expect(span.endToken).toBeGreaterThan(span.firstToken)
        expect(span.start).toBe(reading.tokens.starts[span.firstToken])
        expect(span.end).toBe(reading.tokens.ends[span.endToken - 1])
        last = span.endToken
      }
    }),
    { numRuns: 400 },
  )
})
