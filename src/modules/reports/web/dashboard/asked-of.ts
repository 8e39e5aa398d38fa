import type { Dashboard, DashboardPart } from '../../contract.ts'
import { told, type Asked } from '../asked.ts'

/** What a part says itself counts before the period of the page, and that before what the dashboard says. */
export function askedOf(part: DashboardPart, { filters }: Pick<Dashboard, 'filters'>, page: Asked): Asked {
  const { unitId, responsibilityId, period } = part
  return { ...told(filters), ...told(page), ...told({ unitId, responsibilityId, period }) }
}
