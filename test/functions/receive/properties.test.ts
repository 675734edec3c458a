/**
 * Random bytes, random JSON and random headers at every verifier and every reader: no exception, no acceptance.
 */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { SourceConfig } from '../../../content-schema/source-config.ts'
import { readDelivery, readFetched, type Wanted } from '../../../core/read/read-delivery.ts'
import { schemes } from '../../../functions/receive/signatures/schemes.ts'
import {
  fixtureBytes,
  fixtureNames,
  fixtureSources,
  secretOf,
  type WebhookKind,
  webhookKinds,
} from './webhook-fixtures.ts'

const now = new Date('2026-11-23T10:00:00.000Z')
const sources = fixtureSources()
const sourceOf = (kind: WebhookKind): SourceConfig => sources[kind] ?? { kind, secrets: [] }

const headerNames = [
  ...new Set(
    webhookKinds.flatMap(kind =>
      Object.keys(
        schemes[kind].sign({ method: 'POST', path: '/', body: new Uint8Array() }, secretOf(kind), {
          now,
          source: sourceOf(kind),
          event: 'publish',
        }).headers,
      ),
    ),
  ),
]

/** Values of the right form, too: what is told apart by form alone would be no check. */
const headerValue = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 40, maxLength: 64 }),
  fc
    .tuple(fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }))
    .map(([hex]) => `sha256=${hex}, t=${now.getTime()}`),
  fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map(bytes => `t=${now.getTime()},v1=${Buffer.from(bytes).toString('base64url')}`),
  fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => `v1,${Buffer.from(bytes).toString('base64')}`),
  fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map(bytes => `sign=${Buffer.from(bytes).toString('base64')}, env=master, t=${now.getTime()}`),
  fc.constantFrom(
    String(now.getTime()),
    String(now.getTime() / 1000),
    'Bearer ',
    'Bearer undefined',
    'Basic ',
    'x-contentful-signed-headers,x-contentful-timestamp',
    '__proto__,constructor',
  ),
)
const headers = fc.dictionary(fc.constantFrom(...headerNames, '__proto__', 'constructor'), headerValue)
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.json().map(text => new TextEncoder().encode(text)),
)

describe.each(webhookKinds)('%s', kind => {
  test('no random request is genuine', () => {
    fc.assert(
      fc.property(headers, bytes, fc.webPath(), (given, body, path) => {
        const verdict = schemes[kind].verify(
          { method: 'POST', path, query: '', headers: given, body },
          secretOf(kind),
          { now, source: sourceOf(kind) },
        )
        expect(verdict.kind).toBe('refused')
      }),
      { numRuns: 150 },
    )
  })

  const hints = { source: kind, sourceId: 'd', receivedAt: now.toISOString(), name: 'd.json' }
  const wanted: Wanted = {
    kind: 'thin',
    sourceId: 'd',
    params: {},
    name: 'd.json',
    at: null,
    gone: 'withdraw',
  }

  /** Nothing that is random is an article; a withdrawal may look like nearly nothing, so it may be one. */
  const check = (body: Uint8Array): void => {
    for (const delivered of [
      ...readDelivery(body, hints, sourceOf(kind)),
      readFetched(body, wanted, hints, sourceOf(kind)),
    ]) {
      if (delivered.kind === 'read' && delivered.result.ok) {
        const { text, blocks } = delivered.result.article
        for (const block of blocks) expect(text.slice(block.start, block.end).trim()).not.toBe('')
      }
    }
  }

  test('random bytes and random JSON are survived', () => {
    fc.assert(fc.property(bytes, check), { numRuns: 100 })
  })

  test('fixtures with a value somewhere replaced by anything are survived', () => {
    const names = fixtureNames(kind).filter(name => name !== 'broken')
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(400),
        fc.jsonValue({ maxDepth: 3 }),
        (name, at, value) => {
          const text = new TextDecoder().decode(fixtureBytes(kind, name) ?? new Uint8Array())
          let seen = 0
          const replaced =
            kind === 'websub'
              ? text.slice(0, at) + JSON.stringify(value) + text.slice(at + 20)
              : JSON.stringify(JSON.parse(text, (_, one: unknown) => (seen++ === at ? value : one)))
          check(new TextEncoder().encode(replaced))
        },
      ),
      { numRuns: 100 },
    )
  })
})
