/**
 * Names of signs that are put together from two parts: made once each.
 *
 *   signName('tagged ', 'person') -> "tagged person"
 */
const namesMade = new Map<string, Map<string, string>>() // of a few hundred signs

/** Two parts of a sign's name as one, made once: a name made anew would be hashed anew at every look-up. */
export const signName = (first: string, second: string): string => {
  let ofFirst = namesMade.get(first)
  if (!ofFirst) {
    ofFirst = new Map()
    namesMade.set(first, ofFirst)
  }
  let name = ofFirst.get(second)
  if (name === undefined) {
    name = first + second
    ofFirst.set(second, name)
  }
  return name
}
