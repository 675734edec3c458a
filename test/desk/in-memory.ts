/** What a local cloud and a press are opened with, where nothing is kept and nothing is said. */
import { silentLog, silentMeter } from '../../functions/services.ts'
import { memoryStore } from '../../functions/store/memory-store.ts'
import { lightVariants } from '../functions/light-variants.ts'

export const inMemory = (now: () => Date) => ({
  inbox: memoryStore({ now }),
  content: memoryStore({ now }),
  now,
  findVariants: lightVariants,
  settings: { baseUrl: 'http://desk', feedTitle: 'Test', feedWindowDays: null, isTextPublic: true },
  log: silentLog,
  meter: silentMeter,
})
