/**
 * The IPTC's own schema of ninjs 3.1, as a check. Schema and cases lie under fixtures/conformance/ninjs (MIT, IPTC).
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

export const ninjsFolder = fileURLToPath(new URL('../fixtures/conformance/ninjs/', import.meta.url))

/** What the official schema has against a document; empty where it is ninjs 3.1. */
export type CheckNinjs = (document: unknown) => readonly string[]

export const openNinjsSchema = (): CheckNinjs => {
  const read = (name: string): object => JSON.parse(readFileSync(`${ninjsFolder}${name}`, 'utf8'))
  // strict: the schema itself leaves types out here and there.
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  formats.default(ajv)
  // ninjs asks for it at an address whose end is an empty fragment.
  ajv.addSchema(read('GeoJSON-schema.json'), 'https://geojson.org/schema/GeoJSON.json')
  const validate = ajv.compile(read('ninjs-schema_3.1.json'))
  return document =>
    validate(document)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`)
}
