import { describe, expect, it } from '@jest/globals'
import { type Bucket, type Door, type DoorName, doors } from '../../functions/doors.ts'
import { prefixes } from '../../functions/keys.ts'

const table: readonly (readonly [DoorName, Door])[] = [
  ['receive', doors.receive],
  ['ingest', doors.ingest],
  ['extract', doors.extract],
  ['publish', doors.publish],
  ['wake', doors.wake],
  ['reprocess', doors.reprocess],
]

const opensItself = (door: Door): boolean => {
  const { opens } = door
  return (
    opens?.prefixes.some(opening => door.writes[opens.bucket].some(written => overlap(opening, written))) ??
    false
  )
}
const overlap = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a)

/** What a door's writing opens, and what that opens in turn. */
const opened = (door: Door, seen: readonly Door[] = []): Door[] =>
  table
    .map(([, other]) => other)
    .filter(({ opens }) => opens?.prefixes.some(prefix => writes(door, opens.bucket, prefix)))
    .flatMap(other => (seen.includes(other) ? [other] : [other, ...opened(other, [...seen, other])]))
const writes = (door: Door, bucket: Bucket, prefix: string): boolean =>
  door.writes[bucket].some(written => overlap(written, prefix))

describe('doors', () => {
  it('lists every door', () => {
    expect(table.map(([name]) => name).sort()).toEqual(Object.keys(doors).sort())
  })

  it.each(table)('%s cannot open itself, nor through others', (_, door) => {
    expect(opensItself(door)).toBe(false)
    expect(opened(door)).not.toContain(door)
  })

  it('keeps prefixes apart, so that a grant of one is not a grant of another', () => {
    for (const bucket of [prefixes.inbox, prefixes.content]) {
      const all: readonly string[] = Object.values(bucket)
      for (const one of all) expect(all.filter(other => overlap(one, other))).toEqual([one])
    }
  })
})
