import * as z from 'zod'
import { longestParagraph, mostFindings } from './bounds.ts'
import { Span } from './span.ts'

export const SpeakerKind = z.enum(['person', 'organisation', 'unnamed'])
export type SpeakerKind = z.infer<typeof SpeakerKind>

export const QuoteSpeaker = z
  .strictObject({
    id: z
      .string()
      .nullable()
      .describe('The id of this speaker among names.json, or null for an unnamed source.'),
    name: z
      .string()
      .max(longestParagraph)
      .describe('Who that is, in full, from anywhere in the article: "Sergei Lavrov".'),
    role: z
      .string()
      .max(longestParagraph)
      .nullable()
      .describe('What the article calls them: "Russian Foreign Minister", or null.'),
    kind: SpeakerKind.describe('person, organisation, or unnamed ("a senior official").'),
    mention: Span.nullable().describe(
      'Where the speaker stands beside this quote ("he", "the minister", a name), or null.',
    ),
  })
  .describe('Who said it.')
export type QuoteSpeaker = z.infer<typeof QuoteSpeaker>

export const Assertion = z.enum(['asserted', 'negated', 'questioned', 'hypothetical'])
export type Assertion = z.infer<typeof Assertion>

export const Quote = z
  .strictObject({
    id: z.string().describe('Stable within the article while its words stay the same.'),
    kind: z
      .enum(['direct', 'mixed', 'indirect'])
      .describe(
        'direct: all in quotation marks; mixed: part of a reported clause; indirect: reported without marks.',
      ),
    content: z
      .array(Span)
      .min(1)
      .describe('What was said, without the marks; several spans where the cue interrupts.'),
    text: z.string().describe('The content spans, verbatim, joined by a blank.'),
    cue: Span.nullable().describe('The word or words that report: "said", "according to"; or null.'),
    speaker: QuoteSpeaker.nullable().describe('Who said it; null where the article does not tell.'),
    assertion: Assertion.describe(
      'Whether the article asserts that it was said: "did not say that" is negated.',
    ),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .describe('Share of findings like this one that are right on the visible sets.'),
    by: z.string().describe('The rule that decided.'),
    places: z.array(z.string()).max(mostFindings).describe('Ids of the places that the quote speaks of.'),
  })
  .describe('Somebody’s words, direct or reported, and who said them.')
export type Quote = z.infer<typeof Quote>

export const Speaker = z
  .strictObject({
    id: z
      .string()
      .describe('Unique among the speakers of the article; the same as in names.json where it is there.'),
    name: z.string().describe('In full.'),
    role: z.string().nullable().describe('What the article calls them, or null.'),
    kind: SpeakerKind,
    mentions: z.array(Span).describe('Where the article names them.'),
    quotes: z.array(z.string()).describe('Ids of all that they said.'),
  })
  .describe('One speaker and all that they said in this article.')
export type Speaker = z.infer<typeof Speaker>
