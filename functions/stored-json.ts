/**
 * Stored bytes to a value of a schema and back.
 */
import type { z } from 'zod'
import type { StoredObject } from './store/store.ts'

/** The value, or null where the bytes are not JSON of this shape: what cannot be read may be replaced. */
export const parseStoredJson = <Schema extends z.ZodType>(
  schema: Schema,
  stored: StoredObject | null,
): z.infer<Schema> | null => {
  if (stored === null) return null
  try {
    const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(stored.bytes)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export const toJsonBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value)}\n`)
