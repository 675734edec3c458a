import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  articleIdOfKey,
  articleKey,
  awakeKey,
  incomingKey,
  overrideKey,
  parseIncomingKey,
  parseWaitingKey,
  rejectedKey,
  waitingKey,
} from '../../functions/keys.ts'

describe('keys', () => {
  it.each([
    ['incoming/wire/2031/03/04/a1.html', { source: 'wire', sourceId: 'a1', name: 'a1.html' }],
    ['incoming/wire/a1.html', { source: 'wire', sourceId: 'a1', name: 'a1.html' }],
    ['incoming/a1.html', { source: 'upload', sourceId: 'a1', name: 'a1.html' }],
    ['incoming/wire/2031/03/04/desk/a b+c', { source: 'wire', sourceId: 'desk/a b+c', name: 'desk/a b+c' }],
    ['incoming/wire/.txt', { source: 'wire', sourceId: '.txt', name: '.txt' }],
    ['incoming//a.txt', { source: 'upload', sourceId: 'a', name: 'a.txt' }],
    ['incoming/wire/', null],
    ['articles/a1.json', null],
  ])('reads the delivery %s', (key, delivery) => {
    expect(parseIncomingKey(key)).toEqual(delivery)
  })

  it('puts a delivery under its day in UTC', () => {
    const at = new Date('2031-03-04T23:30:00-02:00')
    expect(incomingKey('wire', at, 'a1.html')).toBe('incoming/wire/2031/03/05/a1.html')
  })

  it('tells the article of what opens extract, and of nothing else', () => {
    for (const key of [articleKey('a-1'), overrideKey('a-1'), awakeKey('a-1')]) {
      expect(articleIdOfKey(key)).toBe('a-1')
    }
    for (const key of [
      'articles/',
      'articles/a/b.json',
      'articles/-a.json',
      'waiting/x/a-1',
      'rejected/a.json',
    ]) {
      expect(articleIdOfKey(key)).toBeNull()
    }
  })

  it('sorts what waits by the moment, whatever its time zone', () => {
    const [earlier, later] = [
      waitingKey('2031-03-04T12:00:00+02:00', 'z'),
      waitingKey('2031-03-04T11:00:00Z', 'a'),
    ]
    expect([later, earlier].sort()).toEqual([earlier, later])
    expect(parseWaitingKey(earlier)).toEqual({ until: '2031-03-04T10:00:00.000Z', id: 'z' })
  })

  it('gives every delivery a record of its own that S3 takes', () => {
    const path = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1_000 })
    const incoming = path.map(text => `incoming/${text}`).filter(key => Buffer.byteLength(key) <= 1_024)
    fc.assert(
      fc.property(incoming, incoming, (a, b) => {
        expect(Buffer.byteLength(rejectedKey(a))).toBeLessThanOrEqual(1_024)
        expect(rejectedKey(a) === rejectedKey(b)).toBe(a === b)
      }),
    )
  })
})
