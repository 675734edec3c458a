import { SourceMap } from 'node:module'
import { describe, expect, it } from '@jest/globals'
import { transform } from 'esbuild'
import { markEager } from '../../cdk/eager-functions.ts'

const noMap = JSON.stringify({ version: 3, sources: [], names: [], mappings: '' })

describe('markEager', () => {
  it.each([
    ['const f=a=>a+1', 'const f=(a=>a+1)'],
    ['const f=async a=>a', 'const f=(async a=>a)'],
    ['const f=a=>b=>c', 'const f=(a=>(b=>c))'],
    ['f(a=>1,b=>2)', 'f((a=>1),(b=>2))'],
    ['const o={f:function(){return()=>1}}', 'const o={f:(function(){return(()=>1)})}'],
    // What is in brackets stays, what cannot be is left alone.
    ['(()=>1)()', '(()=>1)()'],
    ['function f(){}', 'function f(){}'],
    ['class A{m(){}}', 'class A{m(){}}'],
    ['const s="a=>b",r=/a=>b/', 'const s="a=>b",r=/a=>b/'],
  ])('%s', (code, marked) => {
    expect(markEager({ code, map: noMap }).code).toBe(marked)
  })

  it('takes the source map along', async () => {
    const source = 'export const first = (a) => a + 1\nexport const second = (b) => { throw new Error(b) }\n'
    const built = await transform(source, { minify: true, sourcemap: true, sourcefile: 'x.js' })
    const { code, map } = markEager(built)
    expect(code).not.toBe(built.code)
    const columnOf = (text: string, word: string): number => text.split('\n')[0]?.indexOf(word) ?? -1
    const placeOf = (json: string, column: number): unknown =>
      new SourceMap(JSON.parse(json)).findEntry(0, column)
    for (const word of ['throw', 'new Error']) {
      const { generatedColumn: _, ...expected } = Object(placeOf(built.map, columnOf(built.code, word)))
      expect(placeOf(map, columnOf(code, word))).toMatchObject(expected)
    }
  })
})
