/**
 * The signs of a toponym: named strengths, each set once, and their weighted sum.
 *
 *   signs.set('possessive', 1); signs.weigh(new NumberedWeights(placeWeights), 0, 0) -> its weight
 *
 * All signs of an article lie in one table that the next article uses again: a toponym's are to be read before that.
 */
const names: string[] = []
const numberOf = new Map<string, number>()

const numberFor = (name: string): number => {
  const known = numberOf.get(name)
  if (known !== undefined) return known
  numberOf.set(name, names.length)
  return names.push(name) - 1
}

const mostSigns = 48 // of a toponym; the longest list has some thirty
let numbers = new Uint16Array(0)
let values = new Float64Array(0)

/** Makes room for so many toponyms; what the table held is gone. */
export const openSignTable = (toponyms: number): void => {
  if (numbers.length >= toponyms * mostSigns) return
  numbers = new Uint16Array(toponyms * mostSigns * 2)
  values = new Float64Array(toponyms * mostSigns * 2)
}

export class Signs implements Iterable<readonly [name: string, value: number]> {
  private readonly at: number
  size = 0

  /** Of the toponym of that number in the table. */
  constructor(toponym: number) {
    this.at = toponym * mostSigns
  }
  set(name: string, value: number): void {
    if (this.size === mostSigns) throw new Error(`more than ${mostSigns} signs of a place: ${name}`)
    const at = this.at + this.size++
    numbers[at] = numberFor(name)
    values[at] = value
  }
  has(name: string): boolean {
    const number = numberFor(name)
    for (let i = this.at; i < this.at + this.size; i++) if (numbers[i] === number) return true
    return false
  }
  *[Symbol.iterator](): Generator<readonly [string, number]> {
    for (let i = this.at; i < this.at + this.size; i++)
      yield [names[numbers[i] ?? 0] ?? '', values[i] ?? 0] as const
  }
  /** The weighted sum of the signs from number `from` on, added to what those before it gave. */
  weigh(weights: NumberedWeights, from: number, before: number): number {
    const table = weights.ofAll()
    let sum = before
    for (let i = this.at + from; i < this.at + this.size; i++)
      sum += (table[numbers[i] ?? 0] ?? 0) * (values[i] ?? 0)
    return sum
  }
}

/** Weights by name, looked up once for every sign that comes up. */
export class NumberedWeights {
  private readonly byName: Readonly<Record<string, number>>
  private readonly table: number[] = []

  constructor(byName: Readonly<Record<string, number>>) {
    this.byName = byName
  }
  ofAll(): readonly number[] {
    while (this.table.length < names.length) this.table.push(this.byName[names[this.table.length] ?? ''] ?? 0)
    return this.table
  }
}
