/**
 * A live line on a terminal, at most ten times a second; nothing elsewhere, where each article has its line anyway.
 */

export interface Progress {
  at(name: string): void
  /** Wipes the line, so that others may write. */
  clear(): void
}

const fewestFiles = 2
const msBetween = 100

export const openProgress = (stream: NodeJS.WriteStream, count: number): Progress => {
  if (!stream.isTTY || count < fewestFiles) return { at: () => {}, clear: () => {} }
  let done = 0
  let lastAt = Number.NEGATIVE_INFINITY
  let isShown = false
  return {
    at: name => {
      done++
      const now = performance.now()
      if (now - lastAt < msBetween) return
      lastAt = now
      isShown = true
      stream.write(`\r\u001b[2K${done}/${count} ${name.slice(-60)}`)
    },
    clear: () => {
      if (isShown) stream.write('\r\u001b[2K')
      isShown = false
    },
  }
}
