import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { addressFor, FetchRefused, fetchBytes } from '../../functions/fetch-bytes.ts'

let server: Server
let base = ''
let answers: ((response: ServerResponse) => void)[] = []
const asked: string[] = []
const waited: number[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization ?? ''}${request.headers['x-token'] ?? ''}`)
    const answer = answers.shift()
    if (answer === undefined) response.writeHead(500).end()
    else answer(response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
afterAll(() => new Promise(resolve => server.close(resolve)))
beforeEach(() => {
  asked.length = 0
  waited.length = 0
})

const get = (
  path = '/{id}',
  options: { tokenHeader?: string; mostBytes?: number; timeoutMs?: number } = {},
) =>
  fetchBytes(
    {
      url: `${base}${path}`,
      ...(options.tokenHeader === undefined ? {} : { tokenHeader: options.tokenHeader }),
    },
    { id: '7', path: 'a/../b c' },
    {
      token: 'not-a-token',
      mostBytes: options.mostBytes ?? 1_000,
      timeoutMs: options.timeoutMs ?? 2_000,
      wait: async ms => void waited.push(ms),
    },
  )

const ok = (response: ServerResponse): void => void response.writeHead(200).end('{}')
const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(code, headers).end('x')

describe('fetching an article', () => {
  test('brings its bytes, the token in a header', async () => {
    answers = [ok]
    expect(new TextDecoder().decode((await get()) ?? undefined)).toBe('{}')
    expect(asked).toEqual(['/7 Bearer not-a-token'])
  })

  test('the token in a header of their own, or in the address', async () => {
    answers = [ok, ok]
    await get('/{id}', { tokenHeader: 'X-Token' })
    await get('/{id}?t={token}')
    expect(asked).toEqual(['/7 not-a-token', '/7?t=not-a-token '])
  })

  test('is tried again while the CMS has trouble, as long as it asks for but not longer than four seconds', async () => {
    answers = [status(503), status(429, { 'retry-after': '3600' }), status(500), ok]
    expect(await get()).not.toBeNull()
    expect(waited).toEqual([250, 4_000, 4_000])
  })

  test('gives up after four tries', async () => {
    answers = []
    await expect(get()).rejects.toThrow('no answer in 4 tries')
    expect(asked).toHaveLength(4)
  })

  test.each([404, 410])('%s: it is gone', async code => {
    answers = [status(code)]
    expect(await get()).toBeNull()
  })

  test.each([400, 401, 403])('%s is not asked again', async code => {
    answers = [status(code)]
    await expect(get()).rejects.toBeInstanceOf(FetchRefused)
    expect(asked).toHaveLength(1)
  })

  test('another address is not followed', async () => {
    answers = [status(302, { location: 'http://169.254.169.254/' }), ok]
    await expect(get()).rejects.toThrow('leads elsewhere')
  })

  test('an answer without end is cut off', async () => {
    answers = [
      response => {
        response.writeHead(200)
        response.write('x'.repeat(5_000))
        response.end()
      },
    ]
    await expect(get()).rejects.toThrow('more than 1000 bytes')
  })

  test('an answer that does not come is waited for no longer than said', async () => {
    const open: ServerResponse[] = []
    answers = Array.from({ length: 4 }, () => response => void open.push(response))
    await expect(get('/{id}', { timeoutMs: 40 })).rejects.toThrow('no answer')
    for (const response of open) response.destroy()
  })
})

describe('the address', () => {
  const of = (url: string, params: Record<string, string>): string => addressFor({ url }, params, null)
  test('takes what an event tells into its path, encoded', () => {
    expect(of('https://a.example/{path}', { path: 'a/../b c/ä' })).toBe('https://a.example/a/b%20c/%C3%A4')
    expect(of('https://a.example/x?id={id}', { id: '1&token=2#x' })).toBe(
      'https://a.example/x?id=1%26token%3D2%23x',
    )
    expect(of('https://a.example/{id}', { id: '//evil.example' })).toBe('https://a.example///evil.example')
  })
  test('names what is not told', () =>
    expect(() => of('https://a.example/{slug}', { id: '1' })).toThrow('{slug}'))
})
