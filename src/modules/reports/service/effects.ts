import { addDays, addMonths, weekStart, type Day } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import { valueOf, type Days } from '#core/indicator'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { definitionsIn, seatsIn, standingsOf, type Computed, type Definition } from '#modules/indicators'
import { responsibilityNames } from '#modules/responsibilities'
import type { Effect, TargetChange, routes } from '../contract.ts'
import { isEnough, sideOf } from '../rules/effect.ts'
import { peopleOn } from './people.ts'

/** Weeks shown on each side of a change at most. */
const weeksBefore = 12
const weeksAfter = 12
const mostChanges = 100

type Routes = typeof routes

/** Targets changed in the last year, of what people the reader may see answer for; the latest first. */
export async function readTargetChanges(
  ctx: Context,
  input: Input<Routes['readTargetChanges']>,
): Promise<Output<Routes['readTargetChanges']>> {
  const range = { from: addMonths(ctx.today, -12), until: addDays(ctx.today, 1) }
  const ids = (await peopleOn(ctx, ctx.today, input.unitId)).map((member) => member.id)
  const held = await heldIn(ctx, ids, range)
  const wanted = held.filter((id) => !input.responsibilityId || id === input.responsibilityId)
  return { changes: (await changesOf(ctx, wanted, range)).slice(0, mostChanges) }
}

/** The weeks before and after a target changed, side by side, with honest words where they are too few. */
export async function readEffect(ctx: Context, input: Input<Routes['readEffect']>): Promise<Effect> {
  const { responsibilityId, indicatorKey, changedOn } = input
  const monday = weekStart(changedOn)
  const weeks = weeksAround(monday, ctx.today)
  const range = { from: weeks[0]?.from ?? monday, until: addDays(ctx.today, 1) }
  const members = await peopleOn(ctx, ctx.today, input.unitId)
  const ids = members.map((member) => member.id)
  const isHeld = (await heldIn(ctx, ids, range)).includes(responsibilityId)
  const changes = isHeld ? await changesOf(ctx, [responsibilityId], range) : []
  const change = changes.find((one) => one.changedOn === changedOn && one.indicatorKey === indicatorKey)
  if (!change) throw notFound({ what: 'target-change' })
  const standings = await standingsOf(ctx, 'indicators.read', ids, weeks)
  const ofPeople = ids.map((id) =>
    weeks.map((_week, at) =>
      standings
        .get(id)
        ?.[at]?.cells.find((cell) => cell.responsibilityId === responsibilityId && cell.isVisible)
        ?.indicators.find((one) => one.definition.key === indicatorKey),
    ),
  )
  const points = weeks.map(({ from, until }, at) => ({
    from,
    until,
    value: together(ofPeople.flatMap((own) => own[at] ?? [])),
  }))
  // the week of the change has days of both: it counts on neither side unless it begins with the change
  const before = sideOf(points.filter((point) => point.until <= changedOn).map((point) => point.value))
  const after = sideOf(points.filter((point) => point.from >= changedOn).map((point) => point.value))
  return {
    change,
    people: ofPeople.filter((own) => own.some((one) => one !== undefined)).length,
    points,
    before,
    after,
    isEnough: isEnough(before, after),
    otherChanges: changes.filter((one) => one !== change),
  }
}

/** What people carry out on some of the days, as far as the reader may see it. */
async function heldIn(ctx: Context, personIds: readonly string[], range: Days): Promise<string[]> {
  const seats = await seatsIn(ctx, 'indicators.read', personIds, range)
  return [...new Set(seats.filter((seat) => seat.isVisible).map((seat) => seat.responsibilityId))]
}

/** Whole weeks only: a week that runs would look like a fall. */
function weeksAround(monday: Day, today: Day): Days[] {
  const weeks: Days[] = []
  for (let n = -weeksBefore - 1; n <= weeksAfter; n += 1) {
    const from = addDays(monday, n * 7)
    const until = addDays(from, 7)
    if (until <= today) weeks.push({ from, until })
  }
  return weeks
}

/** One figure over several people: what they did added up where that can be added, else the mean of their figures. */
function together(computed: readonly Computed[]): number | null {
  const [first] = computed
  if (!first) return null
  const { measure } = first.definition
  const adds =
    measure.kind === 'figure' ? [measure.figure] : measure.kind === 'ratio' ? [measure.part, measure.whole] : []
  if (adds.length === 0 || adds.some(({ take }) => !additive.has(take)))
    return sideOf(computed.map((one) => one.value)).mean
  const sum = (of: 'part' | 'whole') => ({
    ...first[of],
    count: computed.reduce((total, one) => total + one[of].count, 0),
    sum: computed.reduce((total, one) => total + one[of].sum, 0),
  })
  return measure.kind === 'figure' || measure.kind === 'ratio' ? valueOf(measure, sum('part'), sum('whole')) : null
}

const additive: ReadonlySet<string> = new Set(['count', 'sum', 'average'])

async function changesOf(ctx: Context, responsibilityIds: readonly string[], range: Days): Promise<TargetChange[]> {
  if (responsibilityIds.length === 0) return []
  const definitions = await definitionsIn(ctx, responsibilityIds, range)
  const names = await responsibilityNames(ctx, responsibilityIds)
  return [...definitions]
    .flatMap(([responsibilityId, stated]) =>
      [...Map.groupBy(stated, (one) => one.key).values()].flatMap((versions) =>
        stepsOf(versions).map(([old, next]) => ({
          responsibilityId,
          responsibilityName: names.get(responsibilityId)?.name ?? {},
          indicatorKey: next.key,
          indicatorName: next.name,
          unit: next.unit,
          changedOn: next.from,
          before: old.target,
          after: next.target,
        })),
      ),
    )
    .filter((change) => change.changedOn > range.from && change.changedOn < range.until)
    .sort((a, b) => (a.changedOn < b.changedOn ? 1 : a.changedOn > b.changedOn ? -1 : 0))
}

/** Versions that follow each other and aim at something else. */
function stepsOf(versions: readonly Definition[]): [Definition, Definition][] {
  const inOrder = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return inOrder.flatMap((next, at): [Definition, Definition][] => {
    const old = inOrder[at - 1]
    return old && old.target !== next.target ? [[old, next]] : []
  })
}
