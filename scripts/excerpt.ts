/**
 * JSON as a page of documentation shows it: lists by their first entry, long texts by their beginning.
 *
 *   [1, 2, 3] -> [1, "… 2 more"]
 */
const mostShown = 1
const longestShown = 110

export const excerpt = (value: unknown): string => JSON.stringify(shorten(value), null, 2)

const shorten = (value: unknown): unknown => {
  if (typeof value === 'string')
    return value.length > longestShown ? `${value.slice(0, longestShown)}…` : value
  if (Array.isArray(value)) {
    if (value.every(part => typeof part === 'number')) return value
    const shown = value.slice(0, mostShown).map(shorten)
    return value.length > mostShown ? [...shown, `… ${value.length - mostShown} more`] : shown
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shorten(part)]))
}
