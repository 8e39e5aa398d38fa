import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import { companyOf } from '#modules/organisation'
import type { groupRoutes, PayGroup } from '../contract/groups.ts'
import { codeTaken, employerNoCompany } from '../problems.ts'
import { groups, insertGroup, updateGroupRow } from '../store/groups.ts'

type Changed = { id: string; version: number }

export function listGroups(ctx: Context): Promise<PayGroup[]> {
  return groups(ctx)
}

export async function createGroup(ctx: Context, input: Input<typeof groupRoutes.createGroup>): Promise<Changed> {
  const all = await groups(ctx)
  if (all.some(({ code }) => code === input.code)) throw codeTaken({ taken: input.code })
  await requireCompany(ctx, input.employerUnitId)
  const id = ctx.newId()
  await insertGroup(ctx, id, { ...input, isActive: true })
  await tell(ctx, id, { after: input })
  return { id, version: 1 }
}

export async function updateGroup(ctx: Context, input: Input<typeof groupRoutes.updateGroup>): Promise<Changed> {
  const all = await groups(ctx)
  const before = all.find(({ id }) => id === input.id)
  if (!before) throw notFound({ what: 'pay-group' })
  if (all.some(({ id, code }) => id !== input.id && code === input.code)) throw codeTaken({ taken: input.code })
  if (input.employerUnitId !== before.employerUnitId) await requireCompany(ctx, input.employerUnitId)
  if (!(await updateGroupRow(ctx, input))) throw changedMeanwhile({ yours: input.version, current: before.version })
  await tell(ctx, input.id, { before, after: input })
  return { id: input.id, version: input.version + 1 }
}

/** The group, or 404. */
export async function requireGroup(ctx: Context, groupId: string): Promise<PayGroup> {
  const found = (await groups(ctx)).find(({ id }) => id === groupId)
  if (!found) throw notFound({ what: 'pay-group' })
  return found
}

async function requireCompany(ctx: Context, unitId: string): Promise<void> {
  const company = await companyOf(ctx, unitId, ctx.today)
  if (!company) throw notFound({ what: 'unit' })
  if (company.unitId !== unitId) throw employerNoCompany({})
}

async function tell(ctx: Context, id: string, change: { before?: unknown; after?: unknown }): Promise<void> {
  await ctx.audit({ action: 'payroll.group-changed', target: `pay-group/${id}`, ...change })
  await ctx.emit('payroll.set-up-changed', { groupId: id })
  await ctx.announce('payroll')
}
