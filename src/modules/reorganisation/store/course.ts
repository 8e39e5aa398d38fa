import type { Context } from '#kernel/context'
import type { DraftDetail } from '../contract.ts'

type Course = DraftDetail['course']
type Step = Course[number]['step']

/** What happened to a draft, the oldest first. */
export async function courseOf(ctx: Context, draftId: string): Promise<Course> {
  const rows = await ctx.db
    .selectFrom('draft_approval')
    .select(['id', 'step', 'note', 'account_id', 'by_name', 'at'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('draft_id', '=', draftId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    step: row.step as Step,
    note: row.note,
    byName: row.account_id === null ? null : row.by_name,
    at: row.at.toISOString(),
  }))
}

export async function insertStep(ctx: Context, draftId: string, step: Step, note = ''): Promise<void> {
  await ctx.db
    .insertInto('draft_approval')
    .values({
      tenant_id: ctx.tenantId,
      id: ctx.newId(),
      draft_id: draftId,
      step,
      note,
      account_id: ctx.actor.accountId,
      by_name: ctx.actor.name,
      at: ctx.now,
    })
    .execute()
}

/** The accounts that handed a draft in, approved it or sent it back. */
export async function accountsInCourse(ctx: Context, draftId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('draft_approval')
    .select('account_id')
    .distinct()
    .where('tenant_id', '=', ctx.tenantId)
    .where('draft_id', '=', draftId)
    .where('account_id', 'is not', null)
    .execute()
  return rows.flatMap((row) => row.account_id ?? [])
}
