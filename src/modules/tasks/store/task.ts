import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import { HandInForm } from '#core/form'
import type { LocalText } from '#core/local-text'
import type { Entry, Task } from '../contract.ts'
import { readable, workable } from './readable.ts'
import { tasksWhere, toTask } from './task-rows.ts'

export type TaskParts = {
  readonly note: string
  readonly steps: LocalText[]
  readonly form: HandInForm
  readonly factKind: string | null
  readonly positionId: string | null
  readonly positionTitle: LocalText | null
  readonly givenBy: string | null
  readonly givenByName: string | null
  readonly cancelReason: string | null
  readonly firstDueAt: string | null
  /** The one it was made for. */
  readonly subjectId: string | null
}

/** A task one may read, or work on: by right, or as somebody who was called in. */
export async function findTask(
  ctx: Context,
  permission: 'tasks.read' | 'tasks.do',
  taskId: string,
): Promise<Task | undefined> {
  const seen = permission === 'tasks.read' ? readable(ctx) : workable(ctx)
  const row = await tasksWhere(ctx, seen).where('t.id', '=', taskId).executeTakeFirst()
  return row && toTask(row, ctx.now)
}

/** Keeps others from handing in the same task until this transaction ends. */
export async function lockTask(ctx: Context, taskId: string): Promise<void> {
  await ctx.db
    .selectFrom('task')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', taskId)
    .forUpdate()
    .execute()
}

/** What a task's page shows beside its row: the duty's steps and form, and the position it came with. */
export async function taskParts(ctx: Context, taskId: string): Promise<TaskParts> {
  const row = await ctx.db
    .selectFrom('task as t')
    .leftJoin('responsibility_duty as d', (join) =>
      join.onRef('d.tenant_id', '=', 't.tenant_id').onRef('d.id', '=', 't.duty_id'),
    )
    .where('t.tenant_id', '=', ctx.tenantId)
    .where('t.id', '=', taskId)
    .leftJoin('person as g', (join) => join.onRef('g.tenant_id', '=', 't.tenant_id').onRef('g.id', '=', 't.given_by'))
    .select(['t.note', 'd.steps', 'd.form', 'd.fact_kind', 't.position_id'])
    .select(
      sql<LocalText | null>`(select v.title from position_version v where v.tenant_id = t.tenant_id
        and v.position_id = t.position_id order by v.valid_from <= ${ctx.today} desc, v.valid_from desc limit 1)`.as(
        'title',
      ),
    )
    .select(['t.given_by', 'g.name as given_by_name', 't.cancel_reason', 't.first_due_at', 't.subject_id'])
    .executeTakeFirstOrThrow()
  return {
    note: row.note,
    steps: (row.steps ?? []) as LocalText[],
    form: HandInForm.parse(row.form ?? {}),
    factKind: row.fact_kind,
    positionId: row.position_id,
    positionTitle: row.title,
    givenBy: row.given_by,
    givenByName: row.given_by_name,
    cancelReason: row.cancel_reason,
    firstDueAt: row.first_due_at?.toISOString() ?? null,
    subjectId: row.subject_id,
  }
}

/** The hand-ins of a task with their files, latest first. */
export async function entriesOf(ctx: Context, taskId: string): Promise<(Entry & { personId: string })[]> {
  const rows = await ctx.db
    .selectFrom('task_entry as e')
    .innerJoin('person as p', (join) => join.onRef('p.tenant_id', '=', 'e.tenant_id').onRef('p.id', '=', 'e.person_id'))
    .where('e.tenant_id', '=', ctx.tenantId)
    .where('e.task_id', '=', taskId)
    .orderBy('e.handed_in_at', 'desc')
    .select([
      'e.id',
      'e.person_id',
      nameIn(ctx).as('name'),
      'e.happened_at',
      'e.handed_in_at',
      'e.taken_back_at',
      'e.form_values',
      'e.note',
    ])
    .select(
      sql<
        Entry['files']
      >`coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'sizeBytes', f.size_bytes) order by f.uploaded_at)
        from file f where f.tenant_id = e.tenant_id and f.owner_type = 'tasks.entry' and f.owner_id = e.id), '[]')`.as(
        'files',
      ),
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    personName: row.name,
    happenedAt: row.happened_at.toISOString(),
    handedInAt: row.handed_in_at.toISOString(),
    takenBackAt: row.taken_back_at?.toISOString() ?? null,
    values: row.form_values as Entry['values'],
    note: row.note,
    files: row.files,
    canTakeBack: false,
  }))
}

export async function insertEntry(
  ctx: Context,
  entry: { id: string; taskId: string; personId: string; happenedAt: Date; values: object; note: string },
): Promise<void> {
  await ctx.db
    .insertInto('task_entry')
    .values({
      tenant_id: ctx.tenantId,
      id: entry.id,
      task_id: entry.taskId,
      person_id: entry.personId,
      happened_at: entry.happenedAt,
      form_values: JSON.stringify(entry.values),
      note: entry.note,
      handed_in_at: ctx.now,
    })
    .execute()
}

export async function markTakenBack(ctx: Context, entryId: string): Promise<void> {
  await ctx.db
    .updateTable('task_entry')
    .set({ taken_back_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', entryId)
    .execute()
}

/** A task done stays done since it was; one that was called off stays so. */
export async function setProgress(ctx: Context, taskId: string, quantityDone: number, isDone: boolean): Promise<void> {
  await ctx.db
    .updateTable('task')
    .set({
      quantity_done: quantityDone,
      status: sql`case when status = 'cancelled' then status else ${isDone ? 'done' : 'open'} end`,
      done_at: isDone ? sql`coalesce(done_at, ${ctx.now})` : null,
    })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', taskId)
    .execute()
}

/** False when somebody changed the task since `version`. */
export async function markCancelled(ctx: Context, taskId: string, version: number, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('task')
    .set({ status: 'cancelled', cancel_reason: reason, version: version + 1 })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', taskId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** True when the actor may read the task an entry belongs to: then also its photos. */
export async function canReadEntry(ctx: Context, entryId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('task_entry as e')
    .innerJoin('task as t', (join) => join.onRef('t.tenant_id', '=', 'e.tenant_id').onRef('t.id', '=', 'e.task_id'))
    .where('e.tenant_id', '=', ctx.tenantId)
    .where('e.id', '=', entryId)
    .where(readable(ctx))
    .select('e.id')
    .executeTakeFirst()
  return row !== undefined
}

export async function nameOfPerson(ctx: Context, personId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('person')
    .select('name')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.name
}
