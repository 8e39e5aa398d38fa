import type { EventOf } from './event.ts'
import { ownTask } from './own-task.ts'
import { announce, openFor, tell, voices } from './round.ts'
import { active, closeTask, isActive, personStep, refuse, tasksOf, type Refusal, type Turn } from './turn.ts'

const urgeEveryMs = 30 * 60_000

/** 转交: the responsibility moves on; who had it stays in the chain. */
export function transfer(turn: Turn, event: EventOf<'transfer'>): Refusal | undefined {
  const own = ownTask(turn, event.task, event.by)
  if ('code' in own) return own
  const { task, token } = own
  const step = personStep(turn, token.node)
  if (task.status === 'offered') return refuse('claim-first')
  if (!step || task.kind === 'fill' || task.kind === 'answer') return refuse('not-a-vote')
  if (!step.allows.includes('transfer')) return refuse('not-allowed-here', { step: token.node })
  if (event.to === event.by) return refuse('to-oneself')
  if (!isActive(turn, event.to)) return refuse('inactive', { person: event.to })
  if (event.to === turn.state.initiator && step.kind === 'approve' && step.onSelf !== 'self')
    return refuse('not-the-initiator')
  if (voices(turn, token).has(event.to)) return refuse('already-in-the-round', { person: event.to })
  task.chain.push(task.person)
  task.person = event.to
  task.onBehalfOf = null
  task.delegation = null
  task.isRead = false
  // what two might do is now one's alone
  for (const twin of tasksOf(turn, token.id))
    if (twin.slot === task.slot && twin.id !== task.id && active.has(twin.status)) closeTask(turn, twin, 'superseded')
  turn.effects.push({
    do: 'reassign-task',
    task: task.id,
    node: task.node,
    from: event.by,
    to: event.to,
    onBehalfOf: null,
  })
  return undefined
}

/** 委派: asks somebody for an opinion; the decision stays. */
export function askOpinion(turn: Turn, event: EventOf<'ask'>): Refusal | undefined {
  const own = ownTask(turn, event.task, event.by)
  if ('code' in own) return own
  const { task, token } = own
  const step = personStep(turn, token.node)
  if (!step || task.kind === 'answer' || task.kind === 'fill') return refuse('not-a-vote')
  if (!step.allows.includes('ask')) return refuse('not-allowed-here', { step: token.node })
  if (event.to === event.by) return refuse('to-oneself')
  if (!isActive(turn, event.to)) return refuse('inactive', { person: event.to })
  const isAsked = tasksOf(turn, token.id).some(
    (one) => one.kind === 'answer' && one.person === event.to && one.status === 'open',
  )
  if (isAsked) return refuse('already-asked', { person: event.to })
  openFor(turn, token, { id: event.to, weight: 1 }, 'answer', 'open', task).addedBy = event.by
  return undefined
}

export function answer(turn: Turn, event: EventOf<'answer'>): Refusal | undefined {
  const own = ownTask(turn, event.task, event.by)
  if ('code' in own) return own
  if (own.task.kind !== 'answer') return refuse('was-not-asked')
  closeTask(turn, own.task, 'answered')
  turn.effects.push({
    do: 'notify',
    to: [own.task.addedBy ?? turn.state.owner],
    about: 'answered',
    node: own.task.node,
    task: own.task.parent,
  })
  return undefined
}

/** 认领: one of the candidates takes it; the others' offers rest until it is given back. */
export function claim(turn: Turn, event: EventOf<'claim'>): Refusal | undefined {
  const own = ownTask(turn, event.task, event.by)
  if ('code' in own) return own
  const { task, token } = own
  if (task.status !== 'offered') return refuse('nothing-to-claim')
  const holder = tasksOf(turn, token.id).find(
    (one) => one.kind === 'decide' && (one.status === 'open' || one.status === 'waiting' || one.status === 'agreed'),
  )
  if (holder) return refuse('already-claimed', { person: holder.person })
  task.status = 'open'
  announce(turn, task)
  return undefined
}

export function unclaim(turn: Turn, event: EventOf<'unclaim'>): Refusal | undefined {
  const own = ownTask(turn, event.task, event.by)
  if ('code' in own) return own
  const { task, token } = own
  if (personStep(turn, token.node)?.quorum.type !== 'claim' || task.status !== 'open' || task.kind !== 'decide')
    return refuse('nothing-to-claim')
  if (task.group) return refuse('already-added', { how: task.group.kind })
  task.status = 'offered'
  announce(turn, task)
  return undefined
}

export function read(turn: Turn, event: EventOf<'read'>): Refusal | undefined {
  const own = ownTask(turn, event.task, event.by)
  if ('code' in own) return own
  own.task.isRead = true
  return undefined
}

/** 抄送 by hand. */
export function copyTo(turn: Turn, event: EventOf<'copy'>): Refusal | undefined {
  const own = ownTask(turn, event.task, event.by)
  if ('code' in own) return own
  if (!personStep(turn, own.token.node)?.allows.includes('copy'))
    return refuse('not-allowed-here', { step: own.token.node })
  if (event.people.length === 0) return refuse('nobody-named')
  tell(turn, own.token.node, event.people)
  return undefined
}

/** 催办: the initiator or an administrator, once in half an hour for each to-do. */
export function urge(turn: Turn, event: EventOf<'urge'>): Refusal | undefined {
  const task = turn.state.tasks.find((one) => one.id === event.task)
  if (!task || (task.status !== 'open' && task.status !== 'offered'))
    return refuse('no-such-task', { task: event.task })
  if (event.by !== turn.state.owner && !turn.facts.admins.includes(event.by))
    return refuse('not-yours', { person: turn.state.owner })
  if (task.urgedAt !== null && turn.now - task.urgedAt < urgeEveryMs) return refuse('urged-just-now')
  task.urgedAt = turn.now
  turn.effects.push({ do: 'notify', to: [task.person], about: 'urged', node: task.node, task: task.id })
  return undefined
}
