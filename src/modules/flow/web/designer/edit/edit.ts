import type { Arm, Step } from '#core/flow'
import { blockOf, idsOf, placeOf, root, stepOf, stepsAt, withRow, withStep, type Place } from './tree.ts'

/** Gives an id that stands nowhere yet. */
export type NewId = (kind: string) => string
type Steps = readonly Step[]

/** Puts a step at a place; one that does not exist changes nothing. */
export function insert(steps: Steps, { row, index }: Place, step: Step): Steps {
  return withRow(steps, row, (old) => [...old.slice(0, index), step, ...old.slice(index)])
}

export function remove(steps: Steps, id: string): Steps {
  const place = placeOf(steps, id)
  if (!place) return steps
  return withRow(steps, place.row, (old) => old.filter((step) => step.id !== id))
}

/** Whether a step may be moved to a place: not into itself. */
export function mayMove(steps: Steps, id: string, to: Place): boolean {
  const step = stepOf(steps, id)
  if (!step || !stepsAt(steps, to.row)) return false
  return to.row === root || !stepsAt([step], to.row)
}

/** Moves a step to a place as counted before it is taken away. Into itself, or to where it stands: nothing changes. */
export function move(steps: Steps, id: string, to: Place): Steps {
  const step = stepOf(steps, id)
  const from = placeOf(steps, id)
  if (!step || !from || !mayMove(steps, id, to)) return steps
  const isSameRow = from.row === to.row
  if (isSameRow && (to.index === from.index || to.index === from.index + 1)) return steps
  const index = isSameRow && to.index > from.index ? to.index - 1 : to.index
  return insert(remove(steps, id), { row: to.row, index }, step)
}

/**
 * Where a step comes when moved up or down by one: past its neighbour, or out of a row at its end, to before or behind the
 * block it stood in. Undefined at the very ends.
 */
export function nudged(steps: Steps, id: string, by: -1 | 1): Place | undefined {
  const place = placeOf(steps, id)
  if (!place) return undefined
  const length = stepsAt(steps, place.row)?.length ?? 0
  if (by < 0 && place.index > 0) return { row: place.row, index: place.index - 1 }
  if (by > 0 && place.index < length - 1) return { row: place.row, index: place.index + 2 }
  const block = blockOf(steps, place.row)
  const outside = block && placeOf(steps, block.id)
  return outside && { row: outside.row, index: by < 0 ? outside.index : outside.index + 1 }
}

export function change<S extends Step>(steps: Steps, id: string, make: (old: S) => Step): Steps {
  return withStep(steps, id, (old) => make(old as S))
}

/** A copy right behind the step, all of it under new ids. What refers to steps within the copy refers to the copy. */
export function duplicate(steps: Steps, id: string, newId: NewId): { steps: Steps; id: string } {
  const step = stepOf(steps, id)
  const place = placeOf(steps, id)
  if (!step || !place) return { steps, id }
  const names = new Map([...idsOf([step])].map((old) => [old, newId(stem(old))]))
  const copy = renamed(step, (old) => names.get(old) ?? old)
  return { steps: insert(steps, { row: place.row, index: place.index + 1 }, copy), id: copy.id }
}

export function addArm(steps: Steps, blockId: string, arm: Arm): Steps {
  return change(steps, blockId, (block) => ('arms' in block ? { ...block, arms: [...block.arms, arm] } : block))
}

/** Takes an arm away with all it holds. The last one stays: a block without arms means nothing. */
export function removeArm(steps: Steps, armId: string): Steps {
  return inBlockOf(steps, armId, (arms) => (arms.length > 1 ? arms.filter((arm) => arm.id !== armId) : arms))
}

export function changeArm(steps: Steps, armId: string, make: (old: Arm) => Arm): Steps {
  return inBlockOf(steps, armId, (arms) => arms.map((arm) => (arm.id === armId ? make(arm) : arm)))
}

/** Conditions are tried from the first arm to the last, so their order is a part of the flow. */
export function moveArm(steps: Steps, armId: string, by: -1 | 1): Steps {
  return inBlockOf(steps, armId, (arms) => {
    const from = arms.findIndex((arm) => arm.id === armId)
    const to = from + by
    if (to < 0 || to >= arms.length) return arms
    const rest = arms.filter((arm) => arm.id !== armId)
    return [...rest.slice(0, to), arms[from]!, ...rest.slice(to)]
  })
}

/** Adds the way taken when no condition holds, or takes it away with all it holds. */
export function setOtherwise(steps: Steps, blockId: string, has: boolean): Steps {
  return change(steps, blockId, (block) => {
    if (block.kind !== 'branch' && block.kind !== 'inclusive') return block
    const { otherwise, ...rest } = block
    return has ? { ...rest, otherwise: otherwise ?? [] } : rest
  })
}

/** An id with a random end: none comes back after its step was removed, so versions cannot be confused. */
export function freshId(kind: string, isTaken: (id: string) => boolean, random: () => number = Math.random): string {
  for (;;) {
    const end = Math.floor(random() * 36 ** 5)
    const id = `${kind.replaceAll(/[^A-Za-z0-9_]/g, '_')}_${end.toString(36).padStart(5, '0')}`
    if (!isTaken(id)) return id
  }
}

function inBlockOf(steps: Steps, armId: string, make: (arms: Arm[]) => Arm[]): Steps {
  const block = blockOf(steps, armId)
  if (!block) return steps
  return change(steps, block.id, (old) => {
    if (!('arms' in old)) return old
    const arms = make(old.arms)
    return arms === old.arms ? old : { ...old, arms }
  })
}

function stem(id: string): string {
  return id.replace(/_[0-9a-z]{5}$/, '')
}

function renamed(step: Step, name: (id: string) => string): Step {
  const row = (steps: Steps) => steps.map((one) => renamed(one, name))
  if (step.kind === 'loop') return { ...step, id: name(step.id), steps: row(step.steps) }
  if ('arms' in step) {
    const arms = step.arms.map((arm) => ({ ...arm, id: name(arm.id), steps: row(arm.steps) }))
    if ((step.kind === 'branch' || step.kind === 'inclusive') && step.otherwise)
      return { ...step, id: name(step.id), arms, otherwise: row(step.otherwise) }
    return { ...step, id: name(step.id), arms }
  }
  if (step.kind !== 'approve' && step.kind !== 'transact') return { ...step, id: name(step.id) }
  return {
    ...step,
    id: name(step.id),
    onReject: step.onReject.to === 'return' ? { ...step.onReject, step: name(step.onReject.step) } : step.onReject,
    returns: Array.isArray(step.returns) ? step.returns.map(name) : step.returns,
  }
}
