/**
 * npm run sweep: which memory size of the extract function is cheapest, and how long an article takes at each.
 *
 * The CPU time of the deployed bundle is measured here, for a cold start and for a later article; Lambda gives a
 * function a processor's share of its memory over 1,769 MB. What waits for S3 takes the same time at any size.
 * Worked out, not run at Amazon: its arm64 processors differ from this one.
 */

import { prices } from './cost/prices.ts'
import { measureCold } from './figures/cold.ts'

const megabytesOfProcessor = 1_769
const sizes = [256, 512, 768, 1_024, 1_536, 1_769, 2_048]
/** Two reads and three writes one after the other (what need not wait goes at once), at the times of cost/cost.ts. */
const waitingMs = 2 * 15 + 3 * 30

const { cpu, warm } = await measureCold({ further: 120 })
console.log(
  `CPU of the deployed bundle: ${cpu.toFixed(0)} ms to the first article, ${warm.toFixed(1)} ms for a later one, its requests among it.\n`,
)
console.log(
  '| memory, MB | share of a processor | first article, ms | a later one, ms | dollars a million, later ones |',
)
console.log(
  '| ---------- | -------------------- | ----------------- | --------------- | ----------------------------- |',
)
for (const megabytes of sizes) {
  const share = Math.min(1, megabytes / megabytesOfProcessor)
  const ms = warm / share + waitingMs
  const dollars =
    1e6 * ((ms / 1000) * (megabytes / 1024) * prices.lambdaGigabyteSecond + prices.lambdaRequest)
  console.log(
    `| ${megabytes} | ${share.toFixed(2)} | ${(cpu / share + waitingMs).toFixed(0)} | ${ms.toFixed(0)} | ${dollars.toFixed(2)} |`,
  )
}
