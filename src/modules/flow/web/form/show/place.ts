import type { Place } from '#core/form'
import { partIn } from '../fill/input.ts'

export function placeIn(value: unknown): Place | null {
  if (typeof value !== 'object' || value === null) return null
  const { latitude, longitude } = value as Record<string, unknown>
  const text = partIn(value, 'text')
  return typeof latitude === 'number' && typeof longitude === 'number' ? { text, latitude, longitude } : { text }
}

/** `31.23041° N, 121.47370° E` */
export function coordinatesText({ latitude = 0, longitude = 0 }: Place): string {
  const written = (degrees: number, [plus, minus]: readonly [string, string]) =>
    `${Math.abs(degrees).toFixed(5)}° ${degrees < 0 ? minus : plus}`
  return `${written(latitude, ['N', 'S'])}, ${written(longitude, ['E', 'W'])}`
}
