/**
 * Whether a document has the shape that we read: types and required fields, no more. Fields that we do not know are let
 * through, because shapes are widened. copydesk/schema holds the strict schemas; these need no library.
 *
 *   shape { id: 's', url: 's?', words: 'i' }     { id: 'a', url: null, words: '9' } -> words is not a whole number
 */
import type { Problem } from '../content-schema/problem.ts'

/**
 * 's' string, 'n' number, 'i' whole number, 'b' boolean, '*' anything; '?' behind it: or null. An object's field with
 * '?' behind its name may be absent. [shape]: a list of it. ['?', shape]: it or null. ['=', …]: one of these values.
 */
export type Shape = string | readonly unknown[] | { readonly [field: string]: Shape }

/** Looked at until this many are found. */
const mostProblems = 20

export const checkShape = (value: unknown, shape: Shape): Problem[] => {
  const problems: Problem[] = []
  check(value, shape, '', problems)
  return problems
}

const names: Readonly<Record<string, string>> = {
  s: 'a string',
  n: 'a number',
  i: 'a whole number',
  b: 'true or false',
}

const isOfKind = (value: unknown, kind: string): boolean =>
  kind === '*' ||
  (kind === 's' && typeof value === 'string') ||
  (kind === 'n' && typeof value === 'number') ||
  (kind === 'i' && Number.isInteger(value)) ||
  (kind === 'b' && typeof value === 'boolean')

const check = (value: unknown, shape: unknown, path: string, problems: Problem[]): void => {
  if (problems.length >= mostProblems) return
  const expect = (what: string): void => {
    const got = JSON.stringify(value)?.slice(0, 60) ?? 'nothing'
    const code = value === undefined ? 'missing' : 'wrong-type'
    problems.push({ code, path, message: `${path || 'the document'} is not ${what}: got ${got}` })
  }
  if (typeof shape === 'string') {
    const kind = shape.charAt(0)
    if (!(value === null && shape.endsWith('?')) && !isOfKind(value, kind)) expect(names[kind] ?? 'known')
  } else if (Array.isArray(shape)) {
    const [first, second] = shape
    if (first === '=') {
      if (!shape.includes(value)) expect(`one of ${shape.slice(1).join(', ')}`)
    } else if (first === '?') {
      if (value !== null) check(value, second, path, problems)
    } else if (!Array.isArray(value)) expect('a list')
    else for (const [i, part] of value.entries()) check(part, first, `${path}[${i}]`, problems)
  } else if (typeof value !== 'object' || value === null) expect('an object')
  else {
    for (const [key, field] of Object.entries(shape ?? {})) {
      const name = key.replace('?', '')
      const part: unknown = Reflect.get(value, name)
      if (part !== undefined || name === key) check(part, field, path ? `${path}.${name}` : name, problems)
    }
  }
}
