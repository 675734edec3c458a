/** The later of two moments, ISO 8601 with any offset; null is no moment. */
export const laterOf = (a: string, b: string | null): string =>
  b !== null && Date.parse(b) > Date.parse(a) ? b : a
