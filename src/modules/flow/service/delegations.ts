import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import type { Delegation, routes } from '../contract.ts'
import { delegateOneself, delegateTwice, delegationClosed, windowBackwards, windowPassed } from '../problems.ts'
import {
  delegationRows,
  insertDelegation,
  lockDelegation,
  overlapping,
  updateDelegation,
  type DelegationRow,
} from '../store/delegations.ts'
import { flowLines } from '../store/flows.ts'
import { bookOf } from '../store/names.ts'
import { requirePeople } from './form-input.ts'
import { ownPerson } from './viewer.ts'

type Routes = typeof routes
type Changed = { id: string; version: number }

export async function listDelegations(
  ctx: Context,
  input: Input<Routes['listDelegations']>,
): Promise<Output<Routes['listDelegations']>> {
  const own = ctx.actor.personId
  const isOthers = input.all || (input.personId !== undefined && input.personId !== own)
  if (isOthers && !ctx.may('flow.manage', input.all ? undefined : { personId: input.personId }))
    throw forbidden({ permission: 'flow.manage' })
  const personId = input.all ? null : (input.personId ?? ownPerson(ctx))
  const { total, rows } = await delegationRows(ctx, { ...input, personId })
  return { total, rows: await told(ctx, rows) }
}

export async function createDelegation(
  ctx: Context,
  { fromId, ...wanted }: Input<Routes['createDelegation']>,
): Promise<Changed> {
  const from = fromId ?? ownPerson(ctx)
  requireOwn(ctx, from)
  await requirePeople(ctx, [from])
  const one = { id: ctx.newId(), fromId: from, ...read(wanted) }
  await requireSound(ctx, one, null)
  await insertDelegation(ctx, one)
  await ctx.audit({ action: 'flow.delegate', target: `delegation/${one.id}`, after: { from, ...wanted } })
  await turnSoon(ctx, one)
  return { id: one.id, version: 1 }
}

export async function changeDelegation(
  ctx: Context,
  { delegationId, version, ...wanted }: Input<Routes['changeDelegation']>,
): Promise<Changed> {
  const before = await open(ctx, delegationId, version)
  const change = read(wanted)
  // what runs has been acted upon: only when it ends may still be said
  const after: DelegationRow =
    before.state === 'planned' ? { ...before, ...change } : { ...before, until: change.until, reason: change.reason }
  await requireSound(ctx, after, before.id)
  const now = await updateDelegation(ctx, after)
  await ctx.audit({ action: 'flow.change-delegation', target: `delegation/${delegationId}`, before, after })
  await turnSoon(ctx, after)
  return { id: delegationId, version: now }
}

export async function endDelegation(
  ctx: Context,
  { delegationId, version }: Input<Routes['endDelegation']>,
): Promise<Changed> {
  const before = await open(ctx, delegationId, version)
  const after: DelegationRow =
    before.start >= ctx.now ? { ...before, state: 'closed' } : { ...before, state: 'open', until: ctx.now }
  const now = await updateDelegation(ctx, after)
  await ctx.audit({ action: 'flow.end-delegation', target: `delegation/${delegationId}`, before, after })
  await turnSoon(ctx, after)
  return { id: delegationId, version: now }
}

async function open(ctx: Context, id: string, version: number): Promise<DelegationRow> {
  const one = await lockDelegation(ctx, id)
  if (
    !one ||
    (one.fromId !== ctx.actor.personId &&
      one.toId !== ctx.actor.personId &&
      !ctx.may('flow.manage', { personId: one.fromId }))
  )
    throw notFound({ what: 'delegation' })
  requireOwn(ctx, one.fromId)
  if (one.version !== version) throw changedMeanwhile({ yours: version, current: one.version })
  if (one.state === 'closed') throw delegationClosed({})
  return one
}

/** One's own work is one's own to give; that of others needs the right to look after flows. */
function requireOwn(ctx: Context, fromId: string): void {
  if (fromId !== ctx.actor.personId && !ctx.may('flow.manage', { personId: fromId }))
    throw forbidden({ permission: 'flow.manage' })
}

async function requireSound(
  ctx: Context,
  one: Omit<DelegationRow, 'state' | 'version'>,
  id: string | null,
): Promise<void> {
  if (one.until <= one.start) throw windowBackwards({})
  if (one.until <= ctx.now) throw windowPassed({})
  if (one.toId === one.fromId) throw delegateOneself({})
  await requirePeople(ctx, [one.toId])
  const flows = one.flowIds ?? []
  if ((await flowLines(ctx, { ids: flows })).length !== new Set(flows).size) throw notFound({ what: 'flow' })
  const other = await overlapping(ctx, { ...one, id })
  if (other) throw delegateTwice({ name: (await bookOf(ctx, [other.toId]))(other.toId).name })
}

/** Open to-dos change hands when the window does: by the job, now or when the time comes. */
async function turnSoon(ctx: Context, { start, until }: Pick<DelegationRow, 'start' | 'until'>): Promise<void> {
  for (const at of [start, until])
    await ctx.enqueue('flow.turnDelegations', {}, at <= ctx.now ? {} : { startAfter: at })
  await ctx.announce('flow')
}

function read(wanted: Omit<Input<Routes['createDelegation']>, 'fromId'>) {
  const { toId, flowIds, atMost, mode, reason } = wanted
  return { toId, flowIds, atMost, mode, reason, start: new Date(wanted.start), until: new Date(wanted.until) }
}

export async function told(ctx: Context, rows: readonly DelegationRow[]): Promise<Delegation[]> {
  const book = await bookOf(
    ctx,
    rows.flatMap((row) => [row.fromId, row.toId]),
  )
  const ids = [...new Set(rows.flatMap((row) => row.flowIds ?? []))]
  const flows = new Map((ids.length > 0 ? await flowLines(ctx, { ids }) : []).map((flow) => [flow.id, flow]))
  return rows.map(({ fromId, toId, start, until, flowIds, ...rest }) => {
    const isMine = fromId === ctx.actor.personId || ctx.may('flow.manage', { personId: fromId })
    return {
      ...rest,
      from: book(fromId),
      to: book(toId),
      start: start.toISOString(),
      until: until.toISOString(),
      flows: flowIds?.flatMap((id) => flows.get(id) ?? []) ?? null,
      may: { change: isMine && rest.state !== 'closed', end: isMine && rest.state !== 'closed' },
    }
  })
}
