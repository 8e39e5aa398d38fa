import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { RoleChart, RoleRow, routes } from '../contract.ts'
import { stillDraft, tooManyColumns } from '../problems.ts'
import type { Raci } from '../shapes.ts'
import { holdingsDuring } from '../store/holdings.ts'
import { listOn } from '../store/list.ts'
import { findResponsibility, unitName } from '../store/responsibilities.ts'
import { roleColumns, rolesHeld, unitsBelow, type RoleHeld } from '../store/role-chart.ts'
import { versionHeads } from '../store/versions.ts'
import { hold, release } from './hold-responsibilities.ts'
import { holderOf, mustMayHold } from './holder.ts'
import { addDays } from '#core/calendar'

type Routes = typeof routes
const mostColumns = 300
const mostAlarmed = 500

/** Who holds what in a unit and all below it: the business of these units (at the top also of the whole firm), and whatever is held in them. */
export async function readRoles(ctx: Context, input: Input<Routes['readRoles']>): Promise<RoleChart> {
  const { unitId, by, day = ctx.today, text, onlyAlarms, limit, offset } = input
  if (!(await unitName(ctx, unitId, day)) || !ctx.may('responsibilities.read', { unitId }))
    throw notFound({ what: 'unit' })
  const units = await unitsBelow(ctx, unitId, day)
  const columns = await roleColumns(ctx, units, by, day)
  if (columns.length > mostColumns) throw tooManyColumns({ count: columns.length, limit: mostColumns })
  const heldIn = units.map((unit) => unit.id)
  const page = onlyAlarms ? { limit: mostAlarmed, offset: 0 } : { limit, offset }
  const { total, rows } = await listOn(ctx, {
    day,
    text,
    heldIn,
    withFirm: units[0]?.isRoot ?? false,
    states: ['in-force'],
    ...page,
  })
  const shown = onlyAlarms ? rows.filter((row) => row.alarm !== null) : rows
  const held = Map.groupBy(
    await rolesHeld(
      ctx,
      shown.map((row) => row.id),
      day,
    ),
    (one) => one.responsibilityId,
  )
  const known = new Set(columns.map((column) => column.id))
  return {
    day,
    columns,
    total: onlyAlarms ? shown.length : total,
    rows: shown.map((row): RoleRow => {
      const roles = held.get(row.id) ?? []
      const accountable = roles.find((one) => one.raci === 'accountable')
      return {
        responsibilityId: row.id,
        code: row.code,
        name: row.name,
        unitName: row.unitName,
        kind: row.kind,
        alarms: row.alarm ? [row.alarm] : [],
        cells: cellsOf(roles, known),
        accountableElsewhere: accountable && columnOf(accountable, known) === null ? accountable.name : null,
        mayAssign: ctx.may('responsibilities.assign', { unitId: row.unitId }),
      }
    }),
  }
}

/** The column a role stands in: of who holds it, else of the unit of the position that does; null for none. */
function columnOf({ columnId, throughId }: RoleHeld, known: ReadonlySet<string>): string | null {
  return [columnId, throughId].find((id) => id !== null && known.has(id)) ?? null
}

function cellsOf(roles: readonly RoleHeld[], known: ReadonlySet<string>): RoleRow['cells'] {
  return [...Map.groupBy(roles, (one) => columnOf(one, known))].flatMap(([columnId, held]) => {
    if (columnId === null) return []
    const own = held.filter((one) => one.columnId === columnId)
    const through = held.filter((one) => one.columnId !== columnId).map((one) => one.raci)
    return [
      {
        columnId,
        racis: own.map((one) => one.raci),
        through: [...new Set(through)],
        weightPermille: own.reduce((sum, one) => sum + one.weightPermille, 0),
        isLocal: own.some((one) => one.isLocal),
      },
    ]
  })
}

/** From today on a position or unit has just these roles; a role it keeps keeps its weight. */
export async function setRoles(ctx: Context, input: Input<Routes['setRoles']>): Promise<Output<Routes['setRoles']>> {
  const { responsibilityId, racis, takesOver } = input
  const responsibility = await findResponsibility(ctx, responsibilityId)
  if (!responsibility) throw notFound({ what: 'responsibility' })
  const holder = await holderOf(ctx, input, ctx.today)
  mustMayHold(ctx, responsibility, holder.placeId)
  const [latest] = await versionHeads(ctx, responsibilityId)
  if (!latest || latest.validFrom === null) throw stillDraft({})
  const today = { from: ctx.today, until: addDays(ctx.today, 1) }
  const all = (await holdingsDuring(ctx, { responsibilityId }, today)).filter((one) => one.forUnitId === null)
  const own = all.filter((one) => one.positionId === holder.id || one.unitId === holder.id)
  for (const holding of own.filter((one) => !racis.includes(one.raci))) await release(ctx, holding, ctx.today)
  const added = [...new Set<Raci>(racis)].filter((raci) => !own.some((one) => one.raci === raci))
  const before = all.find((one) => one.raci === 'accountable' && !own.includes(one))
  if (takesOver && before && added.includes('accountable')) {
    const placeId = (
      await holderOf(
        ctx,
        {
          positionId: before.positionId ?? undefined,
          unitId: before.unitId ?? undefined,
          personId: before.personId ?? undefined,
        },
        ctx.today,
      )
    ).placeId
    mustMayHold(ctx, responsibility, placeId)
    await release(ctx, before, ctx.today)
  }
  const until = latest.validUntil
  for (const raci of added)
    await hold(ctx, responsibility, holder, { forUnitId: null, raci, weightPermille: 0, from: ctx.today, until })
  await ctx.announce('responsibilities')
  return { responsibilityId, racis: [...new Set<Raci>(racis)] }
}
