type Listed = { readonly rows: readonly unknown[]; readonly total: number }

/** Where the next page begins, of lists read by offset; undefined at the end. */
export function offsetAfter({ rows, total }: Listed, all: readonly Listed[]): { offset: number } | undefined {
  const offset = all.reduce((sum, page) => sum + page.rows.length, 0)
  return rows.length > 0 && offset < total ? { offset } : undefined
}
