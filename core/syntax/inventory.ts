/**
 * The names behind the numbers: Penn tags, universal tags and relations, in the order in which a packed file counts them.
 *
 *   pennTags[penn('VBD')] -> "VBD"      relations[relation('nsubj')] -> "nsubj"
 *
 * A name may be added at an end; an order that changes needs a new version in pack-syntax.ts.
 */

export const pennTags = [
  'NN',
  'IN',
  'DT',
  'NNP',
  'PRP',
  'JJ',
  '.',
  'RB',
  ',',
  'NNS',
  'VB',
  'CC',
  'VBD',
  'VBP',
  'VBZ',
  'CD',
  'VBN',
  'VBG',
  'TO',
  'PRP$',
  'MD',
  'UH',
  ':',
  'WDT',
  '-RRB-',
  '-LRB-',
  'WRB',
  'WP',
  '``',
  'RP',
  'HYPH',
  "''",
  'POS',
  'NNPS',
  'JJR',
  'JJS',
  'EX',
  'RBR',
  'SYM',
  'NFP',
  '$',
  'FW',
  'GW',
  'PDT',
  'ADD',
  'RBS',
  'LS',
  'AFX',
  'WP$',
] as const
export type PennTag = (typeof pennTags)[number]

export const universalTags = [
  'NOUN',
  'ADP',
  'DET',
  'PROPN',
  'PRON',
  'ADJ',
  'PUNCT',
  'ADV',
  'VERB',
  'CCONJ',
  'NUM',
  'SCONJ',
  'AUX',
  'PART',
  'INTJ',
  'SYM',
  'X',
] as const
export type UniversalTag = (typeof universalTags)[number]

/** Universal Dependencies; the rarest subtypes are folded into what `relationOf` gives. */
export const relations = [
  'root',
  'punct',
  'case',
  'det',
  'nsubj',
  'advmod',
  'amod',
  'obj',
  'obl',
  'conj',
  'nmod',
  'compound',
  'cc',
  'mark',
  'aux',
  'cop',
  'nmod:poss',
  'advcl',
  'xcomp',
  'flat',
  'acl:relcl',
  'ccomp',
  'parataxis',
  'acl',
  'nummod',
  'appos',
  'aux:pass',
  'nsubj:pass',
  'discourse',
  'obl:unmarked',
  'nmod:unmarked',
  'compound:prt',
  'expl',
  'fixed',
  'iobj',
  'list',
  'obl:agent',
  'reparandum',
  'nmod:desc',
  'dep',
  'csubj',
  'vocative',
  'goeswith',
] as const
export type Relation = (typeof relations)[number]

const foldedRelations: ReadonlyMap<string, Relation> = new Map([
  ['nsubj:outer', 'nsubj'],
  ['csubj:pass', 'csubj'],
  ['csubj:outer', 'csubj'],
  ['obl:npmod', 'obl:unmarked'],
  ['obl:tmod', 'obl:unmarked'],
  ['nmod:npmod', 'nmod:unmarked'],
  ['nmod:tmod', 'nmod:unmarked'],
  ['advcl:relcl', 'advcl'],
  ['det:predet', 'det'],
  ['cc:preconj', 'cc'],
  ['orphan', 'dep'],
  ['dislocated', 'dep'],
])

const pennIds: ReadonlyMap<string, number> = new Map(pennTags.map((name, id) => [name, id]))
const universalIds: ReadonlyMap<string, number> = new Map(universalTags.map((name, id) => [name, id]))
const relationIds: ReadonlyMap<string, number> = new Map(relations.map((name, id) => [name, id]))

/** The number of a Penn tag. */
export const penn = (name: PennTag): number => pennIds.get(name) ?? 0

/** The number of a universal part of speech. */
export const universal = (name: UniversalTag): number => universalIds.get(name) ?? 0

/** The number of a relation. */
export const relation = (name: Relation): number => relationIds.get(name) ?? 0

/** The numbers of a treebank's own names; -1 for a name that is not ours. */
export const pennOf = (name: string): number => pennIds.get(name) ?? -1
export const universalOf = (name: string): number => universalIds.get(name) ?? -1
export const relationOf = (name: string): number =>
  relationIds.get(foldedRelations.get(name) ?? name) ?? relationIds.get(name.split(':')[0] ?? '') ?? -1
