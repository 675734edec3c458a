/**
 * JSON text to a value, without an exception; undefined where it is none. And the few questions that every reader of
 * JSON asks of a value.
 */
export type Json = Readonly<Record<string, unknown>>

export const readJson = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined // not JSON: the caller says what that means
  }
}

/** Why it is none: "Unexpected end of JSON input", "Expected ',' … at position 17 (line 2 column 5)". */
export const jsonTrouble = (text: string): string => {
  try {
    JSON.parse(text)
    return 'it is'
  } catch (error) {
    return error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
  }
}

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const asRecord = (value: unknown): Json => (isRecord(value) ? value : {})

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A string with something in it, trimmed; numbers become strings (ids often are numbers). */
export const asText = (value: unknown): string | null => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  return text === '' ? null : text
}
