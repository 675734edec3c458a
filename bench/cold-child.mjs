// Calls the bundle's handler once and prints the milliseconds since the process began, as JSON: by the clock, of CPU, and
// of CPU of the main thread alone (null where Node cannot tell).
// Then calls it some more times, and tells what each of the later half of those calls takes, of CPU and by the clock.
const [, , bundle, key, further = '0'] = process.argv
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const mainCpu = () => {
  const used = process.threadCpuUsage?.()
  return used ? (used.user + used.system) / 1000 : null
}
const { handler } = await import(bundle)
const loaded = performance.now()
const detail = { bucket: { name: 'inbox' }, object: { key } }
const body = JSON.stringify({
  time: '2031-06-15T12:00:00Z',
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail,
})
const call = async () => {
  const answer = await handler(
    { Records: [{ messageId: '1', body, attributes: {}, eventSource: 'aws:sqs' }] },
    {},
  )
  if (answer.batchItemFailures.length > 0) throw new Error('the handler failed')
}
await call()
const first = { total: performance.now(), loaded, cpu: cpu(), main: mainCpu() }
const half = Math.floor(Number(further) / 2)
for (let i = 0; i < half; i++) await call()
const before = { cpu: cpu(), clock: performance.now() }
for (let i = 0; i < half; i++) await call()
const later =
  half > 0 ? { laterCpu: (cpu() - before.cpu) / half, later: (performance.now() - before.clock) / half } : {}
console.log(JSON.stringify({ ...first, ...later }))
