import { scoreOn, type Curve } from '#core/performance'

type Point = { permille: number; scoreHundredths: number }

/** How far the picture of a curve reaches: a fifth beyond its last point, and at least a fifth beyond the target. */
export function rangeOf(curve: Curve, reached: readonly Point[]): { mostPermille: number; mostHundredths: number } {
  const last =
    curve.kind === 'steps' ? (curve.steps.at(-1)?.fromPermille ?? 0) : (curve.points.at(-1)?.reachedPermille ?? 0)
  const mostPermille = Math.max(1200, last)
  const scores = pathOf(curve, mostPermille).map((point) => point.scoreHundredths)
  return { mostPermille, mostHundredths: Math.max(10_000, ...scores, ...reached.map((point) => point.scoreHundredths)) }
}

/** The corners of a curve up to `mostPermille`, as it scores with its cap and floor. */
export function pathOf(curve: Curve, mostPermille: number): Point[] {
  const at = (permille: number): Point => ({ permille, scoreHundredths: scoreOn(curve, permille) })
  if (curve.kind === 'steps') {
    const corners = curve.steps.flatMap(({ fromPermille }) =>
      fromPermille > 0 ? [{ ...at(fromPermille - 1), permille: fromPermille }, at(fromPermille)] : [],
    )
    return [at(0), ...corners, at(mostPermille)]
  }
  // a cap bends the line between two of its points: follow it step by step
  const steps = Array.from({ length: 61 }, (_none, n) => Math.round((mostPermille * n) / 60))
  return steps.map(at)
}
