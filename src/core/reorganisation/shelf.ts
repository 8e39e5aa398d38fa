/** Rows by id, and by the keys they are asked for. Keys that are null are not kept. */
export type Shelf<R extends { readonly id: string }, Index extends string> = {
  get(id: string): R | undefined
  all(): Iterable<R>
  by(index: Index, key: string): R[]
  /** Puts a row in, in place of the one of the same id; answers that one. */
  put(row: R): R | undefined
  drop(id: string): R | undefined
}

type Kept<R> = { keyOf: (row: R) => string | null; rows: Map<string, R[]> | null }

/** An index is made when it is first asked: charts are large, and most changes need few of them. */
export function shelf<R extends { readonly id: string }, Index extends string>(
  rows: readonly R[],
  keys: Readonly<Record<Index, (row: R) => string | null>>,
): Shelf<R, Index> {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const indexes = new Map<string, Kept<R>>(
    Object.entries(keys).map(([name, keyOf]) => [name, { keyOf: keyOf as Kept<R>['keyOf'], rows: null }]),
  )
  const forget = (row: R) => {
    for (const index of indexes.values()) {
      const key = index.keyOf(row)
      const found = key === null ? undefined : index.rows?.get(key)
      if (key !== null && found)
        index.rows?.set(
          key,
          found.filter((other) => other.id !== row.id),
        )
    }
  }
  const remember = (row: R) => {
    for (const { keyOf, rows: kept } of indexes.values()) if (kept) add(kept, keyOf(row), row)
  }
  return {
    get: (id) => byId.get(id),
    all: () => byId.values(),
    by(name, key) {
      const index = indexes.get(name)
      if (!index) return []
      if (index.rows === null) {
        index.rows = new Map()
        for (const row of byId.values()) add(index.rows, index.keyOf(row), row)
      }
      return [...(index.rows.get(key) ?? [])]
    },
    put(row) {
      const before = byId.get(row.id)
      if (before) forget(before)
      byId.set(row.id, row)
      remember(row)
      return before
    },
    drop(id) {
      const before = byId.get(id)
      if (before) forget(before)
      byId.delete(id)
      return before
    },
  }
}

function add<R>(rows: Map<string, R[]>, key: string | null, row: R): void {
  if (key === null) return
  const found = rows.get(key)
  if (found) found.push(row)
  else rows.set(key, [row])
}
