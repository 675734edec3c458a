// Calls the bundle's handler once and prints the milliseconds since the process began, as JSON.
const [, , bundle, key] = process.argv
const { handler } = await import(bundle)
const loaded = performance.now()
const detail = { bucket: { name: 'inbox' }, object: { key } }
const body = JSON.stringify({
  time: '2031-06-15T12:00:00Z',
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail,
})
const answer = await handler(
  { Records: [{ messageId: '1', body, attributes: {}, eventSource: 'aws:sqs' }] },
  {},
)
if (answer.batchItemFailures.length > 0) throw new Error('the handler failed')
console.log(JSON.stringify({ total: performance.now(), loaded }))
