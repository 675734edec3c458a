/**
 * npm run sweep: which memory size of the extract function is cheapest, and how long an article takes at each.
 *
 * The CPU time of the deployed bundle is measured here, for a cold start and for a later article; Lambda gives a
 * function a processor's share of its memory over 1,769 MB. What waits for S3 takes the same time at any size.
 * Worked out, not run at Amazon: its arm64 processors differ from this one.
 */

import { prices } from './cost/prices.ts'
import { measureTimes, processorShare, s3Delays } from './cost/times.ts'
import { extractCall } from './figures/cold.ts'

const sizes = [256, 512, 768, 1_024, 1_536, 1_769, 2_048]

const { firstCpu, cpu, waiting } = await measureTimes(extractCall())
console.log(
  `The deployed bundle: ${firstCpu.toFixed(0)} ms of CPU to the first article, ${cpu.toFixed(1)} ms for a later one, its requests among it.`,
)
console.log(
  `It waits ${waiting.toFixed(0)} ms for a store that takes ${s3Delays.read} ms a read and ${s3Delays.write} a write.\n`,
)
console.log(
  '| memory, MB | share of a processor | first article, ms | a later one, ms | dollars a million, later ones |',
)
console.log(
  '| ---------- | -------------------- | ----------------- | --------------- | ----------------------------- |',
)
for (const megabytes of sizes) {
  const share = processorShare(megabytes)
  const ms = cpu / share + waiting
  const dollars =
    1e6 * ((ms / 1000) * (megabytes / 1024) * prices.lambdaGigabyteSecond + prices.lambdaRequest)
  console.log(
    `| ${megabytes} | ${share.toFixed(2)} | ${(firstCpu / share + waiting).toFixed(0)} | ${ms.toFixed(0)} | ${dollars.toFixed(2)} |`,
  )
}
