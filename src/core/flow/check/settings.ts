import type { Deadline, Span } from '../model/deadline.ts'
import type { Definition } from '../model/definition.ts'
import { reachable, type Net } from '../model/graph.ts'
import { isHard, type PersonStep, type Step } from '../model/step.ts'
import type { Problem } from './problem.ts'

const minutesIn = { workday: 1440, day: 1440, workhour: 60, hour: 60, minute: 1 } as const
const yearMinutes = 366 * 1440

/** What is wrong with the settings of single steps: ways around mandatory ones, returns to nowhere, timers over a year, fields two branches write. */
export function settings(definition: Definition, net: Net): Problem[] {
  return [...walk(definition.steps).flatMap((step) => ofStep(step, net)), ...writers(definition.steps)]
}

/** Every step of a tree, blocks before what they hold. */
export function walk(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...walk(inside(step))])
}

/** The ways in which a step could be passed without anybody's decision. */
export function autoPasses(step: PersonStep): string[] {
  return [
    ...(step.onEmpty.some((one) => one.do === 'pass') ? ['empty'] : []),
    ...(step.onSelf === 'skip' ? ['self'] : []),
    ...(step.deadline?.steps.some((one) => one.do === 'auto-approve') ? ['deadline'] : []),
  ]
}

function inside(step: Step): Step[] {
  if (step.kind === 'loop') return step.steps
  if (!('arms' in step)) return []
  return [...step.arms.flatMap((arm) => arm.steps), ...('otherwise' in step ? (step.otherwise ?? []) : [])]
}

function ofStep(step: Step, net: Net): Problem[] {
  const at = { element: step.id, path: [] }
  if (step.kind === 'delay') return isLong(step.span) ? [{ kind: 'long-timer', ...at }] : []
  // nobody waits for what runs beside
  if (step.kind === 'subflow')
    return step.mandatory && step.mode === 'detach' ? [{ kind: 'auto-pass', ...at, with: 'detach' }] : []
  if (step.kind !== 'approve' && step.kind !== 'transact') return []
  const hard = isHard(step)
  const targets = [
    ...(step.onReject.to === 'return' ? [step.onReject.step] : []),
    ...(Array.isArray(step.returns) ? step.returns : []),
  ]
  return [
    ...(hard ? autoPasses(step).map((way): Problem => ({ kind: 'auto-pass', ...at, with: way })) : []),
    ...targets
      .filter((to) => !leadsTo(net, to, step.id))
      .map((to): Problem => ({ kind: 'bad-return', ...at, with: to })),
    ...(step.deadline && spansOf(step.deadline).some(isLong) ? [{ kind: 'long-timer' as const, ...at }] : []),
  ]
}

/** A return leads back: to a step before this one, outside of concurrent arms this one does not lie in. */
function leadsTo(net: Net, to: string, from: string): boolean {
  const target = net.node.get(to)
  const source = net.node.get(from)
  return (
    target !== undefined &&
    source !== undefined &&
    reachable(net, [to]).has(from) &&
    target.scopes.every((arm) => source.scopes.includes(arm))
  )
}

function spansOf(deadline: Deadline): Span[] {
  return [deadline.limit, ...deadline.steps.map((one) => one.at)]
}

function isLong({ amount, unit }: Span): boolean {
  return amount * minutesIn[unit] > yearMinutes
}

/** Two arms that run side by side and may both write one field: who is last would win. */
function writers(steps: readonly Step[]): Problem[] {
  return walk(steps).flatMap((step): Problem[] => {
    if (step.kind !== 'parallel' && step.kind !== 'inclusive' && step.kind !== 'race') return []
    const first = new Map<string, string>()
    return step.arms.flatMap((arm) => {
      const own = walk(arm.steps).flatMap((one) =>
        'fields' in one
          ? Object.entries(one.fields).flatMap(([field, right]) =>
              right === 'write' ? [[field, one.id] as const] : [],
            )
          : [],
      )
      const clashes = own.filter(([field]) => first.has(field))
      const found = clashes.map(([field, id]): Problem => ({
        kind: 'parallel-writers',
        element: id,
        path: [field],
        with: first.get(field) ?? '',
      }))
      for (const [field, id] of own) if (!first.has(field)) first.set(field, id)
      return found
    })
  })
}
