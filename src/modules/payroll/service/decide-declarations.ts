import { addDays } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import type { declarationRoutes } from '../contract/declarations.ts'
import { decidedAlready, notOnesOwn, reasonNeeded } from '../problems.ts'
import {
  changeDeclaration,
  declarationById,
  declarationList,
  declarationsOf,
  type StoredDeclaration,
} from '../store/declarations.ts'
import { opened } from './declare.ts'

export function listDeclarations(
  ctx: Context,
  input: Input<typeof declarationRoutes.listDeclarations>,
): Promise<Output<typeof declarationRoutes.listDeclarations>> {
  return declarationList(ctx, input)
}

export async function openDeclaration(ctx: Context, { id }: { id: string }) {
  const found = await known(ctx, id)
  const after = { kind: found.kind, personId: found.personId }
  await ctx.audit({ action: 'payroll.open-declaration', target: `declaration/${id}`, after })
  return opened(ctx, found)
}

export async function decideDeclaration(
  ctx: Context,
  { id, version, isApproved, reason }: Input<typeof declarationRoutes.decideDeclaration>,
): Promise<{ id: string; version: number }> {
  const found = await known(ctx, id)
  if (found.personId === ctx.actor.personId) throw notOnesOwn({})
  if (found.state !== 'proposed') throw decidedAlready({})
  if (!isApproved && reason === '') throw reasonNeeded({})
  const state = isApproved ? ('approved' as const) : ('refused' as const)
  const change = { state, reason: reason || null, isDecided: true }
  if (!(await changeDeclaration(ctx, { id, version }, change)))
    throw changedMeanwhile({ yours: version, current: found.version })
  if (isApproved) await supersede(ctx, found)
  await ctx.audit({
    action: 'payroll.declaration-decided',
    target: `declaration/${id}`,
    after: { state, kind: found.kind },
  })
  await ctx.emit('payroll.declaration-decided', { declarationId: id, personId: found.personId, state })
  await tellPeople(ctx, [found.personId], {
    kind: `payroll.declaration-${state}`,
    facts: {},
    link: '/my-declarations',
  })
  await ctx.announce('payroll')
  return { id, version: version + 1 }
}

/** The new one takes the place of the one before: the same deduction, the account, the tax data. */
async function supersede(ctx: Context, fresh: StoredDeclaration): Promise<void> {
  for (const one of await declarationsOf(ctx, fresh.personId)) {
    const isSame = one.kind === fresh.kind && (one.kind !== 'special-deduction' || one.shown === fresh.shown)
    if (one.id === fresh.id || one.state !== 'approved' || !isSame) continue
    if (one.until !== null && one.until <= fresh.from) continue
    const change =
      one.from < fresh.from ? { until: fresh.from } : { state: 'withdrawn' as const, until: addDays(one.from, 1) }
    await changeDeclaration(ctx, one, change)
  }
}

/** 404 for what is not there and for whose declarations the asker doesn't decide. */
async function known(ctx: Context, id: string): Promise<StoredDeclaration> {
  const found = await declarationById(ctx, id)
  if (!found || !ctx.may('payroll.decide-declarations', { personId: found.personId }))
    throw notFound({ what: 'declaration' })
  return found
}
