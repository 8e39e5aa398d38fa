import { addDays, addMonths, type Day } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import type { LocalText } from '#core/local-text'
import { split } from '#core/payroll'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { CostRow, routes } from '../contract.ts'
import { tooFew } from '../problems.ts'
import { below, budgetOf, overResponsibilities, type CostPart } from '../rules/cost-tree.ts'
import { fewestPeople, hiddenGroups } from '../rules/small-groups.ts'
import {
  budgetsOf,
  carriedBy,
  costSlips,
  lastPaidPeriod,
  unitsOn,
  type Budget,
  type CostSlip,
  type UnitNode,
} from '../store/labour-cost.ts'
import { placesOf } from '../store/places.ts'

type Routes = typeof routes
type Asked = Input<Routes['readLabourCost']>
type Group = Omit<CostRow, 'costFen' | 'people'> & { readonly people: number; readonly costFen: number }
/** A part of a slip's cost at a unit the asker may see. */
type Part = CostPart & Pick<CostSlip, 'slipId' | 'period' | 'personName'>

export async function readLabourCost(ctx: Context, asked: Asked): Promise<Output<Routes['readLabourCost']>> {
  const period = asked.period ?? (await lastPaidPeriod(ctx)) ?? ctx.today.slice(0, 7)
  const first = addMonths(`${period}-01`, -11).slice(0, 7)
  const units = await unitsOn(ctx, lastDayOf(period))
  const unit = asked.unitId === undefined ? topOf(ctx, units) : units.find(({ id }) => id === asked.unitId)
  if (asked.unitId !== undefined && (!unit || !ctx.may('finance.read', { unitId: unit.id })))
    throw notFound({ what: 'unit' })
  const scope = unit ? below(units, unit.id) : undefined
  const parts = (await partsOf(ctx, first, period)).filter((part) => !scope || scope.has(part.unitId))
  const budgets = await budgetsOf(ctx, first, period)
  const mine = parts.filter((part) => part.period === period)
  const groups =
    asked.by === 'unit'
      ? byUnit(ctx, mine, units, unit, budgets, period)
      : await byResponsibility(ctx, mine, budgets, period, scope)
  const seesAll = ctx.may('payroll.read', {})
  const people = countPeople(mine)
  if (!seesAll && people > 0 && people < fewestPeople) throw tooFew({ fewest: fewestPeople })
  const hidden = seesAll ? new Set<Group>() : hiddenGroups(groups)
  return {
    period,
    by: asked.by,
    unit: unit ? { id: unit.id, name: unit.name } : null,
    path: pathTo(ctx, units, unit),
    people,
    costFen: sumOf(mine),
    budgetFen: unitBudget(units, budgets, period, unit),
    rows: groups.map((group) => ({ ...group, costFen: hidden.has(group) ? null : group.costFen })),
    hidden: hidden.size,
    months: monthsOf(parts, period, seesAll).map((month) => ({
      ...month,
      budgetFen: unitBudget(units, budgets, month.period, unit),
    })),
  }
}

/** Costs where people work: by the shares laid down or the seats of the month's last day; only units the asker may see. */
async function partsOf(ctx: Context, from: string, to: string): Promise<Part[]> {
  const months = Map.groupBy(await costSlips(ctx, from, to), ({ period }) => period)
  const parts: Part[] = []
  for (const [period, slips] of months) {
    const ids = [...new Set(slips.map(({ personId }) => personId))]
    const places = await placesOf(ctx, ids, lastDayOf(period))
    for (const slip of slips) parts.push(...slipParts(slip, places.get(slip.personId)))
  }
  return parts.filter(({ unitId }) => ctx.may('finance.read', { unitId }))
}

function slipParts(slip: CostSlip, places: readonly { unitId: string; weight: number }[] | undefined): Part[] {
  const at = places ?? [{ unitId: slip.unitId ?? slip.employerUnitId, weight: 1 }]
  const shares = split(
    slip.costFen,
    at.map(({ weight }) => weight),
  )
  const { slipId, personId, personName, period } = slip
  return at.map(({ unitId }, index) => ({ slipId, personId, personName, period, unitId, fen: shares[index] ?? 0 }))
}

