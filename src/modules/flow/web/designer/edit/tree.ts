import type { Arm, Step } from '#core/flow'

/**
 * A row of steps: the flow's own (`''`), that of an arm (its id), of a loop (its id) or of the way taken otherwise
 * (`<block>.otherwise`). The ids of steps and arms are unique, so the name tells the row.
 */
export type RowKey = string
export type Place = { readonly row: RowKey; readonly index: number }

export const root: RowKey = ''
export const otherwiseOf = (blockId: string): RowKey => `${blockId}.otherwise`

/** The rows within a step, each with the arm it belongs to. */
export function rowsIn(step: Step): { row: RowKey; steps: readonly Step[]; arm?: Arm }[] {
  if (step.kind === 'loop') return [{ row: step.id, steps: step.steps }]
  if (!('arms' in step)) return []
  const arms = step.arms.map((arm) => ({ row: arm.id, steps: arm.steps, arm }))
  return 'otherwise' in step && step.otherwise ? [...arms, { row: otherwiseOf(step.id), steps: step.otherwise }] : arms
}

/** Every step of a tree, in the order it is read. */
export function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...rowsIn(step).flatMap((row) => allSteps(row.steps))])
}

export function stepOf(steps: readonly Step[], id: string): Step | undefined {
  return allSteps(steps).find((step) => step.id === id)
}

/** The block an arm (or the way otherwise) belongs to. */
export function blockOf(steps: readonly Step[], row: RowKey): Step | undefined {
  return allSteps(steps).find((step) => rowsIn(step).some((one) => one.row === row))
}

export function placeOf(steps: readonly Step[], id: string): Place | undefined {
  const find = (row: RowKey, list: readonly Step[]): Place | undefined => {
    const index = list.findIndex((step) => step.id === id)
    if (index >= 0) return { row, index }
    for (const step of list)
      for (const inner of rowsIn(step)) {
        const found = find(inner.row, inner.steps)
        if (found) return found
      }
    return undefined
  }
  return find(root, steps)
}

export function stepsAt(steps: readonly Step[], row: RowKey): readonly Step[] | undefined {
  if (row === root) return steps
  for (const step of steps)
    for (const inner of rowsIn(step)) {
      const found = inner.row === row ? inner.steps : stepsAt(inner.steps, row)
      if (found) return found
    }
  return undefined
}

/** The ids of steps and arms, each once. */
export function idsOf(steps: readonly Step[]): Set<string> {
  return new Set(
    allSteps(steps).flatMap((step) => [step.id, ...('arms' in step ? step.arms.map((arm) => arm.id) : [])]),
  )
}

/** The steps with one row replaced; what is not above that row stays the same object. */
export function withRow(
  steps: readonly Step[],
  row: RowKey,
  make: (old: readonly Step[]) => readonly Step[],
): readonly Step[] {
  if (row === root) return make(steps)
  return mapped(steps, (step) => inRow(step, row, make))
}

/** The steps with one of them replaced, wherever it stands. */
export function withStep(steps: readonly Step[], id: string, make: (old: Step) => Step): readonly Step[] {
  return mapped(steps, (step) => {
    if (step.id === id) return make(step)
    return eachRow(step, (old) => withStep(old, id, make))
  })
}

function inRow(step: Step, row: RowKey, make: (old: readonly Step[]) => readonly Step[]): Step {
  return eachRow(step, (old, key) => (key === row ? make(old) : withRow(old, row, make)))
}

function eachRow(step: Step, make: (old: readonly Step[], row: RowKey) => readonly Step[]): Step {
  if (step.kind === 'loop') {
    const steps = make(step.steps, step.id)
    return steps === step.steps ? step : { ...step, steps: [...steps] }
  }
  if (!('arms' in step)) return step
  const arms = mapped(step.arms, (arm) => {
    const steps = make(arm.steps, arm.id)
    return steps === arm.steps ? arm : { ...arm, steps: [...steps] }
  })
  if ((step.kind === 'branch' || step.kind === 'inclusive') && step.otherwise) {
    const otherwise = make(step.otherwise, otherwiseOf(step.id))
    if (otherwise !== step.otherwise) return { ...step, arms: [...arms], otherwise: [...otherwise] }
  }
  return arms === step.arms ? step : { ...step, arms: [...arms] }
}

function mapped<T>(list: readonly T[], make: (one: T) => T): readonly T[] {
  const made = list.map(make)
  return made.some((one, index) => one !== list[index]) ? made : list
}
