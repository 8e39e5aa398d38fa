import * as z from 'zod'

/** Hundredths of a point: 10000 is 100.00 points, the score of work exactly on target. */
export const maxScoreHundredths = 15_000
export const ScoreHundredths = z.int().min(0).max(maxScoreHundredths)
/** How much of a target is reached, in permille: 1000 is the target itself; beyond ten times of it nothing more counts. */
const ReachedPermille = z.int().min(0).max(10_000)

const Bounds = {
  /** No score of the line lies above, or below. */
  capHundredths: ScoreHundredths.optional(),
  floorHundredths: ScoreHundredths.optional(),
}

/**
 * How what is reached becomes a score. `linear`: straight between its points, level beyond the first and the last.
 * `steps`: each counts from where it begins; what lies below the first scores nothing.
 */
export const Curve = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('linear'),
    points: z
      .array(z.strictObject({ reachedPermille: ReachedPermille, scoreHundredths: ScoreHundredths }))
      .min(1)
      .max(20),
    ...Bounds,
  }),
  z.strictObject({
    kind: z.literal('steps'),
    steps: z
      .array(z.strictObject({ fromPermille: ReachedPermille, scoreHundredths: ScoreHundredths }))
      .min(1)
      .max(20),
    ...Bounds,
  }),
])
export type Curve = z.infer<typeof Curve>

/** What most firms begin with: as many points as percent of the target are reached, up to 120. */
export const usualCurve: Curve = {
  kind: 'linear',
  points: [
    { reachedPermille: 0, scoreHundredths: 0 },
    { reachedPermille: 1200, scoreHundredths: 12_000 },
  ],
}

/**
 * The score for what is reached.
 *
 * @param reachedPermille part of the target, 0 or more, whole permille
 * @returns hundredths of a point, 0 to 15000, rounded half up, within cap and floor
 */
export function scoreOn(curve: Curve, reachedPermille: number): number {
  const score = curve.kind === 'steps' ? stepped(curve.steps, reachedPermille) : straight(curve.points, reachedPermille)
  const { capHundredths = maxScoreHundredths, floorHundredths = 0 } = curve
  return Math.min(Math.max(score, floorHundredths), capHundredths)
}

/** Whether the points or steps stand in order, none twice. */
export function climbs(curve: Curve): boolean {
  const at =
    curve.kind === 'steps' ? curve.steps.map((one) => one.fromPermille) : curve.points.map((one) => one.reachedPermille)
  return at.every((value, n) => n === 0 || value > (at[n - 1] ?? 0))
}

type Points = Extract<Curve, { kind: 'linear' }>['points']
type Stairs = Extract<Curve, { kind: 'steps' }>['steps']

function stepped(steps: Stairs, reached: number): number {
  return steps.findLast((step) => step.fromPermille <= reached)?.scoreHundredths ?? 0
}

function straight(points: Points, reached: number): number {
  const after = points.findIndex((point) => point.reachedPermille > reached)
  const [left, right] = [points.at(after === -1 ? -1 : Math.max(0, after - 1)), points[after]]
  if (!left) return 0
  if (!right || after === 0) return left.scoreHundredths
  const span = right.reachedPermille - left.reachedPermille
  const rise = (right.scoreHundredths - left.scoreHundredths) * (reached - left.reachedPermille)
  return left.scoreHundredths + Math.floor((2 * rise + span) / (2 * span))
}
