import { expect, test } from '@jest/globals'
import {
  classOf,
  digitClass,
  hasLetterOrDigit,
  isUpperAt,
  letterClass,
  otherClass,
  spaceClass,
} from '../../core/text/character-class.ts'

const classBy = (character: string): number => {
  if (/[\p{L}\p{M}]/u.test(character)) return letterClass
  if (/\p{Nd}/u.test(character)) return digitClass
  return /[\s\u200b\u2060\ufeff]/u.test(character) ? spaceClass : otherClass
}

test('every unit of the basic plane has the class that Unicode gives it', () => {
  const wrong: string[] = []
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code)
    const isRight =
      classOf(character, 0) === classBy(character) &&
      isUpperAt(character, 0) === /[\p{Lu}\p{Lt}]/u.test(character) &&
      hasLetterOrDigit(`.${character}`) === /[\p{L}\p{N}]/u.test(character)
    if (!isRight) wrong.push(code.toString(16))
  }
  expect(wrong).toEqual([])
})
