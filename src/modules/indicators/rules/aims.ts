import { bySeason, common, without, type Days, type TargetSpan } from '#core/indicator'
import type { Definition } from './definition.ts'

type Sat = Days & {
  readonly personId: string
  readonly positionId: string
  readonly unitId: string
  readonly weightPermille: number
}

/**
 * The days with what is aimed at on each: where targets differ by holder or unit, that of the heaviest seat of the day,
 * the holder's own before the unit's; then as the season has it.
 */
export function aimedAt(
  version: Definition,
  days: readonly Days[],
  seats: readonly Sat[],
  targetIn: (definition: Definition, unitId: string) => number,
): TargetSpan[] {
  return bySeason(bySeat(version, days, seats, targetIn), version.targetRule)
}

function bySeat(
  version: Definition,
  days: readonly Days[],
  seats: readonly Sat[],
  targetIn: (definition: Definition, unitId: string) => number,
): TargetSpan[] {
  if (version.otherTargets.length === 0 && version.holderTargets.length === 0)
    return days.map((span) => ({ ...span, target: version.target }))
  let left = [...days]
  return seats
    .toSorted((a, b) => b.weightPermille - a.weightPermille)
    .flatMap((seat) => {
      const own = common(left, [seat])
      left = without(left, own)
      const target = ofHolder(version, seat) ?? targetIn(version, seat.unitId)
      return own.map((span) => ({ ...span, target }))
    })
}

/** A person's own target counts before that of the position sat on. */
function ofHolder({ holderTargets }: Definition, { personId, positionId }: Sat): number | undefined {
  const of = (kind: string, id: string) => holderTargets.find((one) => one.kind === kind && one.id === id)
  return (of('person', personId) ?? of('position', positionId))?.target
}
