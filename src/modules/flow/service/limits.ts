import type { Input, Output } from '#core/contract'
import type { Form, FormValues } from '#core/form'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import type { routes } from '../contract.ts'
import { limitBackwards, limitEmpty, noSuchField } from '../problems.ts'
import { passed } from '../rules/limits.ts'
import { titleIn, titleTexts } from '../rules/title.ts'
import { namedIn } from '../rules/named-in.ts'
import type { Instance } from '../store/instances.ts'
import { breachesOf, dropLimit, insertBreach, limitsOf, putLimit, watching, type StoredLimit } from '../store/limits.ts'
import { namesOfThings } from '../store/named.ts'
import { bookOf } from '../store/names.ts'
import { requireFlow } from './definitions.ts'
import { resolvePeople } from './resolve-people.ts'

type Routes = typeof routes

export async function listLimits(
  ctx: Context,
  { flowId }: Input<Routes['listLimits']>,
): Promise<Output<Routes['listLimits']>> {
  const limits = await limitsOf(ctx, { flowId })
  const names = Object.fromEntries(await namesOfThings(ctx, namedIn(limits.map((limit) => limit.tell))))
  return { rows: limits.map((limit) => ({ ...limit, names })) }
}

export async function createLimit(
  ctx: Context,
  { flowId, ...content }: Input<Routes['createLimit']>,
): Promise<Output<Routes['createLimit']>> {
  const id = ctx.newId()
  await requireSound(ctx, flowId, content)
  await putLimit(ctx, { id, flowId, version: 1, ...content })
  await ctx.audit({ action: 'flow.create-limit', target: `flow-limit/${id}`, after: { flowId, ...content } })
  await ctx.announce('flow')
  return { id, version: 1 }
}

export async function changeLimit(
  ctx: Context,
  { limitId, version, ...content }: Input<Routes['changeLimit']>,
): Promise<Output<Routes['changeLimit']>> {
  const { flow, field, atLeast, atMost, isOn } = await openLimit(ctx, limitId, version)
  await requireSound(ctx, flow.id, content)
  await putLimit(ctx, { id: limitId, flowId: flow.id, version: version + 1, ...content })
  await ctx.audit({
    action: 'flow.change-limit',
    target: `flow-limit/${limitId}`,
    before: { field, atLeast, atMost, isOn },
    after: content,
  })
  await ctx.announce('flow')
  return { id: limitId, version: version + 1 }
}

export async function deleteLimit(
  ctx: Context,
  { limitId, version }: Input<Routes['deleteLimit']>,
): Promise<Output<Routes['deleteLimit']>> {
  const { field, atLeast, atMost } = await openLimit(ctx, limitId, version)
  await dropLimit(ctx, limitId)
  await ctx.audit({ action: 'flow.delete-limit', target: `flow-limit/${limitId}`, before: { field, atLeast, atMost } })
  await ctx.announce('flow')
  return { id: limitId }
}

export async function listBreaches(
  ctx: Context,
  input: Input<Routes['listBreaches']>,
): Promise<Output<Routes['listBreaches']>> {
  const rows = await breachesOf(ctx, input)
  const person = await bookOf(
    ctx,
    rows.flatMap((row) => row.told),
  )
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _total, titleWords, title, at, told, ...row }) => ({
      ...row,
      title: titleIn({ title, titleWords }, ctx.language),
      at: at.toISOString(),
      told: told.map(person),
    })),
  }
}

/** Notes numbers that were written outside of their limits, and tells whoever is named. */
export async function watchLimits(
  ctx: Context,
  instance: Instance,
  { form, before }: { form: Form; before: FormValues },
): Promise<void> {
  const found = passed(await watching(ctx, instance.flowId), before, instance.values)
  for (const { limit, value } of found) {
    const told = await resolvePeople(ctx, limit.tell, { ownerId: instance.ownerId, unitId: instance.unitId })
    await insertBreach(ctx, { limitId: limit.id, requestId: instance.id, value, told })
    await tellPeople(ctx, told, {
      kind: 'flow.limit-passed',
      facts: { title: titleTexts(instance), number: instance.number ?? '', ...said(form, limit.field, value) },
      link: `/requests/${instance.id}`,
    })
  }
}

/** A number as people read it: money in yuan. */
function said(form: Form, key: string, value: number) {
  const field = form.fields.find((one) => one.key === key)
  const isMoney = field?.kind === 'money' || field?.result === 'money'
  return { field: field?.label ?? key, value: isMoney ? (value / 100).toFixed(2) : value }
}

async function openLimit(ctx: Context, id: string, version: number): Promise<StoredLimit> {
  const [limit] = await limitsOf(ctx, { id })
  if (!limit) throw notFound({ what: 'flow-limit' })
  if (limit.version !== version) throw changedMeanwhile({ yours: version, current: limit.version })
  return limit
}

async function requireSound(
  ctx: Context,
  flowId: string,
  { field, atLeast, atMost }: { field: string; atLeast: number | null; atMost: number | null },
): Promise<void> {
  if (atLeast === null && atMost === null) throw limitEmpty({})
  if (atLeast !== null && atMost !== null && atLeast > atMost) throw limitBackwards({})
  const { draft } = await requireFlow(ctx, flowId)
  const { fields = [] } = draft.form as { fields?: { key: string; kind: string; result?: string }[] }
  const numeric = fields.some(
    ({ key, kind, result }) =>
      key === field && (kind === 'number' || kind === 'money' || (kind === 'computed' && result !== 'text')),
  )
  if (!numeric) throw noSuchField({ field })
}