/** The units right below, and what stands at the unit itself; at the lowest unit its people, for who may see each one's pay. */
function byUnit(
  ctx: Context,
  parts: readonly Part[],
  units: readonly UnitNode[],
  unit: UnitNode | undefined,
  budgets: readonly Budget[],
  period: string,
): Group[] {
  const children = units.filter(({ parentId }) => parentId === (unit?.id ?? null))
  const groups = children.map((child): Group => {
    const scope = below(units, child.id)
    const budgetFen = unitBudget(units, budgets, period, child)
    return {
      ...groupOf(
        child.id,
        'unit',
        child.name,
        parts.filter(({ unitId }) => scope.has(unitId)),
      ),
      budgetFen,
      opens: true,
    }
  })
  const own = parts.filter(({ unitId }) => unitId === unit?.id)
  const rows = ctx.may('payroll.read', {})
    ? [...Map.groupBy(own, ({ personId }) => personId)].map(([id, of]) => ({
        ...groupOf(id, 'person', { en: of[0]?.personName ?? '' }, of),
        slipIds: [...new Set(of.map(({ slipId }) => slipId))],
      }))
    : own.length > 0
      ? [groupOf(null, 'own', unit?.name ?? null, own)]
      : []
  return [...groups.filter(({ people, budgetFen }) => people > 0 || budgetFen !== null), ...rows]
}

async function byResponsibility(
  ctx: Context,
  parts: readonly Part[],
  budgets: readonly Budget[],
  period: string,
  scope: ReadonlySet<string> | undefined,
): Promise<Group[]> {
  const held = await carriedBy(ctx, [...new Set(parts.map(({ personId }) => personId))], lastDayOf(period))
  const byPerson = Map.groupBy(held, ({ personId }) => personId)
  const names = new Map(held.map(({ responsibilityId, name }) => [responsibilityId, name]))
  const groups = new Map<string | null, Part[]>()
  for (const part of parts) {
    for (const { responsibilityId, fen } of overResponsibilities(part.fen, byPerson.get(part.personId) ?? []))
      groups.set(responsibilityId, [...(groups.get(responsibilityId) ?? []), { ...part, fen }])
  }
  const budget = (id: string | null) => {
    const own = budgets.filter(
      (one) => one.period === period && one.responsibilityId === id && (!scope || scope.has(one.unitId)),
    )
    return id === null || own.length === 0 ? null : own.reduce((sum, { fen }) => sum + fen, 0)
  }
  return [...groups]
    .map(([id, of]): Group => ({
      ...groupOf(id, id === null ? 'none' : 'responsibility', names.get(id ?? '') ?? null, of),
      budgetFen: budget(id),
    }))
    .toSorted((a, b) => b.costFen - a.costFen)
}

function groupOf(id: string | null, kind: CostRow['kind'], name: LocalText | null, parts: readonly Part[]): Group {
  return {
    id,
    kind,
    name,
    people: countPeople(parts),
    costFen: sumOf(parts),
    budgetFen: null,
    opens: false,
    slipIds: [],
  }
}

/** The highest unit when there is one alone. */
function topOf(ctx: Context, units: readonly UnitNode[]): UnitNode | undefined {
  const seen = new Set(units.filter(({ id }) => ctx.may('finance.read', { unitId: id })).map(({ id }) => id))
  const tops = units.filter(({ id, parentId }) => seen.has(id) && (parentId === null || !seen.has(parentId)))
  return tops.length === 1 ? tops[0] : undefined
}

function pathTo(
  ctx: Context,
  units: readonly UnitNode[],
  unit: UnitNode | undefined,
): { id: string; name: LocalText }[] {
  const path: { id: string; name: LocalText }[] = []
  for (let at = unit; at && path.length < 50; at = units.find(({ id }) => id === at?.parentId))
    if (ctx.may('finance.read', { unitId: at.id })) path.unshift({ id: at.id, name: at.name })
  return path
}

function unitBudget(
  units: readonly UnitNode[],
  budgets: readonly Budget[],
  period: string,
  unit: UnitNode | undefined,
): number | null {
  if (!unit) return null
  const own = new Map(
    budgets
      .filter((one) => one.period === period && one.responsibilityId === null)
      .map(({ unitId, fen }) => [unitId, fen]),
  )
  return budgetOf(units, own, unit.id)
}

function monthsOf(parts: readonly Part[], period: string, seesAll: boolean) {
  const byMonth = Map.groupBy(parts, (part) => part.period)
  return Array.from({ length: 12 }, (_month, at) => {
    const month = addMonths(`${period}-01`, at - 11).slice(0, 7)
    const of = byMonth.get(month) ?? []
    const isShown = of.length > 0 && (seesAll || countPeople(of) >= fewestPeople)
    return { period: month, costFen: isShown ? sumOf(of) : null }
  })
}

function countPeople(parts: readonly CostPart[]): number {
  return new Set(parts.map(({ personId }) => personId)).size
}

function sumOf(parts: readonly CostPart[]): number {
  return parts.reduce((sum, { fen }) => sum + fen, 0)
}

function lastDayOf(period: string): Day {
  return addDays(addMonths(`${period}-01`, 1), -1)
}
