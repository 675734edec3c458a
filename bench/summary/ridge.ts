/**
 * Ridge regression on rows that are compared within their article only: means are taken off article by article, so
 * that an easy article does not count as a good choice.
 */
export interface Sums {
  readonly size: number
  readonly products: Float64Array
  readonly targets: Float64Array
}

export const emptySums = (size: number): Sums => ({
  size,
  products: new Float64Array(size * size),
  targets: new Float64Array(size),
})

/** Adds one article's rows, which together weigh `weight`. */
export const addArticle = (
  sums: Sums,
  rows: readonly Float64Array[],
  targets: readonly number[],
  weight = 1,
): void => {
  const { size } = sums
  const count = rows.length
  if (count < 3) return // nothing to compare
  const means = new Float64Array(size)
  for (const row of rows) for (let k = 0; k < size; k++) means[k] = (means[k] ?? 0) + (row[k] ?? 0) / count
  const meanTarget = targets.reduce((sum, target) => sum + target, 0) / count
  rows.forEach((row, i) => {
    const difference = (targets[i] ?? 0) - meanTarget
    for (let k = 0; k < size; k++) {
      const x = (((row[k] ?? 0) - (means[k] ?? 0)) * weight) / count
      if (x === 0) continue
      sums.targets[k] = (sums.targets[k] ?? 0) + x * difference
      for (let l = 0; l < size; l++) {
        sums.products[k * size + l] =
          (sums.products[k * size + l] ?? 0) + x * ((row[l] ?? 0) - (means[l] ?? 0))
      }
    }
  })
}

export const addSums = (into: Sums, from: Sums, factor = 1): void => {
  from.products.forEach((x, i) => {
    into.products[i] = (into.products[i] ?? 0) + factor * x
  })
  from.targets.forEach((x, i) => {
    into.targets[i] = (into.targets[i] ?? 0) + factor * x
  })
}

/** The weights that fit best, held near 0 by lambda; 0 for the columns that are left out. */
export const solveRidge = (
  sums: Sums,
  lambda: number,
  leftOut: ReadonlySet<number> = new Set(),
): Float64Array => {
  const { size } = sums
  const rows = Array.from({ length: size }, (_, k) => {
    const row = new Float64Array(size + 1)
    for (let l = 0; l < size; l++) {
      const isOut = leftOut.has(k) || leftOut.has(l)
      row[l] = isOut ? 0 : (sums.products[k * size + l] ?? 0)
    }
    row[k] = leftOut.has(k) ? 1 : (row[k] ?? 0) + lambda
    row[size] = leftOut.has(k) ? 0 : (sums.targets[k] ?? 0)
    return row
  })
  eliminate(rows)
  return Float64Array.from(rows, (row, k) => (row[size] ?? 0) / (row[k] ?? 1))
}

/** Gauss and Jordan; the matrix is positive definite, so no row has to be exchanged. */
const eliminate = (rows: readonly Float64Array[]): void => {
  rows.forEach((pivot, c) => {
    const divisor = pivot[c] ?? 1
    rows.forEach((row, r) => {
      const factor = (row[c] ?? 0) / divisor
      if (r === c || factor === 0) return
      for (let l = c; l < row.length; l++) row[l] = (row[l] ?? 0) - factor * (pivot[l] ?? 0)
    })
  })
}
