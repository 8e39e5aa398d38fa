import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import type { Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { compileShape } from '#kernel/shape'
import { writeCsv, writeSpreadsheet } from '#kernel/spreadsheet'
import { subtree } from '#modules/organisation'
import { RosterRow, type routes } from '../contract.ts'
import { tooManyToExport } from '../problems.ts'
import { rosterOn, type RosterFilter } from '../store/roster.ts'

const exportLimit = 100_000

export async function listRoster(
  ctx: Context,
  input: Input<typeof routes.listRoster>,
): Promise<Output<typeof routes.listRoster>> {
  const { limit, offset } = input
  return rosterOn(ctx, input.on ?? ctx.today, {
    ...(await filterOf(ctx, input)),
    permission: 'people.read',
    limit,
    offset,
  })
}

/** The rows somebody may export, with the fields they may see and no others: in the list and in the file alike. */
export async function exportRoster(ctx: Context, input: Input<typeof routes.exportRoster>): Promise<Download> {
  const on = input.on ?? ctx.today
  const filter = {
    ...(await filterOf(ctx, input)),
    permission: 'people.export' as const,
    limit: exportLimit,
    offset: 0,
  }
  const { total, rows } = await rosterOn(ctx, on, filter)
  if (total > exportLimit) throw tooManyToExport({ total, limit: exportLimit })
  const prune = compileShape(RosterRow)
  const seen = rows.map((row) => prune(row, ctx.actor) as RosterRow)
  const columns = exportColumns.filter(
    ({ key }) => (key !== 'mobile' && key !== 'email') || seen.some((row) => row[key] !== undefined),
  )
  const titled = columns.map(({ key, kind }) => ({ title: say(ctx.language, `people.columns.${key}`), kind }))
  const cells = seen.map((row) => columns.map(({ key }) => cellOf(ctx, row, key)))
  const name = `${say(ctx.language, 'people.title')} ${on}.${input.format}`
  if (input.format === 'csv') return { name, mediaType: 'text/csv; charset=utf-8', body: writeCsv(titled, cells) }
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return {
    name,
    mediaType,
    body: await writeSpreadsheet(titled, cells, { sheetName: say(ctx.language, 'people.title') }),
  }
}

const exportColumns = [
  { key: 'number', kind: 'text' },
  { key: 'name', kind: 'text' },
  { key: 'unitName', kind: 'text' },
  { key: 'positionTitle', kind: 'text' },
  { key: 'employment', kind: 'text' },
  { key: 'hiredOn', kind: 'day' },
  { key: 'mobile', kind: 'text' },
  { key: 'email', kind: 'text' },
] as const

function cellOf(ctx: Context, row: RosterRow, key: (typeof exportColumns)[number]['key']): string | null {
  if (key === 'unitName' || key === 'positionTitle') return pick(row[key], ctx.language)
  if (key === 'employment') return say(ctx.language, `people.employments.${row.employment}`)
  return row[key] ?? null
}

async function filterOf(
  ctx: Context,
  {
    unitId,
    text,
    positionId,
    kind,
    employment,
    sort,
    order,
    on,
  }: Input<typeof routes.exportRoster> | Input<typeof routes.listRoster>,
): Promise<Omit<RosterFilter, 'permission' | 'limit' | 'offset'>> {
  const unitIds = unitId === undefined ? undefined : await subtree(ctx.db, [unitId], on ?? ctx.today)
  return { text, unitIds, positionId, kinds: kind, employment, sort, order }
}
