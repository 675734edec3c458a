import { describe, expect, test } from '@jest/globals'
import { canBeSamePerson, isNearlySame, parsePersonName, shortFormFit } from '../../core/names/person-name.ts'

describe('parts of a person’s name', () => {
  test.each([
    ['Martin Luther King Jr.', ['martin', 'luther'], 'king', 'jr'],
    ['Ursula von der Leyen', ['ursula'], 'von der leyen', null],
    ['Madonna', [], 'madonna', null],
    ['Mohammed bin Salman', ['mohammed'], 'bin salman', null],
    ['François Lefèvre', ['francois'], 'lefevre', null],
    ['Conan O’Brien', ['conan'], 'obrien', null],
    ['George W. Bush', ['george', 'w'], 'bush', null],
    ['', [], '', null],
  ])('reads %s', (name, given, surname, suffix) => {
    expect(parsePersonName(name)).toMatchObject({ given, surname, suffix })
  })
})

describe('two full names', () => {
  test.each([
    ['Hillary Clinton', 'Hillary Rodham Clinton', true],
    ['Bill Clinton', 'William J. Clinton', true],
    ['J. Smith', 'Jane Smith', true],
    ['Alex Moreno', 'Alexander Moreno', true],
    ['George Stephanopoulos', 'George Stephanopolous', true],
    ['Suu Kyi', 'Aung San Suu Kyi', true],
    ['Bill Clinton', 'Hillary Clinton', false],
    ['Ash Carter', 'Jimmy Carter', false],
    ['Anna Moore', 'Anna Moody', false],
    ['Martin King Jr.', 'Martin King Sr.', false],
  ])('%s and %s can be one person: %s', (a, b, expected) => {
    expect(canBeSamePerson(parsePersonName(a), parsePersonName(b))).toBe(expected)
    expect(canBeSamePerson(parsePersonName(b), parsePersonName(a))).toBe(expected)
  })
})

describe('a short form', () => {
  test.each([
    ['Carter', 'Ash Carter', 3],
    ['Ash', 'Ash Carter', 2],
    ['Baghdadi', 'Abu Bakr al-Baghdadi', 3],
    ['Assad', 'Bashar al Assad', 3],
    ['al-Assad', 'Bashar al Assad', 3],
    ['el-Sisi', 'Abdel Fattah al-Sisi', 3],
    ['bin Salman', 'Mohammed bin Salman', 3],
    ['Salman', 'Mohammed bin Salman', 3],
    ['Van der Berg', 'Ruth van der Berg', 3],
    ['De Blasio', 'Bill de Blasio', 3],
    ['Leyen', 'Ursula von der Leyen', 3],
    ['Park', 'Park Min-seo', 2],
    ['Stephanopolous', 'George Stephanopoulos', 3],
    ['Carter', 'Ann Carver', 0],
    ['Lee', 'Ann Leeds', 0],
  ])('%s fits %s: %d', (short, full, fit) => {
    expect(shortFormFit(parsePersonName(short), parsePersonName(full))).toBe(fit)
  })

  test('allows one slip in a long word only', () => {
    expect(isNearlySame('lewandowski', 'lewandovski')).toBe(true)
    expect(isNearlySame('lewandowski', 'lewandwoski')).toBe(true)
    expect(isNearlySame('harrison', 'garrison')).toBe(false)
    expect(isNearlySame('allen', 'alden')).toBe(false)
    expect(isNearlySame('lewandowski', 'lavandovsky')).toBe(false)
  })
})
