import type { Fen } from '#core/payroll'

/** A sum over months divided by their number, half up to the fen; 0 where there is none. */
export function averageFen(sum: Fen, months: number): Fen {
  return months <= 0 ? 0 : Math.floor((2 * sum + months) / (2 * months))
}
