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
  const keys: Keys<AnyRow> = {
    group: (key, row) => groupOf(key as SheetKey, row as never),
    row: (key, row) => rowOfGroup(key as SheetKey, row as never),
  }
  return planSheets(sheetKeys, kept as Sheets<AnyRow>, file as Sheets<AnyRow>, keys) as unknown as WorkbookPlan
}

export type Sheets<R> = Readonly<Record<string, readonly R[]>>
export type SheetsPlan<R> = {
  readonly merged: Sheets<R>
  readonly written: Sheets<R>
  readonly replaced: Readonly<Record<string, readonly string[]>>
  /** Kept rows of groups the file names that the file leaves out. */
  readonly dropped: Sheets<R>
  readonly created: number
  readonly updated: number
  readonly unchanged: number
}
/** What a row belongs to, and which row of it it is. */
export type Keys<R> = { group(sheet: string, row: R): string; row(sheet: string, row: R): string }

/** The same for sheets of any kind. */
export function planSheets<R extends { id: string | null }>(
  sheets: readonly string[],
  kept: Sheets<R>,
  file: Sheets<R>,
  keys: Keys<R>,
): SheetsPlan<R> {
  const merged: Record<string, readonly R[]> = {}
  const written: Record<string, readonly R[]> = {}
  const dropped: Record<string, readonly R[]> = {}
  const replaced: Record<string, readonly string[]> = {}
  const counts = { created: 0, updated: 0, unchanged: 0 }
  for (const sheet of sheets) {
    const [before, told] = [kept, file].map((rows) => Map.groupBy(rows[sheet] ?? [], (row) => keys.group(sheet, row)))
    const changed: R[] = []
    const gone: R[] = []
    for (const [group, rows] of told ?? []) {
      const known = new Map((before?.get(group) ?? []).map((row) => [keys.row(sheet, row), row]))
      const same = rows.filter((row) => isSame(row, known.get(keys.row(sheet, row))))
      counts.unchanged += same.length
      if (same.length === rows.length && rows.length === known.size) continue
      if (known.size === 0) counts.created += rows.length
      else counts.updated += Math.max(1, rows.length - same.length)
      changed.push(...rows.map((row) => ({ ...row, id: known.get(keys.row(sheet, row))?.id ?? null })))
      gone.push(...known.values())
    }
    const stays = new Set((file[sheet] ?? []).map((row) => `${keys.group(sheet, row)} ${keys.row(sheet, row)}`))
    merged[sheet] = [...(kept[sheet] ?? []).filter((row) => !told?.has(keys.group(sheet, row))), ...(file[sheet] ?? [])]
    written[sheet] = changed
    replaced[sheet] = gone.flatMap((row) => row.id ?? [])
    dropped[sheet] = gone.filter((row) => !stays.has(`${keys.group(sheet, row)} ${keys.row(sheet, row)}`))
  }
  return { merged, written, replaced, dropped, ...counts }
}

function isSame(row: object, other: object | undefined): boolean {
  return other !== undefined && contentOf(row) === contentOf(other)
}

function contentOf({ line: _line, id: _id, ...content }: { line?: unknown; id?: unknown }): string {
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
