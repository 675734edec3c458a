/**
 * A Range header of one range as half-open offsets. RFC 9110, 14.1.2.
 *
 *   'bytes=0-99'  -> { start: 0, end: 100 }      'bytes=-100' -> the last hundred      'bytes=9-' -> from the tenth on
 *
 * null where the whole is to be sent: no header, another unit, several ranges, or what cannot be read.
 */
export const readRange = (
  header: string | undefined,
  length: number,
): { readonly start: number; readonly end: number } | 'unsatisfiable' | null => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!match) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  if (first === '') {
    const count = Math.min(Number(last), length)
    return count === 0 ? 'unsatisfiable' : { start: length - count, end: length }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return null
  if (start >= length) return 'unsatisfiable'
  return { start, end: last === '' ? length : Math.min(Number(last) + 1, length) }
}
