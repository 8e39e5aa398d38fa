import { useFormat, type Format } from '#web/format'

/** A target as people write it: shares in percent, else the number with its unit. */
export function useFigure(): (value: number, unit: string) => string {
  const format = useFormat()
  return (value, unit) => figureText(format, value, unit)
}

export function figureText(format: Format, value: number, unit: string): string {
  if (unit === '%') return format.percent(value * 1000)
  return unit === '' ? format.number(value) : `${format.number(value)} ${unit}`
}
