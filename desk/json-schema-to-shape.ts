/**
 * A zod schema as the client's shape: what is checked without a library. See client/shape.ts for the notation.
 *
 *   z.object({ url: z.string().nullable(), image: z.string().optional() }) -> { url: 's?', 'image?': 's' }
 *
 * Bounds and patterns are left out: a client that reads must not refuse what the server has come to allow.
 */
import * as z from 'zod'
import type { Shape } from '../client/shape.ts'

/** The part of JSON Schema that our schemas give. */
interface Schema {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema | false
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

export const schemaToShape = (schema: z.ZodType): Shape => {
  // z.toJSONSchema gives JSON Schema, whose type zod leaves wide; Schema names the keywords that we look at.
  const jsonSchema = z.toJSONSchema(schema, { target: 'draft-2020-12' }) as Schema
  return toShape(jsonSchema)
}

const kinds: Readonly<Record<string, string>> = { string: 's', number: 'n', integer: 'i', boolean: 'b' }

const toShape = (schema: Schema): Shape => {
  if (schema.const !== undefined) return ['=', schema.const]
  if (schema.enum) return ['=', ...schema.enum]
  const either = schema.anyOf ?? schema.oneOf
  if (either) return nullableShape(either)
  if (schema.type === 'array') return [toShape(schema.items || schema.prefixItems?.[0] || {})]
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([name, field]) => [
      schema.required?.includes(name) ? name : `${name}?`,
      toShape(field),
    ])
    return Object.fromEntries(fields)
  }
  if (schema.type === undefined) return '*'
  const types = [schema.type].flat()
  const kind = kinds[types[0] ?? ''] ?? '*'
  return types.includes('null') ? `${kind}?` : kind
}

/** Our only unions are with null; a document of several kinds is told apart before its shape is checked. */
const nullableShape = (either: readonly Schema[]): Shape => {
  const [shape, another] = either.filter(({ type }) => type !== 'null').map(toShape)
  if (shape === undefined || another !== undefined) return '*'
  return typeof shape === 'string' ? `${shape}?` : ['?', shape]
}
