/**
 * schema.org as its makers publish it (RDF, from @vocabulary/schema): which types and properties there are, and which
 * property a type has. Holds expanded JSON-LD against it.
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { NodeObject } from 'jsonld'

const base = 'http://schema.org/'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#'

export interface Vocabulary {
  /** Answers for https://schema.org without the network. */
  readonly documentLoader: (url: string) => Promise<{ documentUrl: string; document: NodeObject }>
  readonly problemsOf: (expanded: unknown) => string[]
}

export const openVocabulary = (): Vocabulary => {
  const file = join(dirname(createRequire(import.meta.url).resolve('@vocabulary/schema')), 'schema.nq')
  const classes = new Set<string>()
  const parents = new Map<string, string[]>()
  const domains = new Map<string, string[]>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, subject, predicate, object] = /^<([^>]+)> <([^>]+)> <([^>]+)>/.exec(line) ?? []
    if (!subject || !predicate || !object) continue
    if (predicate === `${rdf}type` && object === `${rdfs}Class`) classes.add(subject)
    if (predicate === `${rdfs}subClassOf`) parents.set(subject, [...(parents.get(subject) ?? []), object])
    if (predicate === `${base}domainIncludes`) domains.set(subject, [...(domains.get(subject) ?? []), object])
  }
  const ancestors = (type: string): string[] => [type, ...(parents.get(type) ?? []).flatMap(ancestors)]

  const problemsOf = (node: unknown): string[] => {
    if (Array.isArray(node)) return node.flatMap(problemsOf)
    if (typeof node !== 'object' || node === null) return []
    const types: readonly string[] = Reflect.get(node, '@type') ?? []
    const unknownTypes = types.filter(type => !classes.has(type)).map(type => `there is no type ${type}`)
    const kinds = new Set(types.flatMap(ancestors))
    const misplaced = Object.keys(node)
      .filter(key => !key.startsWith('@'))
      .filter(key => !(domains.get(key) ?? []).some(domain => kinds.has(domain)))
      .map(key => `${types.join()} has no ${key}`)
    return [...unknownTypes, ...misplaced, ...Object.values(node).flatMap(problemsOf)]
  }
  return {
    problemsOf,
    documentLoader: async url => {
      if (url.replace(/\/$/, '') !== 'https://schema.org') throw new Error(`nobody may be asked for ${url}`)
      return { documentUrl: url, document: { '@context': { '@vocab': base } } }
    },
  }
}
