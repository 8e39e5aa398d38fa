import type { Span, Step } from '#core/flow'

/** The longest a flow may take if everybody uses all their time, working and other time apart. */
export type TotalLimit = {
  readonly workMinutes: number
  readonly minutes: number
  /** Steps people act at without a limit: they may take for ever. */
  readonly unlimited: readonly string[]
}

const none: TotalLimit = { workMinutes: 0, minutes: 0, unlimited: [] }
const minutesIn = { workday: 480, workhour: 60, day: 1440, hour: 60, minute: 1 } as const

/** Adds up what follows one another, takes the longest of what runs side by side or instead of one another. */
export function totalLimit(steps: readonly Step[]): TotalLimit {
  return steps.map(ofStep).reduce(added, none)
}

function ofStep(step: Step): TotalLimit {
  if (step.kind === 'approve' || step.kind === 'transact')
    return step.deadline ? ofSpan(step.deadline.limit) : { ...none, unlimited: [step.id] }
  if (step.kind === 'delay') return ofSpan(step.span)
  if (step.kind === 'wait' || step.kind === 'gate' || (step.kind === 'subflow' && step.mode === 'wait'))
    return { ...none, unlimited: [step.id] }
  if (step.kind === 'loop') {
    const once = totalLimit(step.steps)
    return { ...once, workMinutes: once.workMinutes * step.limit, minutes: once.minutes * step.limit }
  }
  if (!('arms' in step)) return none
  const ways = step.arms.map((arm) => totalLimit(arm.steps))
  if ((step.kind === 'branch' || step.kind === 'inclusive') && step.otherwise) ways.push(totalLimit(step.otherwise))
  if (step.kind === 'race') return ways.reduce((one, other) => (weight(other) < weight(one) ? other : one))
  return {
    ...ways.reduce((one, other) => (weight(other) > weight(one) ? other : one)),
    unlimited: ways.flatMap((way) => way.unlimited),
  }
}

function ofSpan({ amount, unit }: Span): TotalLimit {
  const minutes = amount * minutesIn[unit]
  return unit === 'workday' || unit === 'workhour' ? { ...none, workMinutes: minutes } : { ...none, minutes }
}

function added(one: TotalLimit, other: TotalLimit): TotalLimit {
  return {
    workMinutes: one.workMinutes + other.workMinutes,
    minutes: one.minutes + other.minutes,
    unlimited: [...one.unlimited, ...other.unlimited],
  }
}

/** A working day is a day long, so that both kinds can be compared. */
function weight({ workMinutes, minutes }: TotalLimit): number {
  return workMinutes * 3 + minutes
}
