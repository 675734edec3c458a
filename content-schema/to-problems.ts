/**
 * Words for what zod found wrong: one place, so that every door says it the same way.
 *
 *   headline.too_big -> 'headline is too long: got 612 characters, allowed are at most 500; shorten it or …'
 */
import type { z } from 'zod'
import { mostProblems } from './bounds.ts'
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
    { code: 'too-many', path: '', message: `${more} more problems are not listed; mend these first.` },
  ]
}

const issueToProblems = (issue: Issue, input: unknown): Problem[] => {
  const path = pathOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, mostProblems).map(key => unknownField(path, key))
  }
  const got = valueAt(input, issue.path)
  const where = path === '' ? 'the input' : path
  const problem = (code: ProblemCode, message: string): Problem[] => [{ code, path, message }]
  if (got === undefined && issue.code !== 'custom') {
    return problem(
      'missing',
      `${where} is missing: expected ${expectationOf(issue)}; add it${nullHint(issue)}.`,
    )
  }
  switch (issue.code) {
    case 'invalid_type':
      return problem(
        'wrong-type',
        `${where} has the wrong type: got ${show(got)}, expected ${expectationOf(issue)}.`,
      )
    case 'too_big':
      return problem(
        issue.origin === 'array' ? 'too-many' : 'too-long',
        `${where} is too ${wordFor(issue.origin, 'big')}: got ${sizeOf(got)}, allowed is at most ${issue.maximum}${unitOf(issue.origin)}; shorten it.`,
      )
    case 'too_small':
      return problem(
        'too-short',
        `${where} is too ${wordFor(issue.origin, 'small')}: got ${sizeOf(got)}, needed is at least ${issue.minimum}${unitOf(issue.origin)}.`,
      )
    case 'invalid_format':
      return problem(
        'bad-format',
        `${where} is not ${formatName(issue)}: got ${show(got)}, expected ${exampleOf(issue)}.`,
      )
    case 'invalid_value':
      return problem(
        'not-allowed',
        `${where} is not one of the allowed values: got ${show(got)}, allowed are ${issue.values.map(value => JSON.stringify(value)).join(', ')}.`,
      )
    default:
      return problem(
        'inconsistent',
        `${where}: ${issue.message}${got === undefined ? '' : `; got ${show(got)}`}.`,
      )
  }
}

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
  const text =
    typeof value === 'bigint' || typeof value === 'function' ? String(value) : JSON.stringify(value)
  if (text === undefined) return typeof value
  return text.length <= longestShown ? text : `${text.slice(0, longestShown)}… (${text.length} characters)`
}

const sizeOf = (value: unknown): string => {
  if (typeof value === 'string') return `${value.length} characters`
  if (Array.isArray(value)) return `${value.length} entries`
  return show(value)
}
const unitOf = (origin: string): string =>
  origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : ''
const wordFor = (origin: string, size: 'big' | 'small'): string => {
  if (origin === 'string') return size === 'big' ? 'long' : 'short'
  return size === 'big' ? 'large' : 'small'
}

const expectationOf = (issue: Issue): string => {
  if (issue.code === 'invalid_type')
    return issue.expected === 'int' ? 'a whole number' : `${article(issue.expected)} ${issue.expected}`
  if (issue.code === 'invalid_value')
    return `one of ${issue.values.map(value => JSON.stringify(value)).join(', ')}`
  return 'a value'
}
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
