/**
 * Rows of the weight table, group by group: a group is a token, or a word with all its places.
 *
 *   openTable(2); beginRows(0, 80); add(2, hash); beginRows(1, 80); closeTable(2)
 *     -> group i has the rows table.rows[table.firsts[i] .. table.firsts[i + 1])
 *
 * One table, reused by who opens it next; no allocation a feature.
 */
export interface FeatureTable {
  rows: Int32Array
  firsts: Int32Array
}

/** Bits of a row number. */
export const rowBits = 21

const table: FeatureTable = { rows: new Int32Array(4096 * 32), firsts: new Int32Array(4096) }
let count = 0

export const openTable = (groups: number): void => {
  count = 0
  if (table.firsts.length < groups + 1) table.firsts = new Int32Array((groups + 1) * 2)
}

/** The rows that are added next are those of the group, of which there are at most so many. */
export const beginRows = (group: number, most: number): void => {
  table.firsts[group] = count
  if (count + most <= table.rows.length) return
  const larger = new Int32Array(table.rows.length * 2)
  larger.set(table.rows)
  table.rows = larger
}

/** mix(mix(value, the template spread), a constant), written out: it is called thousands of times for a first article. */
export const add = (template: number, value: number): void => {
  const once = Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 15) ^ 0x27d4eb2f, 0x85ebca6b)
  table.rows[count++] = (twice ^ (twice >>> 15)) >>> (32 - rowBits)
}

export const closeTable = (groups: number): FeatureTable => {
  table.firsts[groups] = count
  return table
}
