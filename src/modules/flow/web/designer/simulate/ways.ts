import type { Condition, Step } from '#core/flow'
import { totalLimit, type TotalLimit } from '../say/total-limit.ts'

/** One way through a flow: the choices it takes, and the steps people meet on it. */
export type Way = {
  readonly choices: readonly { readonly block: string; readonly row: string; readonly when: Condition | undefined }[]
  readonly steps: readonly Step[]
  readonly limit: TotalLimit
}

type Part = { readonly choices: Way['choices']; readonly steps: readonly Step[]; readonly isOver: boolean }

/**
 * Every way through the choices of a flow, at most `most` of them. All arms of what runs side by side are walked; of what
 * applies together each alone, and all at once; loops once.
 */
export function waysThrough(steps: readonly Step[], most = 64): { ways: Way[]; isCut: boolean } {
  const parts = throughRow(steps, most + 1)
  return {
    ways: parts
      .slice(0, most)
      .map(({ choices, steps: walked }) => ({ choices, steps: walked, limit: totalLimit(walked) })),
    isCut: parts.length > most,
  }
}

const empty: Part = { choices: [], steps: [], isOver: false }

function throughRow(steps: readonly Step[], most: number): Part[] {
  return steps.reduce<Part[]>(
    (before, step) => {
      const next = throughStep(step, most)
      return before.flatMap((one) => (one.isOver ? [one] : next.map((other) => joined(one, other)))).slice(0, most)
    },
    [empty],
  )
}

function throughStep(step: Step, most: number): Part[] {
  if (step.kind === 'loop') return throughRow(step.steps, most)
  if (!('arms' in step)) return [{ choices: [], steps: [step], isOver: step.kind === 'end' }]
  const arm = (row: string, when: Condition | undefined, inside: readonly Step[]) =>
    throughRow(inside, most).map((one) => ({ ...one, choices: [{ block: step.id, row, when }, ...one.choices] }))
  const arms = step.arms.map((one) => arm(one.id, one.when, one.steps))
  if (step.kind === 'parallel')
    return together(
      step.arms.map((one) => throughRow(one.steps, most)),
      most,
    )
  if (step.kind === 'race') return arms.flat()
  const otherwise = step.otherwise ? arm(`${step.id}.otherwise`, undefined, step.otherwise) : []
  if (step.kind === 'branch' || step.arms.length < 2) return [...arms.flat(), ...otherwise]
  return [...arms.flat(), ...together(arms, most), ...otherwise]
}

/** One way of each arm, in every combination. */
function together(arms: readonly Part[][], most: number): Part[] {
  return arms.reduce<Part[]>(
    (before, arm) => before.flatMap((one) => arm.map((other) => joined(one, other))).slice(0, most),
    [empty],
  )
}

function joined(one: Part, other: Part): Part {
  return {
    choices: [...one.choices, ...other.choices],
    steps: [...one.steps, ...other.steps],
    isOver: one.isOver || other.isOver,
  }
}
