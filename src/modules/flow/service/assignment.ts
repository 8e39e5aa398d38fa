import type { Input, Output } from '#core/contract'
import { assign, caseFor, type FlowData } from '#core/flow'
import { pick } from '#core/local-text'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { ruleInUse } from '../problems.ts'
import { namedIn } from '../rules/named-in.ts'
import { namesOfThings } from '../store/named.ts'
import { bookOf } from '../store/names.ts'
import { isUuid } from '../store/resolve.ts'
import { dropRule, lastOf, loadOf, noteTurn, putRule, rulesOf, type StoredRule } from '../store/assignment.ts'
import { resolvePeople, type Asked } from './resolve-people.ts'

type Routes = typeof routes

export async function listRules(ctx: Context): Promise<Output<Routes['listRules']>> {
  const rules = await rulesOf(ctx)
  const names = await namesOfThings(ctx, namedIn(rules.flatMap((rule) => rule.cases.map((one) => one.pool))))
  const person = await bookOf(
    ctx,
    rules.flatMap((rule) => rule.turns.map((turn) => turn.last)),
  )
  return {
    rows: rules.map(({ turns, changedAt, flows, ...rule }) => ({
      ...rule,
      flows: [...flows],
      changedAt: changedAt.toISOString(),
      given: Object.fromEntries(turns.map((turn) => [turn.line, { count: turn.given, last: person(turn.last) }])),
      names: Object.fromEntries(names),
    })),
  }
}

export async function createRule(
  ctx: Context,
  { name, cases }: Input<Routes['createRule']>,
): Promise<Output<Routes['createRule']>> {
  const id = ctx.newId()
  await putRule(ctx, { id, name, cases, version: 1 })
  await ctx.audit({ action: 'flow.create-rule', target: `flow-rule/${id}`, after: { name, cases } })
  await ctx.announce('flow')
  return { id, version: 1 }
}

export async function changeRule(
  ctx: Context,
  { ruleId, version, name, cases }: Input<Routes['changeRule']>,
): Promise<Output<Routes['changeRule']>> {
  const before = await openRule(ctx, ruleId, version)
  await putRule(ctx, { id: ruleId, name, cases, version: version + 1 })
  await ctx.audit({
    action: 'flow.change-rule',
    target: `flow-rule/${ruleId}`,
    before: { name: before.name, cases: before.cases },
    after: { name, cases },
  })
  await ctx.announce('flow')
  return { id: ruleId, version: version + 1 }
}

export async function deleteRule(
  ctx: Context,
  { ruleId, version }: Input<Routes['deleteRule']>,
): Promise<Output<Routes['deleteRule']>> {
  const { name, flows } = await openRule(ctx, ruleId, version)
  if (flows.length > 0) throw ruleInUse({ flows: flows.map((flow) => pick(flow.name, ctx.language)).join('、') })
  await dropRule(ctx, ruleId)
  await ctx.audit({ action: 'flow.delete-rule', target: `flow-rule/${ruleId}`, before: { name } })
  await ctx.announce('flow')
  return { id: ruleId }
}

async function openRule(ctx: Context, id: string, version: number): Promise<StoredRule> {
  const [rule] = await rulesOf(ctx, id, true)
  if (!rule) throw notFound({ what: 'flow-rule' })
  if (rule.version !== version) throw changedMeanwhile({ yours: version, current: rule.version })
  return rule
}

/** Who a rule names for a request. Only when it is `real` does the turn go on to the next. */
export async function peopleByRule(
  ctx: Context,
  named: string,
  asked: Asked & { data: FlowData; requestId: string; isReal: boolean },
): Promise<string[]> {
  if (!isUuid(named)) return []
  const [rule] = await rulesOf(ctx, named)
  const line = rule && caseFor(rule.cases, asked.data)
  if (!rule || !line || line.pool.kind === 'rule') return []
  const pool = await loadOf(ctx, await resolvePeople(ctx, line.pool, asked))
  const last = await lastOf(ctx, rule.id, line.id, asked.isReal)
  const people = assign(line.method, pool, last, asked.requestId)
  const [first] = people
  if (asked.isReal && first !== undefined && line.method !== 'all') await noteTurn(ctx, rule.id, line.id, first)
  return people
}
