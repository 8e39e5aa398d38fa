import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import type { Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { writeCsv, writeSpreadsheet, type CellValue } from '#kernel/spreadsheet'
import type { routes, Task } from '../contract.ts'
import { tooManyToExport } from '../problems.ts'
import { boardRows } from '../store/board.ts'
import { narrowed } from '../store/list.ts'
import { loadRows } from '../store/load.ts'
import { toTask } from '../store/task-rows.ts'

type Routes = typeof routes
const exportLimit = 50_000

export async function readBoard(ctx: Context, input: Input<Routes['readBoard']>): Promise<Output<Routes['readBoard']>> {
  return { columns: await boardRows(ctx, input) }
}

export async function readLoad(
  ctx: Context,
  { unitId, from, weeks }: Input<Routes['readLoad']>,
): Promise<Output<Routes['readLoad']>> {
  const unitIds = unitId && (await ctx.house.scopes.subtree(ctx.db, unitId, ctx.today))
  return loadRows(ctx, { from: from ?? ctx.today, weeks, unitIds })
}

/** What the list shows, whole, in the order of due times. */
export async function exportTasks(ctx: Context, input: Input<Routes['exportTasks']>): Promise<Download> {
  const rows = await (
    await narrowed(ctx, input)
  )
    .orderBy('t.due_at')
    .orderBy('t.id')
    .limit(exportLimit + 1)
    .execute()
  if (rows.length > exportLimit) throw tooManyToExport({ limit: exportLimit })
  const titled = columns.map(({ key, kind }) => ({ title: say(ctx.language, `tasks.export.${key}`), kind }))
  const cells = rows.map((row) => {
    const task = toTask(row, ctx.now)
    return columns.map(({ cell }) => cell(task, ctx))
  })
  const name = `${say(ctx.language, 'tasks.title')} ${ctx.today}.${input.format}`
  if (input.format === 'csv') return { name, mediaType: 'text/csv; charset=utf-8', body: writeCsv(titled, cells) }
  return {
    name,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await writeSpreadsheet(titled, cells, { sheetName: say(ctx.language, 'tasks.title') }),
  }
}

type Column = { key: string; kind: 'text' | 'number'; cell: (task: Task, ctx: Context) => CellValue }

const columns: readonly Column[] = [
  { key: 'title', kind: 'text', cell: (task, ctx) => pick(task.title, ctx.language) },
  { key: 'state', kind: 'text', cell: (task, ctx) => say(ctx.language, `tasks.state.${stateOf(task)}`) },
  { key: 'person', kind: 'text', cell: (task) => task.personName },
  { key: 'unit', kind: 'text', cell: (task, ctx) => pick(task.unitName, ctx.language) },
  {
    key: 'responsibility',
    kind: 'text',
    cell: (task, ctx) => (task.responsibilityName ? pick(task.responsibilityName, ctx.language) : null),
  },
  { key: 'dueAt', kind: 'text', cell: (task, ctx) => clockTime(ctx, task.dueAt) },
  { key: 'doneAt', kind: 'text', cell: (task, ctx) => (task.doneAt ? clockTime(ctx, task.doneAt) : null) },
  { key: 'quantityDone', kind: 'number', cell: (task) => task.quantityDone },
  { key: 'quantityDue', kind: 'number', cell: (task) => task.quantityDue },
]

function stateOf(task: Task): string {
  if (task.isExcused) return 'excused'
  if (task.status !== 'open') return task.status
  if (task.isWaiting) return 'waiting'
  return task.isLate ? 'late' : 'open'
}

/** `2026-03-04 17:30` by the company's clock. */
function clockTime(ctx: Context, instant: string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone: ctx.timeZone }).slice(0, 16)
}
