import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { PlanTerms } from '#core/incentive'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'

type Content = { readonly name: LocalText; readonly note: string; readonly terms: PlanTerms }

/** @returns false when another plan has the code */
export async function insertPlan(ctx: Context, planId: string, code: string, content: Content): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('incentive_plan')
    .values({
      tenant_id: ctx.tenantId,
      id: planId,
      code,
      name: JSON.stringify(content.name),
      note: content.note,
      created_at: ctx.now,
    })
    .onConflict((on) => on.columns(['tenant_id', 'code']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await keepDraft(ctx, planId, content.terms)
  return true
}

/** @returns the new version, or undefined when it changed meanwhile */
export async function touchPlan(
  ctx: Context,
  planId: string,
  version: number,
  content?: Content,
): Promise<number | undefined> {
  const row = await ctx.db
    .updateTable('incentive_plan')
    .set({
      version: version + 1,
      ...(content ? { name: JSON.stringify(content.name), note: content.note } : {}),
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', planId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

/** The one draft of a plan, made or written anew. */
export async function keepDraft(ctx: Context, planId: string, terms: PlanTerms): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('incentive_terms')
    .set({ terms: JSON.stringify(terms) })
    .where('tenant_id', '=', ctx.tenantId)
    .where('plan_id', '=', planId)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await ctx.db
    .insertInto('incentive_terms')
    .values({
      tenant_id: ctx.tenantId,
      id: ctx.newId(),
      plan_id: planId,
      terms: JSON.stringify(terms),
      created_at: ctx.now,
    })
    .execute()
}

/** Ends what runs on the first day of a month. */
export async function endTerms(ctx: Context, planId: string, until: Day): Promise<void> {
  await ctx.db
    .updateTable('incentive_terms')
    .set({ valid_until: until })
    .where('tenant_id', '=', ctx.tenantId)
    .where('plan_id', '=', planId)
    .where('state', '=', 'on')
    .where('valid_from', '<', until)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', until)]))
    .execute()
}

export async function startDraft(ctx: Context, planId: string, from: Day): Promise<void> {
  await ctx.db
    .updateTable('incentive_terms')
    .set({
      state: 'on',
      valid_from: from,
      switched_on_at: ctx.now,
      switched_on_by: ctx.actor.accountId,
      switcher: ctx.actor.name,
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('plan_id', '=', planId)
    .where('state', '=', 'draft')
    .execute()
}

/** Serialises switching and settling of a company: a month can't be settled while a plan begins in it. */
export async function lockIncentives(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`incentives:${ctx.tenantId}`}, 0))`.execute(ctx.db)
}
