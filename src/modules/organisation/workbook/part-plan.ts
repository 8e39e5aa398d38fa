import type { Context } from '#kernel/context'
import type { ImportRow, RowFault } from '#kernel/importer'
import type { PartCell, PartRow, PartRows, PartSheet, TellPart, WorkbookPart } from './part.ts'
import { planSheets, type SheetsPlan } from './plan.ts'

/** What stands in a column of a sheet, of the file and of what is kept: for what names it. */
export type Known = (sheet: string, columns: readonly string[]) => ReadonlySet<string>

export async function readPart(ctx: Context, part: WorkbookPart): Promise<PartRows> {
  const kept: Record<string, readonly PartRow[]> = {}
  // one after another: they share a connection
  for (const sheet of part.sheets) {
    const { rows } = await sheet.read(ctx).execute(ctx.db)
    kept[sheet.key] = (rows as PartRow[]).map((row) => ({ ...inOrder(sheet, row), line: null }))
  }
  return kept
}

/** The rows of a part's sheets; what is wrong with a row by itself is told, and the row is left out. */
export function readPartRows(part: WorkbookPart, rows: readonly ImportRow[]): { file: PartRows; faults: RowFault[] } {
  const faults: RowFault[] = []
  const file: Record<string, PartRow[]> = Object.fromEntries(part.sheets.map(({ key }) => [key, []]))
  const sheets = new Map(part.sheets.map((sheet) => [sheet.key, sheet]))
  for (const row of rows) {
    const sheet = sheets.get(row.sheet ?? '')
    if (!sheet) continue
    const before = faults.length
    const read = readRow(sheet, row, faults)
    if (faults.length === before) file[sheet.key]?.push(read)
  }
  return { file, faults }
}

export function planPart(part: WorkbookPart, kept: PartRows, file: PartRows): SheetsPlan<PartRow> {
  const sheets = new Map(part.sheets.map((sheet) => [sheet.key, sheet]))
  const valuesOf = (row: PartRow, fields: readonly string[] = []) => keyOf(fields.map((field) => row[field] ?? null))
  return planSheets(
    part.sheets.map(({ key }) => key),
    kept,
    file,
    {
      group: (key, row) => valuesOf(row, sheets.get(key)?.group),
      row: (key, row) => valuesOf(row, sheets.get(key)?.own),
    },
  )
}

/** What must hold of a part's rows: each stands once, what they name is there, and what the part itself asks. */
export function checkPart(
  part: WorkbookPart,
  plan: Pick<SheetsPlan<PartRow>, 'merged' | 'dropped'>,
  known: Known,
): RowFault[] {
  const faults: RowFault[] = []
  const tell: TellPart = (sheet, row, field, code, facts = {}) => {
    faults.push({ sheet, line: row.line ?? 0, field, code, facts })
  }
  for (const sheet of part.sheets) {
    const rows = plan.merged[sheet.key] ?? []
    const seen = new Set<string>()
    for (const row of rows) {
      const fields = [...sheet.group, ...sheet.own]
      const key = keyOf(fields.map((field) => row[field] ?? null))
      if (row.line !== null && seen.has(key))
        tell(sheet.key, row, fields[0] ?? null, 'organisation.row-twice', { key: shown(row, fields) })
      seen.add(key)
      // what is kept already is not the file's fault
      if (row.line === null) continue
      for (const { fields: own, sheet: of, columns } of sheet.refers) {
        const named = own.map((field) => row[field] ?? null)
        if (named.some((value) => value === null) || known(of, columns).has(keyOf(named))) continue
        tell(sheet.key, row, own.at(-1) ?? null, 'organisation.unknown-there', { value: shown(row, own), sheet: of })
      }
      for (const unit of unitsWithin(sheet, row))
        if (!known('units', ['code']).has(keyOf([unit])))
          tell(sheet.key, row, null, 'organisation.unknown-unit', { unit })
    }
    for (const row of sheet.keeps ? (plan.dropped[sheet.key] ?? []) : [])
      tell(sheet.key, row, null, 'organisation.left-out', { key: shown(row, [...sheet.group, ...sheet.own]) })
  }
  part.check?.(plan.merged, tell)
  return faults
}

