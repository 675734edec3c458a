/**
 * Who published last. Publishers take turns by number, and look at the index while they take one, so that a later turn
 * has always seen a later index. A publisher that finds a later turn when it is done may have written over what that
 * one wrote, and goes again.
 *
 * An entity tag alone does not show this: a feed that went from A to B and back to A has the tag it had before.
 */
import * as z from 'zod'
import { turnKey } from './keys.ts'
import type { Store } from './store/store.ts'
import { parseStoredJson, toJsonBytes } from './stored-json.ts'

const Turn = z.strictObject({ turn: z.int().nonnegative(), takenAt: z.string() })

const mostRaces = 50

/** Takes the next turn. `look` is called in it: no other turn was taken between its beginning and its end. */
export const takeTurn = async <Seen>(
  content: Store,
  now: () => Date,
  look: () => Promise<Seen>,
): Promise<{ readonly turn: number; readonly seen: Seen }> => {
  for (let race = 0; race < mostRaces; race++) {
    const stored = await content.read(turnKey)
    const turn = (parseStoredJson(Turn, stored)?.turn ?? 0) + 1
    const seen = await look()
    const result = await content.write(turnKey, toJsonBytes({ turn, takenAt: now().toISOString() }), {
      contentType: 'application/json; charset=utf-8',
      condition: stored ? { kind: 'etag', etag: stored.etag } : { kind: 'absent' },
    })
    if (result.kind === 'written') return { turn, seen }
  }
  throw new Error(`another publisher took the turn ${mostRaces} times in a row`)
}

export const readTurn = async (content: Store): Promise<number> =>
  parseStoredJson(Turn, await content.read(turnKey))?.turn ?? 0
