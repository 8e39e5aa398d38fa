import type { Change } from '#core/reorganisation'

/** One side of a pair that is decided to be the same work. */
export type DecidedSide = {
  readonly unitId: string
  readonly responsibilityId: string
  /** The accountable position; undefined when a unit or person holds it, or nobody. */
  readonly positionId: string | undefined
}

export type Arrangement = {
  readonly sides: readonly [DecidedSide, DecidedSide]
  readonly leadUnitId: string
  readonly supportUnitId: string | null
  /** Who is to answer for the work: of the unit that leads. */
  readonly leadPositionId: string | undefined
}

/**
 * What a decision asks of a re-organisation: the lead answers for what the other unit held, and who held it carries it
 * out further when its unit supports. Nothing, where it is not held by positions: then a person goes on by hand.
 */
export function changesFor({ sides, leadUnitId, supportUnitId, leadPositionId }: Arrangement): Change[] {
  if (!leadPositionId) return []
  return sides
    .filter((side) => side.unitId !== leadUnitId)
    .flatMap(({ responsibilityId, positionId, unitId }): Change[] => {
      if (!positionId || positionId === leadPositionId) return []
      const move: Change = {
        do: 'move-responsibility',
        responsibilityId,
        fromPositionId: positionId,
        toPositionId: leadPositionId,
        raci: 'accountable',
      }
      const support: Change = { ...move, fromPositionId: null, toPositionId: positionId, raci: 'responsible' }
      return unitId === supportUnitId ? [move, support] : [move]
    })
}
