import { roundStates, type Result, type RoundState } from '../contract/shapes.ts'

/** One step onward or back, and never out of or into `frozen`, which has a way of its own. */
export function mayMove(from: RoundState, to: RoundState): boolean {
  if (from === 'frozen' || to === 'frozen') return false
  return Math.abs(roundStates.indexOf(from) - roundStates.indexOf(to)) === 1
}

export function isAtLeast(state: RoundState, least: RoundState): boolean {
  return roundStates.indexOf(state) >= roundStates.indexOf(least)
}

/** What somebody sees of the own result before it is told: figures, but nothing that people gave. */
export function ownBeforeTold(result: Result): Result {
  const manual = new Set(result.lines.filter(({ kind }) => kind === 'manual').map(({ key }) => key))
  return {
    lines: result.lines.map((line) =>
      manual.has(line.key) ? { ...line, scoreHundredths: null, pointsHundredths: null } : line,
    ),
    leaves: result.leaves.map((leaf) =>
      manual.has(leaf.lineKey) ? { ...leaf, scoreHundredths: null, pointsHundredths: null } : leaf,
    ),
    sumHundredths: null,
    scoreHundredths: null,
    vetoes: result.vetoes.filter(({ lineKey }) => !manual.has(lineKey)),
  }
}
