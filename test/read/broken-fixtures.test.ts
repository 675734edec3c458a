/**
 * Broken inputs and the problems they must give (fixtures/broken): all of them, with code and place; and in words that
 * say what was got and what to do.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { readArticle } from '../../core/read/read-article.ts'

const folder = fileURLToPath(new URL('../../fixtures/broken/', import.meta.url))

describe('broken inputs', () => {
  it('are at least twenty', () => {
    expect(readdirSync(folder).length).toBeGreaterThanOrEqual(20)
  })

  it.each(readdirSync(folder))('%s gives its problems', slug => {
    const name = readdirSync(join(folder, slug)).find(file => file.startsWith('input')) ?? ''
    const hints = { source: 'upload', sourceId: slug, receivedAt: '2031-01-02T03:04:05Z', name }
    const result = readArticle(readFileSync(join(folder, slug, name)), hints)
    const problems = result.ok ? [] : result.problems
    const expected: unknown = JSON.parse(readFileSync(join(folder, slug, 'problems.json'), 'utf8'))
    expect(problems.map(({ code, path }) => ({ code, path }))).toEqual(expected)
    for (const { message } of problems) expect(message.length).toBeGreaterThan(30)
  })
})
