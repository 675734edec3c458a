/** What zod found wrong, in words: what, where, what was got, what is allowed. */
import { describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { counted } from '../../content-schema/counted.ts'
import { toProblems } from '../../content-schema/to-problems.ts'

const problemsOf = (schema: z.ZodType, input: unknown): string[] => {
  const parsed = schema.safeParse(input)
  return parsed.success
    ? []
    : toProblems(parsed.error.issues, input).map(({ code, path, message }) => `${code} ${path}: ${message}`)
}

describe('one problem', () => {
  const byKind = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('a') }),
    z.object({ kind: z.literal('b') }),
  ])
  const words = z.union([z.string(), z.array(z.string()).min(1)])
  test.each<[z.ZodType, unknown, string]>([
    [
      z.string().min(1),
      '',
      'too-short : the input is too short: got 0 characters, needed is at least 1 character.',
    ],
    [
      z.string().min(2),
      'a',
      'too-short : the input is too short: got 1 character, needed is at least 2 characters.',
    ],
    [
      z.array(z.string()).max(1),
      ['a', 'b'],
      'too-many : the input is too large: got 2 entries, allowed is at most 1 entry; shorten it.',
    ],
    [z.number().max(1), 2, 'too-long : the input is too large: got 2, allowed is at most 1; shorten it.'],
    [z.number(), Number.NaN, 'wrong-type : the input has the wrong type: got NaN, expected a number.'],
    [z.int(), 1.5, 'wrong-type : the input has the wrong type: got 1.5, expected a whole number.'],
    [
      z.record(z.string(), z.number()),
      [],
      'wrong-type : the input has the wrong type: got [], expected an object.',
    ],
    [
      z.object({ a: z.string() }),
      {},
      'missing a: a is missing: expected a string; add it (or null where the schema allows it).',
    ],
    [
      z.object({ a: words }),
      { a: 5 },
      'inconsistent a: a has the wrong type: got 5, expected a string or an array.',
    ],
    [z.object({ a: words }), {}, 'missing a: a is missing: expected a string or an array; add it.'],
    [
      byKind,
      { kind: 'c' },
      'inconsistent kind: kind is not one of the allowed values: got "c", allowed are "a", "b".',
    ],
    [byKind, {}, 'missing kind: kind is missing: expected one of "a", "b"; add it.'],
    [
      z.record(z.string().regex(/^[a-z]+$/), z.number()),
      { 'A b': 1 },
      'inconsistent A b: "A b" is not a name that is allowed here: expected text like /^[a-z]+$/.',
    ],
    [z.string().refine(() => false, 'not this one'), 'x', 'inconsistent : the input: not this one; got "x".'],
    [
      z.string().refine(() => false, 'Not this one. Take another.'),
      'x',
      'inconsistent : the input: Not this one. Take another.',
    ],
    [
      z.strictObject({}),
      { b: 1 },
      'unknown-field b: b is not a field of this shape: remove it, or put it in a field that exists (see schema/v1).',
    ],
  ])('%#', (schema, input, problem) => expect(problemsOf(schema, input)).toEqual([problem]))
})

test('of very many, the last says how many more there are', () => {
  const problems = problemsOf(
    z.array(z.string()),
    Array.from({ length: 120 }, () => 1),
  )
  expect(problems).toHaveLength(100)
  expect(problems.at(-1)).toBe('too-many : 21 more problems are not listed; mend these first.')
})

test.each([
  [0, 'entry', 'entries', '0 entries'],
  [1, 'entry', 'entries', '1 entry'],
  [1, 'byte', undefined, '1 byte'],
  [2, 'byte', undefined, '2 bytes'],
] as const)('%d %s', (count, one, many, words) => expect(counted(count, one, many)).toBe(words))
