/**
 * The configured sources, from JSON text (a file, or the deployment's setting), or all that is wrong with it.
 */
import type { Problem } from '../content-schema/problem.ts'
import { type SourceConfigs, SourceConfigs as Sources } from '../content-schema/source-config.ts'
import { toProblems } from '../content-schema/to-problems.ts'

export type SourcesResult =
  | { readonly ok: true; readonly sources: SourceConfigs }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export const readSources = (text: string): SourcesResult => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    return {
      ok: false,
      problems: [{ code: 'bad-syntax', path: '', message: `The sources are not JSON: ${why}` }],
    }
  }
  const parsed = Sources.safeParse(json)
  if (parsed.success) return { ok: true, sources: parsed.data }
  return { ok: false, problems: toProblems(parsed.error.issues, json) }
}
