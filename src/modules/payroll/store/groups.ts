import { sql } from 'kysely'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { PayGroup } from '../contract/groups.ts'

/** All groups, those in use first. */
export async function groups(ctx: Context): Promise<PayGroup[]> {
  const rows = await ctx.db
    .selectFrom('pay_group as g')
    .leftJoin('unit_version as u', (join) =>
      join
        .onRef('u.tenant_id', '=', 'g.tenant_id')
        .onRef('u.unit_id', '=', 'g.employer_unit_id')
        .on(validOn('u', ctx.today)),
    )
    .select([
      'g.id',
      'g.version',
      'g.code',
      'g.name',
      'g.employer_unit_id as employerUnitId',
      'u.name as employerName',
      'g.jurisdiction',
      'g.city',
      'g.frequency',
      'g.pay_day as payDay',
      'g.pays_next_month as paysNextMonth',
      'g.proration',
      'g.is_active as isActive',
      sql<number>`(select count(*)::int from pay_term t where t.tenant_id = g.tenant_id and t.group_id = g.id
        and ${validOn('t', ctx.today)})`.as('people'),
    ])
    .where('g.tenant_id', '=', ctx.tenantId)
    .orderBy('g.is_active', 'desc')
    .orderBy('g.code')
    .execute()
  return rows.map((row) => ({
    ...row,
    name: row.name as LocalText,
    employerName: row.employerName as LocalText | null,
    jurisdiction: row.jurisdiction as PayGroup['jurisdiction'],
    frequency: row.frequency as PayGroup['frequency'],
    proration: row.proration as PayGroup['proration'],
  }))
}

export type GroupContent = Omit<PayGroup, 'id' | 'version' | 'employerName' | 'people'>

export async function insertGroup(ctx: Context, id: string, content: GroupContent): Promise<void> {
  await ctx.db
    .insertInto('pay_group')
    .values({ tenant_id: ctx.tenantId, id, ...rowOf(content) })
    .execute()
}

/** @returns whether the version still was what the caller had seen */
export async function updateGroupRow(
  ctx: Context,
  { id, version, ...content }: GroupContent & { id: string; version: number },
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('pay_group')
    .set({ ...rowOf(content), version: version + 1 })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

function rowOf(content: GroupContent) {
  return {
    code: content.code,
    name: JSON.stringify(content.name),
    employer_unit_id: content.employerUnitId,
    jurisdiction: content.jurisdiction,
    city: content.city,
    frequency: content.frequency,
    pay_day: content.payDay,
    pays_next_month: content.paysNextMonth,
    proration: content.proration,
    is_active: content.isActive,
  }
}
