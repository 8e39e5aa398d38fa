import type { Place } from '#core/form'
import { partIn } from '../fill/input.ts'

export function placeIn(value: unknown): Place | null {
  if (typeof value !== 'object' || value === null) return null
  const { latitude, longitude } = value as Record<string, unknown>
  const text = partIn(value, 'text')
  return typeof latitude === 'number' && typeof longitude === 'number' ? { text, latitude, longitude } : { text }
}
