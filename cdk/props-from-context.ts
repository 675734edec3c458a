/**
 * Props from the command line's context, where everything is text: "7" -> 7, "false" -> false; sources
 * may be the path of a .json file.
 */
import { readFileSync } from 'node:fs'
import type { Node } from 'constructs'
import { CopydeskProps, type CopydeskSettings, parseProps } from './copydesk-props.ts'

/** @throws an Error that names each wrong prop. */
export const propsFromContext = (node: Node): CopydeskSettings => {
  const given = Object.keys(CopydeskProps.shape).flatMap(name => {
    const value: unknown = node.tryGetContext(name)
    return value === undefined
      ? []
      : [[name, name === 'sources' ? fromFile(value) : fromText(value)] as const]
  })
  return parseProps(Object.fromEntries(given))
}

const fromText = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  if (value === 'true' || value === 'false') return value === 'true'
  if (/^-?\d{1,9}$/.test(value)) return Number(value)
  return /^[[{]/.test(value) ? parsedJson(value) : value
}

/** Sources are long; on the command line they come as a file. */
const fromFile = (value: unknown): unknown => {
  if (typeof value !== 'string' || !value.endsWith('.json')) return fromText(value)
  try {
    return parsedJson(readFileSync(value, 'utf8'))
  } catch (cause) {
    throw new Error(`Copydesk: wrong props\n  sources: the file ${value} cannot be read`, { cause })
  }
}

const parsedJson = (value: string): unknown => {
  try {
    return JSON.parse(value)
  } catch {
    return value // the schema says what is wrong with it
  }
}
