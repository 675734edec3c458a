/**
 * Chains to be looked up by a key that their forms share. A key keeps its latest chains only, so that a text made of
 * nothing but namesakes costs no more than another.
 */
const mostNamesakes = 64 // under one key; articles have a handful
export const mostForms = 12 // different ways in which one name is written

export type NameIndex<C> = Map<string, C[]>

export const addToIndex = <C>(index: NameIndex<C>, keys: Iterable<string>, chain: C): void => {
  for (const key of keys) {
    const list = index.get(key)
    if (!list) index.set(key, [chain])
    else if (!list.includes(chain)) {
      list.push(chain)
      if (list.length > mostNamesakes) list.shift()
    }
  }
}
