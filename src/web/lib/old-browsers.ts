/** What the language gained after Chrome 99 and Safari 15.4 and our code uses. The build lowers syntax, not these. */
const missing: [object, string, (...given: never[]) => unknown][] = [
  [Array.prototype, 'toSorted', toSorted],
  [Array.prototype, 'toReversed', toReversed],
  [Array.prototype, 'with', replaced],
  [Array.prototype, 'findLast', findLast],
  [Object, 'groupBy', groupBy],
]

for (const [owner, name, value] of missing) {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true })
}

function toSorted<T>(this: T[], order?: (a: T, b: T) => number): T[] {
  return [...this].sort(order)
}

function toReversed<T>(this: T[]): T[] {
  return this.map((_value, index) => this[this.length - 1 - index] as T)
}

function replaced<T>(this: T[], index: number, value: T): T[] {
  const copy = [...this]
  copy[index < 0 ? copy.length + index : index] = value
  return copy
}

function findLast<T>(this: T[], fits: (value: T, index: number, all: T[]) => boolean): T | undefined {
  for (let index = this.length - 1; index >= 0; index -= 1) {
    const value = this[index] as T
    if (fits(value, index, this)) return value
  }
  return undefined
}

function groupBy<T>(values: Iterable<T>, keyOf: (value: T, index: number) => PropertyKey): Record<PropertyKey, T[]> {
  const groups: Record<PropertyKey, T[]> = Object.create(null)
  let index = 0
  for (const value of values) (groups[keyOf(value, index++)] ??= []).push(value)
  return groups
}
