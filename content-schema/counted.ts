/**
 * A number with its noun, in the singular where there is one.
 *
 *   counted(1, 'character') -> "1 character"     counted(2, 'entry', 'entries') -> "2 entries"
 */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
