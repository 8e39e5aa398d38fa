import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import type { Dashboard, routes } from '../contract.ts'
import { tooManyDashboards } from '../problems.ts'
import {
  countOwn,
  dashboardHeads,
  findDashboard,
  insertDashboard,
  removeDashboard,
  updateDashboard,
  type DashboardRow,
} from '../store/dashboards.ts'
import { allRoles, rolesOf, writeRoles } from '../store/shares.ts'

type Routes = typeof routes
/** Dashboards one account may have. */
const mostOwn = 50

export async function listDashboards(ctx: Context): Promise<Output<Routes['listDashboards']>> {
  return { dashboards: await dashboardHeads(ctx) }
}

export async function readDashboard(ctx: Context, { dashboardId }: Input<Routes['readDashboard']>): Promise<Dashboard> {
  const row = await openDashboard(ctx, dashboardId)
  const isMine = row.ownerId === ctx.actor.accountId
  const { id, name, ownerName, filters, parts, version } = row
  return { id, name, ownerName, isMine, filters, parts, version, roleIds: isMine ? await rolesOf(ctx, id) : [] }
}

export async function createDashboard(
  ctx: Context,
  input: Input<Routes['createDashboard']>,
): Promise<Output<Routes['createDashboard']>> {
  if (!ctx.actor.accountId) throw forbidden({ permission: 'reports.compose' })
  if ((await countOwn(ctx)) >= mostOwn) throw tooManyDashboards({ limit: mostOwn })
  const dashboardId = ctx.newId()
  await insertDashboard(ctx, dashboardId, input)
  await ctx.audit({ action: 'reports.create-dashboard', target: `dashboard/${dashboardId}`, after: input })
  await ctx.announce('reports')
  return { dashboardId, version: 1 }
}

export async function changeDashboard(
  ctx: Context,
  { dashboardId, version, ...content }: Input<Routes['changeDashboard']>,
): Promise<Output<Routes['changeDashboard']>> {
  const row = await ownDashboard(ctx, dashboardId, 'reports.compose')
  if (row.version !== version || !(await updateDashboard(ctx, dashboardId, version, content)))
    throw changedMeanwhile({ yours: version, current: row.version })
  const { name, filters, parts } = row
  await ctx.audit({
    action: 'reports.change-dashboard',
    target: `dashboard/${dashboardId}`,
    before: { name, filters, parts },
    after: content,
  })
  await ctx.announce('reports')
  return { dashboardId, version: version + 1 }
}

export async function deleteDashboard(
  ctx: Context,
  { dashboardId }: Input<Routes['deleteDashboard']>,
): Promise<{ dashboardId: string }> {
  const row = await ownDashboard(ctx, dashboardId, 'reports.compose')
  await removeDashboard(ctx, dashboardId)
  await ctx.audit({ action: 'reports.delete-dashboard', target: `dashboard/${dashboardId}`, before: row })
  await ctx.announce('reports')
  return { dashboardId }
}

/** Shares what is asked, never figures: whoever opens it sees what their own rights give. */
export async function shareDashboard(
  ctx: Context,
  { dashboardId, roleIds }: Input<Routes['shareDashboard']>,
): Promise<{ dashboardId: string }> {
  await ownDashboard(ctx, dashboardId, 'reports.share')
  const known = new Set((await allRoles(ctx)).map((role) => role.id))
  const wanted = [...new Set(roleIds)]
  if (wanted.some((id) => !known.has(id))) throw notFound({ what: 'role' })
  const before = await rolesOf(ctx, dashboardId)
  await writeRoles(ctx, dashboardId, wanted)
  await ctx.audit({
    action: 'reports.share-dashboard',
    target: `dashboard/${dashboardId}`,
    before: { roleIds: before },
    after: { roleIds: wanted },
  })
  await ctx.emit('reports.shared', { dashboardId, roleIds: wanted })
  await ctx.announce('reports')
  return { dashboardId }
}

export async function listShareRoles(ctx: Context): Promise<Output<Routes['listShareRoles']>> {
  return { roles: await allRoles(ctx) }
}

/** A dashboard one may open; another's that is not shared looks the same as none. */
export async function openDashboard(ctx: Context, dashboardId: string): Promise<DashboardRow> {
  const row = await findDashboard(ctx, dashboardId)
  if (!row) throw notFound({ what: 'dashboard' })
  return row
}

async function ownDashboard(ctx: Context, dashboardId: string, permission: string): Promise<DashboardRow> {
  const row = await openDashboard(ctx, dashboardId)
  if (row.ownerId !== ctx.actor.accountId) throw forbidden({ permission })
  return row
}
