import { sql } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'

/** What is known of people's capabilities: by person, then by the capability's key. */
export async function marksOf(
  ctx: Context,
  personIds: readonly string[],
): Promise<Map<string, ReadonlyMap<string, boolean>>> {
  const rows = await ctx.db
    .selectFrom('capability_mark as m')
    .select(['m.person_id', 'm.capability', 'm.has'])
    .where('m.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`m.person_id = any(${[...personIds]}::uuid[])`)
    .execute()
  const byPerson = Map.groupBy(rows, (row) => row.person_id)
  return new Map([...byPerson].map(([id, own]) => [id, new Map(own.map((row) => [row.capability, row.has]))]))
}

export type Mark = { readonly personId: string; readonly capability: string; readonly name: LocalText }

export async function writeMark(ctx: Context, { personId, capability, name }: Mark, has: boolean): Promise<void> {
  const said = { name: JSON.stringify(name), has, marked_by: ctx.actor.accountId, marked_at: ctx.now }
  await ctx.db
    .insertInto('capability_mark')
    .values({ tenant_id: ctx.tenantId, person_id: personId, capability, ...said })
    .onConflict((on) => on.columns(['tenant_id', 'person_id', 'capability']).doUpdateSet(said))
    .execute()
}

export async function removeMark(ctx: Context, personId: string, capability: string): Promise<void> {
  await ctx.db
    .deleteFrom('capability_mark')
    .where('tenant_id', '=', ctx.tenantId)
    .where('person_id', '=', personId)
    .where('capability', '=', capability)
    .execute()
}
