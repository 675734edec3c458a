/**
 * Keys to paths and back: any key that S3 takes gets a path that every file system takes, readable where it can be.
 *
 *   articles/a-1/quotes.json   articles/a-1/quotes.json
 *   incoming/wire/a b+ü?.txt   incoming/wire/a%20b%2B%C3%BC%3F.txt
 *   p                          p%f          (so that "p" and "p/q" can both be)
 *   ../x                       %2E%2E%d/x%f (no way out of the folder)
 *
 * Not handled: keys that differ in case only, on a file system that takes no notice of case.
 */

/** Bytes a file name may have on common file systems, with room for the names of temporary files. */
const longestName = 200
const continued = '%c'
const emptySegment = '%e'
const folderWithDot = '%d'
const fileWithoutDot = '%f'

export const pathOfKey = (key: string): string => {
  const segments = key.split('/')
  return segments.flatMap((segment, at) => namesOf(segment, at === segments.length - 1)).join('/')
}

const namesOf = (segment: string, isFile: boolean): string[] => {
  const names = chunksOf(segment === '' ? emptySegment : encode(segment))
  const last = names[names.length - 1] ?? ''
  const mark = last.includes('.') === isFile ? '' : isFile ? fileWithoutDot : folderWithDot
  return [...names.slice(0, -1).map(name => name + continued), last + mark]
}

/** Percent-encodes all but letters, digits and "._-"; a dot at either end too, which would hide or escape. */
const encode = (segment: string): string =>
  [...Buffer.from(segment)]
    .map((byte, at, { length }) => {
      const character = String.fromCharCode(byte)
      const isPlain = /[A-Za-z0-9_-]/.test(character) || (character === '.' && at > 0 && at < length - 1)
      return isPlain ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')

/** Splits a long name, never inside an escape. */
const chunksOf = (name: string): string[] => {
  const chunks: string[] = []
  let rest = name
  while (rest.length > longestName) {
    const escapeAt = rest.slice(0, longestName).lastIndexOf('%')
    const end = escapeAt > longestName - 3 ? escapeAt : longestName
    chunks.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...chunks, rest]
}

/** The key of a path, or null where the path is none of ours (a lock, a temporary file, a stray). */
export const keyOfPath = (path: string): string | null => {
  const joined = path.replaceAll(`${continued}/`, '')
  const segments = joined.split('/').map(decode)
  if (segments.some(segment => segment === null)) return null
  const key = segments.join('/')
  return pathOfKey(key) === path ? key : null
}

const decode = (name: string): string | null => {
  const bare = name.replace(/%[df]$/, '')
  if (bare === emptySegment) return ''
  if (!/^(?:[A-Za-z0-9._-]|%[0-9A-F]{2})+$/.test(bare)) return null
  try {
    return decodeURIComponent(bare)
  } catch {
    return null
  }
}
