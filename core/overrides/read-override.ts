/**
 * The bytes of overrides/{id}.json to an Override, or what is wrong with them.
 */
import { Override } from '../../content-schema/override.ts'
import type { Problem } from '../../content-schema/problem.ts'
import { toProblems } from '../../content-schema/to-problems.ts'

export type ReadOverrideResult =
  | { readonly ok: true; readonly override: Override }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export const readOverride = (bytes: Uint8Array, articleId: string): ReadOverrideResult => {
  const input = parseJson(new TextDecoder().decode(bytes))
  if (input === undefined) {
    const message = 'the override is not JSON: write one object as in schema/v1/override.json.'
    return { ok: false, problems: [{ code: 'bad-syntax', path: '', message }] }
  }
  const parsed = Override.safeParse(input)
  if (!parsed.success) return { ok: false, problems: toProblems(parsed.error.issues, input) }
  if (parsed.data.id !== articleId) {
    const message = `id is "${parsed.data.id}", but the override lies at overrides/${articleId}.json.`
    return { ok: false, problems: [{ code: 'inconsistent', path: 'id', message }] }
  }
  return { ok: true, override: parsed.data }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
