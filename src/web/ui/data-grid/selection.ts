/** The selection with one row more or one less. */
export function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}

/** The selection plus every row from `from` to `to`, whichever stands first. */
export function selectedBetween(
  selected: ReadonlySet<string>,
  ids: readonly string[],
  from: string,
  to: string,
): ReadonlySet<string> {
  const a = ids.indexOf(from)
  const b = ids.indexOf(to)
  if (a < 0 || b < 0) return toggled(selected, to)
  return new Set([...selected, ...ids.slice(Math.min(a, b), Math.max(a, b) + 1)])
}

/** How many of the rows at hand are selected: ids of rows that a filter took away don't count. */
export function countSelected(selected: ReadonlySet<string>, ids: readonly { id: string }[]): number {
  if (selected.size === 0) return 0
  return ids.reduce((count, row) => count + (selected.has(row.id) ? 1 : 0), 0)
}
