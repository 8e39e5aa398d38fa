import { isDay } from '#core/calendar'
import type { Period } from '#core/form'
import { partIn } from './input.ts'

/** Both days are there and days: what the picker can show. */
export function isFilledPeriod(value: unknown): value is Period {
  return isDay(partIn(value, 'from')) && isDay(partIn(value, 'until'))
}
