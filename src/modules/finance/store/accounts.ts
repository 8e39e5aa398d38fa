import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import type { AccountUse } from '#core/voucher'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Account, AccountRule } from '../contract.ts'

export async function accountsOf(ctx: Context): Promise<Account[]> {
  return ctx.db
    .selectFrom('ledger_account as a')
    .where('a.tenant_id', '=', ctx.tenantId)
    .select(['a.code', sql<LocalText>`a.name`.as('name'), 'a.is_active as isActive', 'a.version'])
    .orderBy('a.code')
    .execute()
}

/** Rules of a day, or all that hold now or later. */
export async function rulesOf(ctx: Context, on?: Day): Promise<AccountRule[]> {
  const { rows } = await sql<AccountRule>`
    select r.id, r.version, r.use, r.key, r.unit_id as "unitId", u.name as "unitName", r.job_family_id as "jobFamilyId",
      f.name as "familyName", r.account_code as account, r.valid_from as from, r.valid_until as until
    from account_rule r
    left join unit_version u on u.tenant_id = r.tenant_id and u.unit_id = r.unit_id and ${validOn('u', on ?? ctx.today)}
    left join job_family f on f.tenant_id = r.tenant_id and f.id = r.job_family_id
    where r.tenant_id = ${ctx.tenantId}
      and ${on === undefined ? sql`(r.valid_until is null or r.valid_until > ${ctx.today})` : validOn('r', on)}
    order by r.use, r.key, r.unit_id nulls first, r.job_family_id nulls first, r.valid_from
    limit 5000`.execute(ctx.db)
  return rows
}

export type RuleScope = {
  readonly use: AccountUse
  readonly key: string
  readonly unitId: string | null
  readonly jobFamilyId: string | null
}

/** Ends what held for the same on that day, takes away what would have held later, and adds the new one. */
export async function replaceRule(
  ctx: Context,
  scope: RuleScope,
  account: string,
  from: Day,
): Promise<{ id: string; version: number }> {
  const same = sql`tenant_id = ${ctx.tenantId} and use = ${scope.use} and key = ${scope.key}
    and unit_id is not distinct from ${scope.unitId}::uuid and job_family_id is not distinct from ${scope.jobFamilyId}::uuid`
  await sql`delete from account_rule where ${same} and valid_from >= ${from}`.execute(ctx.db)
  await sql`update account_rule set valid_until = ${from}, version = version + 1
    where ${same} and (valid_until is null or valid_until > ${from})`.execute(ctx.db)
  const id = ctx.newId()
  await ctx.db
    .insertInto('account_rule')
    .values({
      tenant_id: ctx.tenantId,
      id,
      use: scope.use,
      key: scope.key,
      unit_id: scope.unitId,
      job_family_id: scope.jobFamilyId,
      account_code: account,
      valid_from: from,
    })
    .execute()
  return { id, version: 1 }
}

export async function knowsAccount(ctx: Context, code: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('ledger_account')
    .select('code')
    .where('tenant_id', '=', ctx.tenantId)
    .where('code', '=', code)
    .where('is_active', '=', true)
    .executeTakeFirst()
  return row !== undefined
}
