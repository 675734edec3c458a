import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Name } from '../../content-schema/name.ts'
import { Name as NameShape } from '../../content-schema/name.ts'
import { findNames } from '../../core/names/find-names.ts'
import { openTagger } from '../../core/names/tagger.ts'
import { readMarked } from './marked-text.ts'

const tagger = openTagger(readFileSync(new URL('../../data/packed/tagger.bin', import.meta.url)))

const namesOf = (marked: string): { text: string; names: Name[] } => {
  const { reading, spans } = readMarked(marked)
  return { text: reading.text, names: findNames(reading, spans, tagger) }
}
const mentionsOf = (marked: string): Record<string, string[]> => {
  const { text, names } = namesOf(marked)
  return Object.fromEntries(
    names.map(({ name, mentions }) => [name, mentions.map(({ start, end }) => text.slice(start, end))]),
  )
}

describe('mentions of one name', () => {
  test('a short form joins its full name, before and after it', () => {
    expect(
      mentionsOf('{person Ruiz} wins. {person Ana Ruiz} smiled. {person Ruiz} left. {person Ana} waved.'),
    ).toEqual({
      'Ana Ruiz': ['Ruiz', 'Ana Ruiz', 'Ruiz', 'Ana'],
    })
  })

  test('a namesake is kept apart, and a short form goes to whom was named last', () => {
    const marked =
      '{person Tom Hale} met {person Rita Hale}. {person Hale} sang. {person Tom Hale} sat. {person Hale} slept.'
    const { text, names } = namesOf(marked)
    const starts = Object.fromEntries(
      names.map(({ name, mentions }) => [name, mentions.map(({ start }) => start)]),
    )
    const short = [...text.matchAll(/(?<!\w )Hale (?:sang|slept)/g)].map(({ index }) => index)
    expect(starts['Rita Hale']).toContain(short[0])
    expect(starts['Tom Hale']).toContain(short[1])
  })

  test('Mrs does not mean the man', () => {
    const marked =
      '{person Tom Hale} came with his wife. Mr. {person Hale} sang. Mrs. {person Hale} listened.'
    expect(mentionsOf(marked)).toEqual({ 'Tom Hale': ['Tom Hale', 'Hale'], Hale: ['Hale'] })
  })

  test.each([
    [
      'its letters',
      '{organisation Northern Harbour Authority} ({organisation NHA}). The {organisation NHA} paid.',
      1,
    ],
    ['its first word', '{organisation Larkin Motor Company} sold cars. {organisation Larkin} grew.', 1],
    [
      'its last words',
      '{organisation Riverton Supreme Court} met. The {organisation Supreme Court} ruled.',
      1,
    ],
    ['its company form', '{organisation Larkin Inc.} rose. {organisation Larkin Corp.} fell.', 1],
    ['not a word that many share', '{organisation University of Riverton} met {organisation University}.', 2],
    ['not other letters', '{organisation Northern Harbour Authority} met {organisation NPA}.', 2],
  ])('an organisation is known by %s', (_, marked, count) => {
    expect(namesOf(marked).names).toHaveLength(count)
  })
})

describe('a name', () => {
  test('has the fullest form, an id made of it, and a number where two share it', () => {
    const { names } = namesOf(
      '{person HALE} {person Tom Hale} spoke. {organisation Tom Hale} is a shop. {person Tom B. Hale Jr.}',
    )
    expect(names.map(({ id }) => id).sort()).toEqual(['organisation-tom-hale', 'person-tom-b-hale-jr'])
    const twins = namesOf(
      '{person Tom Hale Jr.} met {person Tom Hale Sr.} and {person Ana-Ruiz} {person Ana Ruiz}',
    )
    expect(new Set(twins.names.map(({ id }) => id)).size).toBe(twins.names.length)
  })

  test('weighs more the more and the earlier it stands', () => {
    const filler = 'Nothing else happened on that long day by the sea. '.repeat(20)
    const { names } = namesOf(`{person Ana Ruiz} won. ${filler}{person Ruiz} left. {person Tom Hale} stayed.`)
    expect(names.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Tom Hale'])
    expect(names[0]?.salience).toBeGreaterThan(names[1]?.salience ?? 1)
  })

  test('keeps to its shape', () => {
    for (const name of namesOf('{person Ana Ruiz}, mayor of {place Riverton}, left {organisation Larkin}.')
      .names) {
      expect(NameShape.safeParse(name).success).toBe(true)
    }
  })
})

describe('a role', () => {
  test.each([
    ['{person Ana Ruiz}, a former mayor of {place Riverton}, said so.', 'former mayor of Riverton'],
    ['Russian Foreign Minister {person Ivan Orlov} flew home.', 'Russian Foreign Minister'],
    [
      'Republican presidential candidate Sen. {person Ana Ruiz} spoke.',
      'Republican presidential candidate Sen.',
    ],
    ['They told national security adviser {person Ana Ruiz} so.', 'national security adviser'],
    ['They met Sen. {person Ana Ruiz} there.', 'Sen.'],
    ['The president of the council, {person Ana Ruiz}, agreed.', 'president of the council'],
    ['police spokesman {person Tom Hale} said', 'police spokesman'],
    ['Vatican spokesman the Rev. {person Tom Hale} said', 'Vatican spokesman the Rev.'],
    ['She married the Danish engineer {person Tom Hale} there.', 'Danish engineer'],
    ['{person Tom Hale}, who sang, left.', null],
    ['{person Tom Hale}, {person Ana Ruiz} and their driver left.', null],
    ['{person Tom Hale} left, and the mayor stayed.', null],
    ['Mr. {person Hale} left.', null],
    ['US Secretary of State {person Ana Ruiz} left.', 'US Secretary of State'],
    ['a friend of Mayor {person Ana Ruiz} left.', 'Mayor'],
    ['{person Tom Hale}, survivor of the {organisation Elmet} fire, left.', 'survivor of the Elmet fire'],
    ['According to the man {person Tom Hale} it rained.', null],
    ['{person Tom Hale}, according to the minister, left.', null],
  ])('%s', (marked, role) => {
    const { names } = namesOf(marked)
    expect(names.find(({ name }) => /Hale|Ruiz|Orlov/.test(name))?.role ?? null).toBe(role)
  })
})
