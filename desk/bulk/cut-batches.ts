/**
 * A stream of bytes into batches of whole lines. What is held is one batch, and never more of a line than may be read.
 */

export interface Batch {
  /** Whole lines, each with its line feed but perhaps the very last. */
  readonly bytes: Uint8Array
  /** Number of the first line, from 1. */
  readonly firstLine: number
}

/** Some dozen articles: enough work to outweigh the post, few enough to keep all workers busy to the end. */
const batchBytes = 65_536
const lineFeed = 10

/** A line of more than `mostLineBytes` is cut to that many: too long to be read, it is reported as such. */
export async function* cutBatches(
  chunks: AsyncIterable<Uint8Array>,
  mostLineBytes: number,
): AsyncGenerator<Batch> {
  let lines: Uint8Array[] = []
  let size = 0
  let firstLine = 1
  let count = 0
  let partial: Uint8Array[] = []
  let partialSize = 0
  const take = (): Batch => {
    const batch = { bytes: Buffer.concat(lines), firstLine }
    firstLine += count
    lines = []
    size = 0
    count = 0
    return batch
  }
  const hold = (bytes: Uint8Array): void => {
    const room = mostLineBytes - partialSize
    if (room <= 0) return
    const held = bytes.length > room ? bytes.subarray(0, room) : bytes
    partial.push(held)
    partialSize += held.length
  }
  for await (const chunk of chunks) {
    let from = 0
    for (;;) {
      const at = chunk.indexOf(lineFeed, from)
      if (at < 0) break
      hold(chunk.subarray(from, at))
      lines.push(...partial, lineEnd)
      size += partialSize + 1
      count++
      partial = []
      partialSize = 0
      from = at + 1
      if (size >= batchBytes) yield take()
    }
    // A copy: the rest of the chunk need not be kept alive for it.
    if (from < chunk.length) hold(chunk.slice(from))
  }
  if (partialSize > 0) {
    lines.push(...partial)
    count++
  }
  if (count > 0) yield take()
}

const lineEnd = Uint8Array.of(lineFeed)
