import { sql } from 'kysely'
import type { Days } from '#core/indicator'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'

/** The people one may see with the most facts of some kinds in some days. */
export async function busiestPeople(
  ctx: Context,
  permission: string,
  kinds: readonly string[],
  days: Days,
  { responsibilityId, atMost }: { responsibilityId: string | undefined; atMost: number },
): Promise<{ id: string; name: string }[]> {
  const ofIt = responsibilityId
    ? sql<boolean>`(f.responsibility_id = ${responsibilityId} or f.responsibility_id is null)`
    : sql<boolean>`true`
  const isKind = kinds.length > 0 ? sql<boolean>`f.kind = any(${[...kinds]})` : ofIt
  return ctx.db
    .selectFrom('fact as f')
    .innerJoin('person as pe', (on) => on.onRef('pe.tenant_id', '=', 'f.tenant_id').onRef('pe.id', '=', 'f.person_id'))
    .select(['pe.id', nameIn(ctx, 'pe').as('name')])
    .where('f.tenant_id', '=', ctx.tenantId)
    .where('f.day', '>=', days.from)
    .where('f.day', '<', days.until)
    .where(isKind)
    .where(ofIt)
    .where(ctx.visible(permission, { person: 'f.person_id', unit: 'f.unit_id' }))
    .groupBy(['pe.id', 'pe.name', 'pe.tenant_id'])
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('pe.id')
    .limit(atMost)
    .execute()
}
