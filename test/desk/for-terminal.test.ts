import { styleText } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { forTerminal } from '../../desk/for-terminal.ts'

describe('text of others on a terminal', () => {
  it.each([
    ['a new name for the window', 'Storm\u001b]0;x\u0007 hits', 'Storm\ufffd]0;x\ufffd hits'],
    ['a cursor that moves', 'one\u001b[2Atwo\rthree\u0008', 'one\ufffd[2Atwo\ufffdthree\ufffd'],
    ['the same in one character', 'one\u009b2Atwo', 'one\ufffd2Atwo'],
    ['text in any script', 'Ana — «新闻»\n\tdos', 'Ana — «新闻»\n\tdos'],
  ])('%s', (_, text, shown) => expect(forTerminal(text)).toBe(shown))

  it('keeps what we paint', () => {
    const painted = styleText('red', 'missing', { validateStream: false })
    expect(painted).toContain('\u001b[31m')
    expect(forTerminal(painted)).toBe(painted)
  })

  it('gives no command but colours, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\u001b', '[', '3', ';', 'm', 'A', '\u0007', '\n') }),
        text => {
          const [before, ...escapes] = forTerminal(text).split('\u001b')
          for (const rest of escapes) expect(rest).toMatch(/^\[[\d;]*m/)
          expect([before, ...escapes].join('')).not.toMatch(/[^\P{Cc}\n\t]/u)
        },
      ),
    )
  })
})
