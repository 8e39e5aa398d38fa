import type { Context } from '#kernel/context'
import type { SavedView } from '../contract.ts'

/** Mine by name, then what others share. */
export async function savedViews(ctx: Context, accountId: string, screen: string): Promise<SavedView[]> {
  const rows = await ctx.db
    .selectFrom('saved_view as v')
    .innerJoin('account as a', (on) => on.onRef('a.tenant_id', '=', 'v.tenant_id').onRef('a.id', '=', 'v.account_id'))
    .where('v.tenant_id', '=', ctx.tenantId)
    .where('v.screen', '=', screen)
    .where((eb) => eb.or([eb('v.account_id', '=', accountId), eb('v.is_shared', '=', true)]))
    .orderBy((eb) => eb('v.account_id', '=', accountId), 'desc')
    .orderBy('v.name')
    .orderBy('v.id')
    .limit(300)
    .select(['v.id', 'v.name', 'v.state', 'v.is_shared', 'v.account_id', 'a.name as owner'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    state: row.state as SavedView['state'],
    isShared: row.is_shared,
    isMine: row.account_id === accountId,
    ownerName: row.account_id === accountId ? null : row.owner,
  }))
}

export async function countSavedViews(ctx: Context, accountId: string): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('saved_view')
    .where('tenant_id', '=', ctx.tenantId)
    .where('account_id', '=', accountId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

type NewView = { screen: string; name: string; state: object; isShared: boolean; accountId: string }

export async function keepView(ctx: Context, { screen, name, state, isShared, accountId }: NewView): Promise<string> {
  const said = { state: JSON.stringify(state), is_shared: isShared }
  const row = await ctx.db
    .insertInto('saved_view')
    .values({
      tenant_id: ctx.tenantId,
      id: ctx.newId(),
      screen,
      name,
      account_id: accountId,
      created_at: ctx.now,
      ...said,
    })
    .onConflict((on) => on.columns(['tenant_id', 'account_id', 'screen', 'name']).doUpdateSet(said))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function findView(ctx: Context, id: string, accountId: string) {
  return ctx.db
    .selectFrom('saved_view')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('account_id', '=', accountId), eb('is_shared', '=', true)]))
    .select(['id', 'account_id', 'name'])
    .executeTakeFirst()
}

export async function dropView(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('saved_view').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}