export async function writePart(ctx: Context, part: WorkbookPart, plan: SheetsPlan<PartRow>): Promise<void> {
  for (const sheet of part.sheets.toReversed()) {
    const ids = plan.replaced[sheet.key] ?? []
    if (sheet.clear && ids.length > 0) await sheet.clear(ctx, ids).execute(ctx.db)
  }
  const written: Record<string, readonly PartRow[]> = {}
  for (const sheet of part.sheets) {
    const rows = (plan.written[sheet.key] ?? []).map((row) => ({ ...row, id: row.id ?? ctx.newId() }))
    if (rows.length > 0) await sheet.write(ctx, rows)
    written[sheet.key] = rows
  }
  if (Object.values(written).some((rows) => rows.length > 0)) await part.wrote(ctx, written)
}

/** What stands in the sheets of a whole workbook, each column looked up once. */
export function knownOf(sheets: readonly PartRows[]): Known {
  const all = Object.assign({}, ...sheets) as PartRows
  const sets = new Map<string, ReadonlySet<string>>()
  return (sheet, columns) => {
    const name = keyOf([sheet, ...columns])
    let values = sets.get(name)
    if (!values)
      sets.set(
        name,
        (values = new Set((all[sheet] ?? []).map((row) => keyOf(columns.map((column) => row[column] ?? null))))),
      )
    return values
  }
}

/** One text of several values, that no other values have. */
export function keyOf(values: readonly PartCell[]): string {
  return JSON.stringify(values.map((value) => (value === null ? '' : String(value))))
}

function shown(row: PartRow, fields: readonly string[]): string {
  return fields.flatMap((field) => row[field] ?? []).join(' ')
}

function readRow(sheet: PartSheet, { line, values }: ImportRow, faults: RowFault[]): PartRow {
  const fault = (field: string, code: string, facts: RowFault['facts']) =>
    void faults.push({ sheet: sheet.key, line, field, code: `organisation.${code}`, facts })
  const row: Record<string, PartCell> = {}
  for (const { key, kind } of sheet.fields) {
    const value = values[key]
    if (value === null || value === undefined || value === '') row[key] = null
    else if (kind === 'integer' || kind === 'decimal') row[key] = Number(value)
    else row[key] = sheet.shapes?.[key] ? shaped(sheet, key, String(value), fault) : value
    const pattern = sheet.patterns?.[key]
    if (pattern && row[key] !== null && !pattern.test(String(row[key]))) fault(key, 'bad-form', { value: row[key] })
  }
  const [from, until] = [row['from'], row['until']]
  if (typeof from === 'string' && typeof until === 'string' && until <= from)
    fault('until', 'ends-before-it-begins', { from })
  return { ...row, line, id: null }
}

function shaped(
  { shapes }: PartSheet,
  key: string,
  value: string,
  fault: (field: string, code: string, facts: RowFault['facts']) => void,
): string | null {
  const read = shapes?.[key]?.safeParse(parsed(value))
  if (read?.success) return canonical(read.data)
  const issue = read?.error?.issues[0]
  fault(key, 'bad-content', {
    value: value.slice(0, 60),
    why: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
  })
  return null
}

function inOrder(sheet: PartSheet, row: PartRow): PartRow {
  const json = Object.keys(sheet.shapes ?? {})
  const cells = sheet.fields.map(({ key }): [string, PartCell] => {
    const value = row[key] === '' ? null : (row[key] ?? null)
    return [key, json.includes(key) && typeof value === 'string' ? canonical(parsed(value)) : value]
  })
  return { ...Object.fromEntries(cells), line: null, id: row.id }
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

/** JSON with its keys in order, so that the same is written the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** Codes of units that stand inside the JSON of a row. */
function unitsWithin({ shapes }: PartSheet, row: PartRow): string[] {
  return Object.keys(shapes ?? {}).flatMap((key) => {
    const list = typeof row[key] === 'string' ? parsed(row[key]) : undefined
    if (!Array.isArray(list)) return []
    return list.flatMap((item: { unit?: unknown }) =>
      typeof item.unit === 'string' && 'target' in item ? item.unit : [],
    )
  })
}
