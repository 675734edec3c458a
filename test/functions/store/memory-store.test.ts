import { expect, it } from '@jest/globals'
import { memoryStore } from '../../../functions/store/memory-store.ts'
import { describeStore } from './store-contract.ts'

describeStore('memory store', async () => memoryStore())

it('keeps its own copy of the bytes', async () => {
  const store = memoryStore()
  const bytes = Uint8Array.of(1, 2, 3)
  await store.write('k', bytes, { contentType: 'x/y' })
  bytes[0] = 9
  const stored = await store.read('k')
  expect([...(stored?.bytes ?? [])]).toEqual([1, 2, 3])
})
