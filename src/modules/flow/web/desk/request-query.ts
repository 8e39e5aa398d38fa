import { addDays } from '#core/calendar'
import type { Asked } from '#core/contract'
import { isDaySpan, type FilterState, type FilterValue } from '#ui/FilterBar'
import type { routes } from '../../contract.ts'
import { instantOf } from './delegation-form.ts'

/** How a request may stand, as people choose it: those that ended by how they did. */
export const states = ['running', 'incident', 'approved', 'rejected', 'withdrawn', 'cancelled'] as const

export function askedWith({ search, values }: FilterState, timeZone: string): Asked<(typeof routes)['listRequests']> {
  const flowId = idsOf(values['flow'])
  const [unitId] = idsOf(values['unit'])
  const state = states.find((one) => one === idsOf(values['state'])[0])
  const { days } = values
  const from = isDaySpan(days) ? instantOf(days.from, '00:00', timeZone) : undefined
  const until = isDaySpan(days) ? instantOf(addDays(days.until, 1), '00:00', timeZone) : undefined
  return {
    ...(flowId.length > 0 ? { flowId: [...flowId] } : {}),
    ...(unitId ? { unitId } : {}),
    ...(state === 'running' || state === 'incident' ? { status: [state] } : state ? { outcome: state } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(search ? { text: search } : {}),
  }
}

function idsOf(value: FilterValue | undefined): readonly string[] {
  return value === undefined || isDaySpan(value) ? [] : value
}
