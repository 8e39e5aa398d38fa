import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { beginsLater, unknownAccount } from '../problems.ts'
import { chartAccounts, chartRules, costRules, type ChartRule } from '../rules/default-chart.ts'
import { accountsOf, knowsAccount, replaceRule, rulesOf } from '../store/accounts.ts'
import { needKnown } from './known.ts'

type Routes = typeof routes
type Answer<K extends keyof Routes> = Promise<Output<Routes[K]>>

export async function readAccounts(ctx: Context, { on }: Input<Routes['readAccounts']>): Answer<'readAccounts'> {
  return { accounts: await accountsOf(ctx), rules: await rulesOf(ctx, on) }
}

export async function takeDefaultChart(
  ctx: Context,
  { from }: Input<Routes['takeDefaultChart']>,
): Answer<'takeDefaultChart'> {
  const accounts = await addAccounts(ctx)
  const held = new Set(
    (await rulesOf(ctx)).map(({ use, key, unitId, jobFamilyId }) => `${use} ${key} ${unitId} ${jobFamilyId}`),
  )
  const missing = chartRules.filter(({ use, key }) => !held.has(`${use} ${key} null null`))
  await setAll(ctx, missing, { unitId: null, jobFamilyId: null }, from)
  await ctx.audit({
    action: 'finance.take-chart',
    target: 'accounts',
    after: { accounts, rules: missing.length, from },
  })
  await ctx.announce('finance')
  return { accounts, rules: missing.length }
}

export async function saveAccount(ctx: Context, input: Input<Routes['saveAccount']>): Answer<'saveAccount'> {
  const { code, name, isActive, version } = input
  const row = { name: JSON.stringify(name), is_active: isActive }
  if (version === null)
    await ctx.db
      .insertInto('ledger_account')
      .values({ tenant_id: ctx.tenantId, code, ...row })
      .execute()
  else {
    const known = (await accountsOf(ctx)).find((one) => one.code === code)
    if (!known) throw notFound({ what: 'account' })
    if (known.version !== version) throw changedMeanwhile({ yours: version, current: known.version })
    await ctx.db
      .updateTable('ledger_account')
      .set({ ...row, version: version + 1 })
      .where('tenant_id', '=', ctx.tenantId)
      .where('code', '=', code)
      .execute()
  }
  await ctx.audit({ action: 'finance.save-account', target: `account/${code}`, after: { name, isActive } })
  await ctx.announce('finance')
  return { code, version: (version ?? 0) + 1 }
}

export async function setRule(ctx: Context, input: Input<Routes['setRule']>): Answer<'setRule'> {
  const { account, from, ...scope } = input
  await needKnown(ctx, scope)
  if (!(await knowsAccount(ctx, account))) throw unknownAccount({ account })
  const changed = await replaceRule(ctx, scope, account, from)
  await ctx.audit({ action: 'finance.set-rule', target: `account-rule/${changed.id}`, after: input })
  await ctx.announce('finance')
  return changed
}

export async function setCostKind(ctx: Context, input: Input<Routes['setCostKind']>): Answer<'setCostKind'> {
  const { kind, from, ...scope } = input
  await needKnown(ctx, scope)
  await addAccounts(ctx, kind)
  const rules = costRules(kind)
  await setAll(ctx, rules, scope, from)
  await ctx.audit({ action: 'finance.set-cost-kind', target: `unit/${scope.unitId ?? 'all'}`, after: input })
  await ctx.announce('finance')
  return { rules: rules.length }
}

export async function endRule(ctx: Context, { id, version, until }: Input<Routes['endRule']>): Answer<'endRule'> {
  const rule = await ctx.db
    .selectFrom('account_rule')
    .select(['version', 'valid_from'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!rule) throw notFound({ what: 'account rule' })
  if (rule.version !== version) throw changedMeanwhile({ yours: version, current: rule.version })
  if (rule.valid_from >= until) throw beginsLater({ from: rule.valid_from })
  await ctx.db
    .updateTable('account_rule')
    .set({ valid_until: until, version: version + 1 })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  await ctx.audit({ action: 'finance.end-rule', target: `account-rule/${id}`, after: { until } })
  await ctx.announce('finance')
  return { id, version: version + 1 }
}

async function addAccounts(ctx: Context, group = ''): Promise<number> {
  const wanted = chartAccounts.filter(({ code }) => code.startsWith(group))
  const added = await ctx.db
    .insertInto('ledger_account')
    .values(wanted.map(({ code, name }) => ({ tenant_id: ctx.tenantId, code, name: JSON.stringify(name) })))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code']).doNothing())
    .returning('code')
    .execute()
  return added.length
}

async function setAll(
  ctx: Context,
  rules: readonly ChartRule[],
  scope: { unitId: string | null; jobFamilyId: string | null },
  from: string,
): Promise<void> {
  for (const { use, key, account } of rules) await replaceRule(ctx, { use, key, ...scope }, account, from)
}
