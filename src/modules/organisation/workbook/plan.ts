import { groupOf, rowOfGroup, sheetKeys, type AnyRow, type SheetKey, type Workbook } from './model.ts'

export type WorkbookPlan = {
  /** What would be there afterwards, for the check. */
  readonly merged: Workbook
  /** All rows of every group that differs; a group is written whole or left alone. */
  readonly written: Workbook
  /** Ids of kept rows whose group is written anew. */
  readonly replaced: Readonly<Record<SheetKey, readonly string[]>>
  readonly created: number
  readonly updated: number
  readonly unchanged: number
}

/**
 * Lays a file over what is kept. What the file names is afterwards as the file says, with its whole history; what it
 * does not name stays as it is.
 */
export function planWorkbook(kept: Workbook, file: Workbook): WorkbookPlan {
  const merged: Partial<Record<SheetKey, readonly AnyRow[]>> = {}
  const written: Partial<Record<SheetKey, readonly AnyRow[]>> = {}
  const replaced: Partial<Record<SheetKey, readonly string[]>> = {}
  const counts = { created: 0, updated: 0, unchanged: 0 }
  for (const key of sheetKeys) {
    const before = Map.groupBy<string, AnyRow>(kept[key], (row) => groupOf(key, row as never))
    const told = Map.groupBy<string, AnyRow>(file[key], (row) => groupOf(key, row as never))
    const changed: AnyRow[] = []
    const gone: string[] = []
    for (const [group, rows] of told) {
      const known = new Map((before.get(group) ?? []).map((row) => [rowOfGroup(key, row as never), row]))
      const same = rows.filter((row) => isSame(row, known.get(rowOfGroup(key, row as never))))
      counts.unchanged += same.length
      if (same.length === rows.length && rows.length === known.size) continue
      if (known.size === 0) counts.created += rows.length
      else counts.updated += Math.max(1, rows.length - same.length)
      changed.push(...rows.map((row) => ({ ...row, id: known.get(rowOfGroup(key, row as never))?.id ?? null })))
      gone.push(...[...known.values()].flatMap((row) => row.id ?? []))
    }
    merged[key] = [...kept[key].filter((row) => !told.has(groupOf(key, row as never))), ...file[key]]
    written[key] = changed
    replaced[key] = gone
  }
  return {
    merged: merged as Workbook,
    written: written as Workbook,
    replaced: replaced as WorkbookPlan['replaced'],
    ...counts,
  }
}

function isSame(row: AnyRow, other: AnyRow | undefined): boolean {
  return other !== undefined && contentOf(row) === contentOf(other)
}

function contentOf({ line: _line, id: _id, ...content }: AnyRow): string {
  return JSON.stringify(sorted(content))
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
