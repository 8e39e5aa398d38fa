import { sql, type SqlBool } from 'kysely'
import { addDays } from '#core/calendar'
import { instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { boardColumns, type BoardColumn, type Task } from '../contract.ts'
import { narrowed, type TaskListFilter } from './list.ts'
import { isWaiting, toTask } from './task-rows.ts'

const mostCards = 60
const doneDays = 7

/** Tasks by how they stand, each in the first column that fits; the count of a column is of all, its cards of some. */
export async function boardRows(
  ctx: Context,
  filter: TaskListFilter,
): Promise<{ key: BoardColumn; count: number; rows: Task[] }[]> {
  const dayEnds = instantOf(ctx.timeZone, addDays(ctx.today, 1))
  const doneSince = instantOf(ctx.timeZone, addDays(ctx.today, -doneDays))
  const column = sql<BoardColumn | null>`case
    when t.status = 'done' and t.done_at >= ${doneSince} then 'done'
    when t.status <> 'open' then null
    when ${isWaiting} then 'waiting'
    when t.late_at < ${ctx.now} then 'late'
    when t.due_at < ${dayEnds} then 'today'
    else 'open' end`
  const query = (await narrowed(ctx, filter))
    .select(column.as('board_column'))
    .where(sql<SqlBool>`(t.status = 'open' or (t.status = 'done' and t.done_at >= ${doneSince}))`)
  const ranked = ctx.db
    .selectFrom(query.as('b'))
    .selectAll()
    .select(sql<number>`count(*) over (partition by b.board_column)`.as('in_column'))
    .select(
      sql<number>`row_number() over (partition by b.board_column
        order by case when b.board_column = 'done' then -extract(epoch from b.done_at) end, b.due_at, b.id)`.as(
        'place',
      ),
    )
  const rows = await ctx.db
    .selectFrom(ranked.as('r'))
    .selectAll()
    .where('r.place', '<=', mostCards)
    .orderBy('r.place')
    .execute()
  return boardColumns.map((key) => {
    const own = rows.filter((row) => row.board_column === key)
    return { key, count: own[0]?.in_column ?? 0, rows: own.map((row) => toTask(row, ctx.now)) }
  })
}
