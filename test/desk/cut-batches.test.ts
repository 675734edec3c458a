import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cutBatches } from '../../desk/bulk/cut-batches.ts'

async function* chunksOf(text: string, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  let from = 0
  for (let at = 0; from < bytes.length; at++) {
    const size = Math.max(1, sizes[at % sizes.length] ?? 1)
    yield bytes.slice(from, from + size)
    from += size
  }
}

const batchesOf = async (text: string, sizes: readonly number[] = [7], mostLineBytes = 1_000_000) => {
  const batches: { text: string; firstLine: number }[] = []
  for await (const { bytes, firstLine } of cutBatches(chunksOf(text, sizes), mostLineBytes)) {
    batches.push({ text: new TextDecoder().decode(bytes), firstLine })
  }
  return batches
}

describe('batches of lines', () => {
  it('hold every byte once, in order, and whole lines only', async () => {
    const lines = fc.array(
      fc.string({ maxLength: 40_000, size: 'max' }).map(line => line.replaceAll('\n', ' ')),
    )
    const sizes = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(lines, sizes, async (all, chunkSizes) => {
        const text = new TextDecoder().decode(new TextEncoder().encode(all.join('\n')))
        const batches = await batchesOf(text, chunkSizes)
        expect(batches.map(batch => batch.text).join('')).toBe(text)
        let line = 1
        for (const [at, batch] of batches.entries()) {
          expect(batch.firstLine).toBe(line)
          if (at < batches.length - 1) expect(batch.text.endsWith('\n')).toBe(true)
          line += batch.text.split('\n').length - 1
        }
      }),
      { numRuns: 30 },
    )
  })

  it('keep no more of a line than may be read', async () => {
    const [batch] = await batchesOf(`${'x'.repeat(1_000)}\nshort\n`, [64], 100)
    expect(batch?.text).toBe(`${'x'.repeat(100)}\nshort\n`)
  })

  it('are none where there is nothing', async () => {
    expect(await batchesOf('')).toEqual([])
  })
})
