import { addDays, type Day, type PeriodKind } from '#core/calendar'
import type { Days } from '#core/indicator'
import type { Context } from '#kernel/context'
import { responsibilityNames } from '#modules/responsibilities'
import type { BoardIndicator, Period, Standing } from '../contract.ts'
import { dayToShow, permille, type Computed } from '../rules.ts'

/** A period as answers tell it. */
export function shownPeriod(ctx: Context, kind: PeriodKind, { from, until }: Days): Period {
  return { kind, from, until, isOpen: ctx.today < until }
}

export function standingOf({ value, target, attainment, light }: Computed): Standing {
  return { value, target, attainmentPermille: permille(attainment), light }
}

export function boardIndicator(computed: Computed): BoardIndicator {
  const { key, name, unit, direction, weightPermille } = computed.definition
  return { ...standingOf(computed), key, name, unit, direction, weightPermille }
}

/** The day whose posts and names a period is shown with. */
export function shownDay(ctx: Context, period: Days): Day {
  return dayToShow(period, ctx.today, (day) => addDays(day, -1))
}

/** Names of responsibilities, to be asked by id. */
export async function namesOf(ctx: Context, ids: readonly string[]) {
  const names = await responsibilityNames(ctx, [...new Set(ids)])
  return (id: string) => names.get(id)?.name ?? {}
}
