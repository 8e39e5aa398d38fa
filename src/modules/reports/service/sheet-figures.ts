/** Shares and money as people write them: 0.3 of `%` as 30, fen as yuan; two places. */
export function figureCell(value: number | null, unit: string): number | null {
  if (value === null) return null
  return Math.round(value * (unit === '%' ? 10_000 : unit === 'fen' ? 1 : 100)) / 100
}

export function unitOfColumn(unit: string): string {
  return unit === 'fen' ? '¥' : unit
}
