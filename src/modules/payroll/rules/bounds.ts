import { readFen, type Fen } from '#core/payroll'

export type BoundsDoubt = {
  readonly code: 'floor-off' | 'cap-off' | 'bounds-apart'
  readonly facts: Readonly<Record<string, string>>
}

/**
 * Bounds of social insurance are 60 % and 300 % of one average wage, rounded to the yuan (china.md §2.1): a typing slip
 * shows as a ratio that is off by more than 1 %. The housing fund's floor is the minimum wage, so only its cap is held
 * against the average. Doubts are told, never refused: places decide otherwise at times.
 */
export function boundsDoubts(
  kind: string,
  { floor, cap }: { readonly floor: string; readonly cap: string },
  averageMonth: Fen | undefined,
): BoundsDoubt[] {
  const [low, high] = [readFen(floor), readFen(cap)]
  const facts = { floor, cap }
  if (averageMonth === undefined)
    return kind === 'fund' || isNear(low * 5, high) ? [] : [{ code: 'bounds-apart', facts }]
  return [
    ...(kind === 'fund' || isNear(low, averageMonth * 0.6) ? [] : [{ code: 'floor-off' as const, facts }]),
    ...(isNear(high, averageMonth * 3) ? [] : [{ code: 'cap-off' as const, facts }]),
  ]
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= b / 100
}
