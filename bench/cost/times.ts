/**
 * Milliseconds of a later call of a deployed bundle: its CPU time, measured here, and what it waits for S3, measured by
 * the clock over a store that answers as late as S3 does. What need not wait for another request does not.
 */
import { type Call, measureStarts } from '../figures/cold.ts'
import type { Delays } from '../s3-stand-in.ts'

/** Milliseconds that S3 takes for a request within a region: an assumption. */
export const s3Delays: Delays = { read: 15, write: 30 }

const megabytesOfProcessor = 1_769
/** Lambda gives a function a processor's share of its memory. */
export const processorShare = (megabytes: number): number => Math.min(1, megabytes / megabytesOfProcessor)

export interface Times {
  /** CPU of all threads from the start of the process to the end of the first call, and of a later call. */
  readonly firstCpu: number
  readonly cpu: number
  readonly waiting: number
}

export const measureTimes = async (call: Call): Promise<Times> => {
  const plain = await measureStarts(call, { further: 120 })
  const delayed = await measureStarts(call, { starts: 3, further: 40, delays: s3Delays })
  return { firstCpu: plain.cpu, cpu: plain.laterCpu, waiting: delayed.later - plain.later }
}
