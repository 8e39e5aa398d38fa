import type { Quorum } from '../model/who.ts'
import type { Task } from './state.ts'

export type Result = 'pass' | 'reject' | 'open' | 'next'
type Slot = { state: 'yes' | 'no' | 'open'; weight: number }

/**
 * What the votes of a round amount to. It is decided as soon as the open votes cannot change it. Removed people do not
 * count at all; two tasks of one slot count once.
 */
export function tally(quorum: Quorum, tasks: readonly Task[], isQueueLeft: boolean): Result {
  const slots = slotsOf(tasks)
  const count = (state: Slot['state']) => slots.filter((slot) => slot.state === state).length
  const left = count('open')
  if (quorum.type === 'any' || quorum.type === 'claim')
    return count('yes') > 0 ? 'pass' : count('no') > 0 ? 'reject' : 'open'
  if (quorum.type === 'ratio' || quorum.type === 'count' || quorum.type === 'weight') return votes(quorum, slots)
  const collects = quorum.type === 'all' && quorum.collectAll
  if (count('no') > 0 && (!collects || left === 0)) return 'reject'
  if (left > 0) return 'open'
  if (isQueueLeft) return 'next'
  return slots.length > 0 ? 'pass' : 'open'
}

function votes(quorum: Extract<Quorum, { tie: string }>, slots: readonly Slot[]): Result {
  const weigh = (state: Slot['state']) =>
    slots
      .filter((slot) => slot.state === state)
      .reduce((sum, slot) => sum + (quorum.type === 'weight' ? slot.weight : 1), 0)
  const [yes, no, left] = [weigh('yes'), weigh('no'), weigh('open')]
  const all = yes + no + left
  const enough = quorum.type === 'ratio' ? (quorum.passPermille * all) / 1000 : quorum.pass
  const against =
    quorum.type === 'ratio' ? quorum.rejectPermille && (quorum.rejectPermille * all) / 1000 : quorum.reject
  if (slots.length === 0) return 'open'
  if (yes >= enough) return 'pass'
  if (against !== undefined && no >= against) return 'reject'
  const canPass = yes + left >= enough
  const canReject = against !== undefined && no + left >= against
  if (canPass || (canReject && quorum.tie === 'approve')) return left > 0 ? 'open' : tied(quorum.tie)
  // without a threshold for rejecting, out of reach means rejected; with one, neither side may have enough
  return against === undefined ? 'reject' : canReject && left > 0 ? 'reject' : tied(quorum.tie)
}

function tied(tie: 'approve' | 'reject'): Result {
  return tie === 'approve' ? 'pass' : 'reject'
}

function slotsOf(tasks: readonly Task[]): Slot[] {
  const slots = new Map<string, Slot>()
  for (const task of tasks) {
    if ((task.kind !== 'decide' && task.kind !== 'beside') || task.status === 'removed') continue
    const state = task.status === 'approved' ? 'yes' : task.status === 'rejected' ? 'no' : 'open'
    const known = slots.get(task.slot)
    if (!known || known.state === 'open') slots.set(task.slot, { state, weight: task.weight })
  }
  return [...slots.values()]
}
