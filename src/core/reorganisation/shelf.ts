/** Rows by id, and by the keys they are asked for. Keys that are null are not kept. */
export type Shelf<R extends { readonly id: string }, Index extends string> = {
  get(id: string): R | undefined
  all(): Iterable<R>
  by(index: Index, key: string): R[]
  /** Puts a row in, in place of the one of the same id; answers that one. */
  put(row: R): R | undefined
  drop(id: string): R | undefined
}

export function shelf<R extends { readonly id: string }, Index extends string>(
  rows: readonly R[],
  keys: Readonly<Record<Index, (row: R) => string | null>>,
): Shelf<R, Index> {
  const byId = new Map<string, R>()
  const indexes = Object.entries(keys).map(([name, keyOf]) => ({
    name,
    keyOf: keyOf as (row: R) => string | null,
    rows: new Map<string, Map<string, R>>(),
  }))
  const forget = (row: R) => {
    for (const { keyOf, rows: kept } of indexes) kept.get(keyOf(row) ?? '')?.delete(row.id)
  }
  const put = (row: R) => {
    const before = byId.get(row.id)
    if (before) forget(before)
    byId.set(row.id, row)
    for (const { keyOf, rows: kept } of indexes) {
      const key = keyOf(row)
      if (key === null) continue
      const found = kept.get(key)
      if (found) found.set(row.id, row)
      else kept.set(key, new Map([[row.id, row]]))
    }
    return before
  }
  for (const row of rows) put(row)
  return {
    get: (id) => byId.get(id),
    all: () => byId.values(),
    by: (name, key) => [
      ...(indexes
        .find((index) => index.name === name)
        ?.rows.get(key)
        ?.values() ?? []),
    ],
    put,
    drop(id) {
      const before = byId.get(id)
      if (before) forget(before)
      byId.delete(id)
      return before
    },
  }
}
