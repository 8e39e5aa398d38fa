import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { RecordedUnit, routes } from '../contract.ts'
import { periodTurned } from '../problems.ts'
import { divideHours, recogniser, workOf, type Divided, type HeldWork } from '../recorded-rules.ts'
import { departmentsOf, periodOf } from '../rules.ts'
import { factsBehind, heldOn, hoursBy, type Days, type Names } from '../store/recorded.ts'
import { unitsToday, type UnitToday } from '../store/units.ts'
import { limitsOf } from './limits.ts'

type Routes = typeof routes

/** How many of each department's recorded hours belong to what another department holds; the largest share first. */
export async function readRecorded(
  ctx: Context,
  input: Input<Routes['readRecorded']>,
): Promise<Output<Routes['readRecorded']>> {
  const { days, units, held, recognise, rows } = await load(ctx, input)
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  const divided = divideHours(rows, held, recognise)
  const shown = [...divided]
    .filter(([, one]) => one.hours > 0)
    .map(([department, one]) => shownUnit(department, one, held, names))
  return { ...days, units: shown.sort((a, b) => b.foreignPermille - a.foreignPermille || b.hours - a.hours) }
}

/** A page of the facts behind one of those figures. */
export async function listRecordedFacts(
  ctx: Context,
  input: Input<Routes['listRecordedFacts']>,
): Promise<Output<Routes['listRecordedFacts']>> {
  const { days, names, departments, held, recognise, rows } = await load(ctx, input)
  const unitIds = [...departments].flatMap(([unit, department]) => (department === input.unitId ? [unit] : []))
  if (!held.has(input.responsibilityId) || unitIds.length === 0) throw notFound({ what: 'responsibility' })
  const activities = rows
    .filter((row) => row.department === input.unitId && row.activity !== null)
    .filter((row) => !row.responsibilityId || !held.has(row.responsibilityId))
    .filter((row) => workOf(row, held, recognise).work?.responsibilityId === input.responsibilityId)
    .map((row) => row.activity ?? '')
  const behind = { unitIds, responsibilityId: input.responsibilityId, activities, heldIds: [...held.keys()] }
  const found = await factsBehind(ctx, days, names, behind, input)
  return { total: found.total - found.hidden, hours: found.hours, hidden: found.hidden, items: found.rows }
}

async function load(ctx: Context, asked: { from?: string | undefined; until?: string | undefined }) {
  const days: Days = periodOf(asked, ctx.today)
  if (days.from > days.until) throw periodTurned(days)
  const names: Names = {
    measure: await ctx.setting<string>('overlap.hoursMeasure'),
    dimension: await ctx.setting<string>('overlap.activityDimension'),
  }
  const units = await unitsToday(ctx)
  const departments = departmentsOf(units)
  const departmentOf = (unitId: string) => departments.get(unitId) ?? unitId
  const works = (await heldOn(ctx, days.until)).map((row): HeldWork => ({
    responsibilityId: row.responsibilityId,
    code: row.code,
    name: row.name,
    department: departmentOf(row.unitId),
    partners: new Set(row.partnerIds.map(departmentOf)),
    says: row.says.flatMap((text) => Object.values(text)),
  }))
  const { likelyFromPermille } = await limitsOf(ctx)
  const rows = (await hoursBy(ctx, days, names)).map((row) => ({ ...row, department: departmentOf(row.unitId ?? '') }))
  return {
    days,
    names,
    units,
    departments,
    rows,
    held: new Map(works.map((work) => [work.responsibilityId, work])),
    recognise: recogniser(works, likelyFromPermille / 1000),
  }
}

function shownUnit(
  department: string,
  { hours, own, shared, unknown, foreign }: Divided,
  held: ReadonlyMap<string, HeldWork>,
  names: ReadonlyMap<string, UnitToday['name']>,
): RecordedUnit {
  const named = (id: string) => ({ id, name: names.get(id) ?? {} })
  const share = (part: number) => Math.round((1000 * part) / hours)
  const foreignHours = [...foreign.values()].reduce((sum, one) => sum + one.hours, 0)
  return {
    unit: named(department),
    hours: rounded(hours),
    ownHours: rounded(own),
    sharedHours: rounded(shared),
    foreignHours: rounded(foreignHours),
    unknownHours: rounded(unknown),
    foreignPermille: share(foreignHours),
    foreign: [...foreign]
      .map(([id, one]) => ({
        responsibility: { id, name: held.get(id)?.name ?? {} },
        holder: named(held.get(id)?.department ?? department),
        hours: rounded(one.hours),
        sharePermille: share(one.hours),
        byWording: one.byWording,
      }))
      .filter((one) => one.hours !== 0)
      .sort((a, b) => b.hours - a.hours),
  }
}

/** Hours to the hundredth: 36 seconds. */
function rounded(hours: number): number {
  return Math.round(hours * 100) / 100
}
