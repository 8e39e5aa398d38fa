import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import type { MoneyRounding } from '#core/payroll'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { PayItemVersion } from '../contract/items.ts'

type Filter = { readonly on?: Day; readonly groupId?: string }

/**
 * Versions of items in the order of the slip; with `on` those that hold that day, with `groupId` the group's own and
 * those of all groups. A published run of the group (of any, for shared ones) whose month ends within a version used it.
 */
export async function itemVersions(ctx: Context, { on, groupId }: Filter = {}): Promise<PayItemVersion[]> {
  let query = ctx.db
    .selectFrom('pay_item as i')
    .select([
      'i.id',
      'i.version',
      'i.group_id as groupId',
      'i.code',
      'i.name',
      'i.kind',
      'i.formula',
      'i.is_taxable as isTaxable',
      'i.taxed_as as taxedAs',
      'i.is_normal_hours as isNormalHours',
      'i.rounding',
      'i.place',
      'i.is_on_slip as isOnSlip',
      'i.valid_from as from',
      'i.valid_until as until',
      sql<boolean>`exists (select from pay_run r where r.tenant_id = i.tenant_id and r.state = 'published'
        and (i.group_id is null or r.group_id = i.group_id)
        and (r.period || '-01')::date + interval '1 month' > i.valid_from
        and (i.valid_until is null or (r.period || '-01')::date + interval '1 month' <= i.valid_until))`.as('isUsed'),
    ])
    .where('i.tenant_id', '=', ctx.tenantId)
    .orderBy('i.place')
    .orderBy('i.code')
    .orderBy('i.valid_from')
  if (on !== undefined) query = query.where(validOn('i', on))
  if (groupId !== undefined)
    query = query.where((eb) => eb.or([eb('i.group_id', 'is', null), eb('i.group_id', '=', groupId)]))
  const rows = await query.execute()
  return rows.map((row) => ({
    ...row,
    name: row.name as LocalText,
    kind: row.kind as PayItemVersion['kind'],
    taxedAs: row.taxedAs as PayItemVersion['taxedAs'],
    rounding: row.rounding as MoneyRounding | null,
  }))
}

export type ItemContent = Omit<PayItemVersion, 'id' | 'version' | 'groupId' | 'code' | 'from' | 'until' | 'isUsed'>
type Place = Pick<PayItemVersion, 'groupId' | 'code' | 'from' | 'until'>

export async function insertItem(ctx: Context, id: string, place: Place, content: ItemContent): Promise<void> {
  const { groupId: group_id, code, from: valid_from, until: valid_until } = place
  await ctx.db
    .insertInto('pay_item')
    .values({ tenant_id: ctx.tenantId, id, group_id, code, valid_from, valid_until, ...rowOf(content) })
    .execute()
}

/** @returns whether the version still was what the caller had seen */
export async function updateItem(
  ctx: Context,
  { id, version, ...content }: ItemContent & { id: string; version: number },
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('pay_item')
    .set({ ...rowOf(content), version: version + 1 })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Names of fixed amounts in terms and of one-off inputs, whoever has them. */
export async function freeNames(ctx: Context): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct jsonb_object_keys(amounts) as name from pay_term where tenant_id = ${ctx.tenantId}
    union select distinct name from pay_input where tenant_id = ${ctx.tenantId} order by name limit 500`.execute(ctx.db)
  return rows.map(({ name }) => name)
}

function rowOf(content: ItemContent) {
  return {
    name: JSON.stringify(content.name),
    kind: content.kind,
    formula: content.formula,
    is_taxable: content.isTaxable,
    taxed_as: content.taxedAs,
    is_normal_hours: content.isNormalHours,
    rounding: content.rounding,
    place: content.place,
    is_on_slip: content.isOnSlip,
  }
}
