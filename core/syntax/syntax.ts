/** Placeholder until the packed part-of-speech tagger and parser land. */
export interface Syntax {
  readonly version: number
}
export const openSyntax = (_bytes: Uint8Array): Syntax => ({ version: 0 })
