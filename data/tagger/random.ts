/** Random numbers that are the same on every machine for the same seed (mulberry32). */
export type Random = () => number

export const makeRandom = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const shuffle = (values: Int32Array, random: Random): void => {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const value = values[i] ?? 0
    values[i] = values[j] ?? 0
    values[j] = value
  }
}
