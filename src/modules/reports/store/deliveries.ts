import { sql } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import type { Delivery, PartAsk } from '../contract.ts'

export const failures = ['no-right', 'not-found', 'too-many', 'no-address', 'mail-off', 'mail-failed'] as const
export type Failure = (typeof failures)[number]

export type NewDelivery = {
  readonly id: string
  readonly scheduleId: string
  readonly accountId: string
  readonly dueAt: Date
  readonly fileId: string | null
  readonly failure: Failure | null
}

/** False when it was made before: a job may run twice. */
export async function insertDelivery(ctx: Context, delivery: NewDelivery): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('report_delivery')
    .values({
      tenant_id: ctx.tenantId,
      id: delivery.id,
      schedule_id: delivery.scheduleId,
      account_id: delivery.accountId,
      due_at: delivery.dueAt,
      made_at: ctx.now,
      file_id: delivery.fileId,
      failure: delivery.failure,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function isDelivered(ctx: Context, scheduleId: string, accountId: string, dueAt: Date): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('report_delivery')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('schedule_id', '=', scheduleId)
    .where('account_id', '=', accountId)
    .where('due_at', '=', dueAt)
    .executeTakeFirst()
  return row !== undefined
}

export type DeliveryFile = {
  readonly accountId: string
  readonly fileId: string | null
  readonly fileName: string | null
  readonly mediaType: string | null
  readonly mailedAt: Date | null
}

export async function findDelivery(ctx: Context, id: string): Promise<DeliveryFile | undefined> {
  return ctx.db
    .selectFrom('report_delivery as d')
    .leftJoin('file as f', (on) => on.onRef('f.tenant_id', '=', 'd.tenant_id').onRef('f.id', '=', 'd.file_id'))
    .select(['d.account_id as accountId', 'd.file_id as fileId', 'd.mailed_at as mailedAt'])
    .select(['f.name as fileName', 'f.media_type as mediaType'])
    .where('d.tenant_id', '=', ctx.tenantId)
    .where('d.id', '=', id)
    .executeTakeFirst()
}

export async function noteMail(
  ctx: Context,
  id: string,
  outcome: { failure: Failure | null; mailedAt: Date | null },
): Promise<void> {
  await ctx.db
    .updateTable('report_delivery')
    .set({ failure: outcome.failure, mailed_at: outcome.mailedAt })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

/** What was sent to the actor, the latest first. */
export async function ownDeliveries(
  ctx: Context,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; deliveries: Delivery[] }> {
  const mine = ctx.db
    .selectFrom('report_delivery as d')
    .where('d.tenant_id', '=', ctx.tenantId)
    .where('d.account_id', '=', ctx.actor.accountId)
  const { total } = await mine.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await mine
    .innerJoin('report_schedule as s', (on) =>
      on.onRef('s.tenant_id', '=', 'd.tenant_id').onRef('s.id', '=', 'd.schedule_id'),
    )
    .innerJoin('account as o', (on) => on.onRef('o.tenant_id', '=', 's.tenant_id').onRef('o.id', '=', 's.account_id'))
    .leftJoin('dashboard as b', (on) =>
      on.onRef('b.tenant_id', '=', 's.tenant_id').onRef('b.id', '=', 's.dashboard_id'),
    )
    .leftJoin('file as f', (on) => on.onRef('f.tenant_id', '=', 'd.tenant_id').onRef('f.id', '=', 'd.file_id'))
    .select([
      'd.id',
      'd.due_at',
      'd.file_id as fileId',
      'd.failure',
      'd.mailed_at',
      'o.name as from',
      'f.name as fileName',
    ])
    .select([sql<LocalText | null>`b.name`.as('dashboardName'), sql<PartAsk | null>`s.part`.as('part')])
    .orderBy('d.due_at', 'desc')
    .orderBy('d.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return {
    total,
    deliveries: rows.map(({ due_at: dueAt, mailed_at: mailedAt, ...row }) => ({
      ...row,
      dueAt: dueAt.toISOString(),
      mailedAt: mailedAt?.toISOString() ?? null,
    })),
  }
}
