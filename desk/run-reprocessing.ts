/**
 * The state machine of reprocessing, run on this machine: its item reader, batcher and payloads are followed as they
 * stand in the definition, so that what is tried here is what is deployed.
 *
 * Only what the definition uses is understood: references to the input and to the execution's name.
 */
import { listKeys } from '../functions/list-keys.ts'
import type { reprocessingDoor } from '../functions/reprocessing/reprocessing-door.ts'
import type { reprocessingStateMachine } from '../functions/reprocessing/state-machine.ts'
import type { Store } from '../functions/store/store.ts'

export interface LocalExecution {
  readonly definition: ReturnType<typeof reprocessingStateMachine>
  readonly door: ReturnType<typeof reprocessingDoor>
  readonly inbox: Store
  readonly name: string
  readonly input: { readonly isDryRun?: boolean }
  /** Called after each batch with the number of articles done. */
  readonly onBatch?: (articles: number) => void
}

export const runReprocessing = async ({
  definition,
  door,
  inbox,
  name,
  input: given,
  onBatch,
}: LocalExecution): ReturnType<LocalExecution['door']> => {
  const { AssumeDryRun, EachBatch, Report } = definition.States
  const input = given.isDryRun === undefined ? AssumeDryRun.Result : given
  const resolve = (template: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(template).map(([key, value]) => [
        key.replace(/\.\$$/, ''),
        lookUp(String(value), name, input),
      ]),
    )
  const { MaxItemsPerBatch, BatchInput } = EachBatch.ItemBatcher
  let items: { Key: string }[] = []
  let done = 0
  const handOver = async (): Promise<void> => {
    if (items.length === 0) return
    await door({ Items: items, BatchInput: resolve(BatchInput) })
    done += items.length
    items = []
    onBatch?.(done)
  }
  for await (const { key } of listKeys(inbox, EachBatch.ItemReader.Parameters.Prefix)) {
    items.push({ Key: key })
    if (items.length === MaxItemsPerBatch) await handOver()
  }
  await handOver()
  return door(resolve(Report.Parameters.Payload))
}

/** '$$.Execution.Name' and '$.isDryRun'. */
const lookUp = (path: string, name: string, input: { readonly isDryRun?: boolean }): unknown => {
  if (path === '$$.Execution.Name') return name
  if (path === '$.isDryRun') return input.isDryRun
  throw new Error(`the definition uses ${path}, which is not understood here`)
}
