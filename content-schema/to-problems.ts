/**
 * Words for what zod found wrong: one place, so that every door says it the same way.
 *
 *   headline.too_big -> 'headline is too long: got 612 characters, allowed are at most 500; shorten it or …'
 */

import type { z } from 'zod'
import { mostProblems } from './bounds.ts'
import { counted } from './counted.ts'
import type { Problem, ProblemCode } from './problem.ts'

type Issue = z.core.$ZodIssue

/** `blocks[3].end` */
export const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((whole, part) => {
    if (typeof part === 'number') return `${whole}[${part}]`
    return whole === '' ? String(part) : `${whole}.${String(part)}`
  }, '')

/** Every issue as a Problem; one for each unknown field. The last says how many more there are. */
export const toProblems = (issues: readonly Issue[], input: unknown): Problem[] => {
  const problems = issues.flatMap(issue => issueToProblems(issue, input))
  if (problems.length <= mostProblems) return problems
  const more = problems.length - mostProblems + 1
  return [
    ...problems.slice(0, mostProblems - 1),
    {
      code: 'too-many',
      path: '',
      message: `${counted(more, 'more problem')} ${more === 1 ? 'is' : 'are'} not listed; mend these first.`,
    },
  ]
}

const issueToProblems = (issue: Issue, input: unknown): Problem[] => {
  const path = pathOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, mostProblems).map(key => unknownField(path, key))
  }
  const got = valueAt(input, issue.path)
  const where = path === '' ? 'the input' : path
  const [code, message] =
    got === undefined && issue.code !== 'custom'
      ? ([
          'missing',
          `${where} is missing: expected ${expectationOf(issue)}; add it${nullHint(issue)}.`,
        ] as const)
      : wordsFor(issue, where, got)
  return [{ code, path, message }]
}

const wordsFor = (issue: Issue, where: string, got: unknown): readonly [ProblemCode, string] => {
  switch (issue.code) {
    case 'invalid_type':
      return [
        'wrong-type',
        `${where} has the wrong type: got ${show(got)}, expected ${expectationOf(issue)}.`,
      ]
    case 'too_big':
      return [
        issue.origin === 'array' ? 'too-many' : 'too-long',
        `${where} is too ${wordFor(issue.origin, 'big')}: got ${sizeOf(got)}, allowed is at most ${amountOf(issue.maximum, issue.origin)}; shorten it.`,
      ]
    case 'too_small':
      return [
        'too-short',
        `${where} is too ${wordFor(issue.origin, 'small')}: got ${sizeOf(got)}, needed is at least ${amountOf(issue.minimum, issue.origin)}.`,
      ]
    case 'invalid_format':
      return [
        'bad-format',
        `${where} is not ${formatName(issue)}: got ${show(got)}, expected ${exampleOf(issue)}.`,
      ]
    case 'invalid_value':
      return [
        'not-allowed',
        `${where} is not one of the allowed values: got ${show(got)}, allowed are ${listed(issue.values)}.`,
      ]
    case 'invalid_union':
      return wordsForUnion(issue, where, got)
    case 'invalid_key': {
      const [reason] = issue.issues
      const name = show(issue.path.at(-1))
      const expected = reason?.code === 'invalid_format' ? exampleOf(reason) : 'another'
      return ['inconsistent', `${name} is not a name that is allowed here: expected ${expected}.`]
    }
    default:
      return ['inconsistent', `${where}: ${ended(issue.message, got)}`]
  }
}

/** Told apart by one field, it is that field's values; else what each of them expects. */
const wordsForUnion = (
  issue: Issue & { code: 'invalid_union' },
  where: string,
  got: unknown,
): readonly [ProblemCode, string] => {
  const options = 'options' in issue ? (issue.options ?? []) : []
  if (options.length > 0)
    return [
      'inconsistent',
      `${where} is not one of the allowed values: got ${show(got)}, allowed are ${listed(options)}.`,
    ]
  return ['inconsistent', `${where} has the wrong type: got ${show(got)}, expected ${expectationOf(issue)}.`]
}

const ended = (message: string, got: unknown): string => {
  const words = message.replace(/\.$/, '')
  return got === undefined || /[.:;] /.test(words) ? `${words}.` : `${words}; got ${show(got)}.`
}

const listed = (values: readonly unknown[]): string => values.map(value => JSON.stringify(value)).join(', ')

const unknownField = (path: string, key: string): Problem => ({
  code: 'unknown-field',
  path: path === '' ? key : `${path}.${key}`,
  message: `${path === '' ? key : `${path}.${key}`} is not a field of this shape: remove it, or put it in a field that exists (see schema/v1).`,
})

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    input,
  )

const longestShown = 60

/** A value as a message shows it: short, on one line. */
export const show = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (typeof value === 'number') return String(value)
  const text =
    typeof value === 'bigint' || typeof value === 'function' ? String(value) : JSON.stringify(value)
  if (text === undefined) return typeof value
  return text.length <= longestShown
    ? text
    : `${text.slice(0, longestShown)}… (${counted(text.length, 'character')})`
}

const sizeOf = (value: unknown): string => {
  if (typeof value === 'string') return amountOf(value.length, 'string')
  if (Array.isArray(value)) return amountOf(value.length, 'array')
  return show(value)
}
const amountOf = (amount: number | bigint, origin: string): string => {
  if (origin === 'string') return counted(Number(amount), 'character')
  return origin === 'array' ? counted(Number(amount), 'entry', 'entries') : String(amount)
}
const wordFor = (origin: string, size: 'big' | 'small'): string => {
  if (origin === 'string') return size === 'big' ? 'long' : 'short'
  return size === 'big' ? 'large' : 'small'
}

const expectationOf = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames.get(issue.expected) ?? `${article(issue.expected)} ${issue.expected}`
    case 'invalid_value':
      return `one of ${listed(issue.values)}`
    case 'invalid_union': {
      const options = 'options' in issue ? (issue.options ?? []) : []
      if (options.length > 0) return `one of ${listed(options)}`
      const each = issue.errors.flatMap(([first]) => (first === undefined ? [] : [expectationOf(first)]))
      return [...new Set(each)].join(' or ') || 'a value'
    }
    default:
      return 'a value'
  }
}

/** What JSON calls them. */
const typeNames = new Map([
  ['int', 'a whole number'],
  ['record', 'an object'],
])
const article = (word: string): string => (/^[aeiou]/.test(word) ? 'an' : 'a')
const nullHint = (issue: Issue): string =>
  issue.code === 'invalid_type' && issue.expected === 'string' ? ' (or null where the schema allows it)' : ''

const formatName = (issue: Issue & { code: 'invalid_format' }): string => {
  if (issue.format === 'datetime') return 'an ISO date-time'
  if (issue.format === 'url') return 'a web address'
  return 'in the right format'
}
const exampleOf = (issue: Issue & { code: 'invalid_format' }): string => {
  if (issue.format === 'datetime') return 'e.g. "2031-03-04T09:30:00Z"'
  if (issue.format === 'url') return 'e.g. "https://example.org/news/1"'
  return issue.pattern === undefined ? issue.format : `text like ${issue.pattern}`
}
