import * as z from 'zod'

/** The closed set of things that can be wrong with what came in. Wording is made in one place, late. */
export const ProblemCode = z.enum([
  'missing',
  'wrong-type',
  'too-long',
  'too-short',
  'too-many',
  'too-large',
  'not-allowed',
  'unknown-field',
  'bad-format',
  'inconsistent',
  'empty',
  'binary',
  'bad-encoding',
  'bad-syntax',
  'unsupported-format',
  'not-found',
  'stale-override',
  'misplaced',
  'not-verbatim',
  'fault',
])
export type ProblemCode = z.infer<typeof ProblemCode>

/** One thing that is wrong: what, where, what was got, what is allowed and how to mend it. */
export const Problem = z
  .strictObject({
    code: ProblemCode.describe('Which kind of trouble, from a closed set.'),
    path: z.string().describe('Where: a field like "blocks[3].end", or "" for the whole.'),
    message: z.string().describe('What is wrong, what was got, what is allowed and how to mend it.'),
    level: z
      .enum(['error', 'warning'])
      .optional()
      .describe('"warning": reported, and the work went on. Absent means error.'),
  })
  .describe('One thing that is wrong with what came in.')
export type Problem = z.infer<typeof Problem>
