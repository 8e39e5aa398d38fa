import type { Format } from '#web/format'

/** A figure as people write it: shares in percent, fen as money, else the number with its unit. No figure is a dash. */
export function figureText(format: Format, value: number | null, unit: string): string {
  if (value === null) return '–'
  if (unit === '%') return format.percent(Math.round(value * 10_000) / 10)
  if (unit === 'fen') return format.money(Math.round(value))
  const number = format.number(Math.round(value * 100) / 100)
  return unit === '' ? number : `${number} ${unit}`
}
