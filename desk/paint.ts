/**
 * Colour, on a terminal only and never against NO_COLOR.
 */
import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]
export type Paint = (style: Style, text: string) => string

export const paintFor = (stream: NodeJS.WriteStream): Paint => {
  const isColoured = stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  return isColoured ? (style, text) => styleText(style, text) : (_, text) => text
}

/** Columns of the terminal; 100 where there is none to ask. */
export const widthOf = (stream: NodeJS.WriteStream): number => Math.min(stream.columns || 100, 120)

/** Breaks at blanks, each line after the first behind `indent` blanks. A word longer than a line stays whole. */
export const wrap = (text: string, width: number, indent: number): string => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`)
}
