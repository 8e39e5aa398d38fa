import type { DashboardPart } from '../contract/dashboards.ts'

type Parts = readonly DashboardPart[]

/** The parts with one of them at another place, counted from 0; a place outside is the nearest inside. */
export function moved(parts: Parts, id: string, to: number): DashboardPart[] {
  const part = parts.find((one) => one.id === id)
  if (!part) return [...parts]
  const others = parts.filter((one) => one.id !== id)
  const place = Math.max(0, Math.min(to, others.length))
  return [...others.slice(0, place), part, ...others.slice(place)]
}

/** One part wider or narrower by a column; between one and four. */
export function resized(parts: Parts, id: string, by: -1 | 1): DashboardPart[] {
  return parts.map((one) => (one.id === id ? { ...one, width: Math.max(1, Math.min(4, one.width + by)) } : one))
}

export function placeOf(parts: Parts, id: string): number {
  return parts.findIndex((one) => one.id === id)
}
