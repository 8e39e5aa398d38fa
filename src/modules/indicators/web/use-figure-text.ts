import { useFormat } from '#web/format'
import { figureText } from './figure-text.ts'

/** Figures as this reader writes them. */
export function useFigureText(): (value: number | null, unit: string) => string {
  const format = useFormat()
  return (value, unit) => figureText(format, value, unit)
}
