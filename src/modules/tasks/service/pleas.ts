import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import { managerOf } from '#modules/organisation'
import type { Plea, PleaAnswer, routes, Task } from '../contract.ts'
import { answersFor, asksColleague, decide, type PleaEffect } from '../pleas.ts'
import {
  askedAlready,
  asksOneself,
  dueInThePast,
  noColleague,
  noSuperior,
  notAsked,
  notYours,
  pleaDecided,
  sameDoer,
  wrongAnswer,
} from '../problems.ts'
import { letIn } from '../store/guests.ts'
import { closePlea, dropPleas, excuse, findPlea, insertPlea, pleasFor, pleasOf, type PleaRow } from '../store/pleas.ts'
import { extend, give, mustBeOpen, placeOf } from './hand-over.ts'

type Routes = typeof routes

/** "I can't do it": asks a colleague for help or to take the task over, or the superior to move it or to judge. */
export async function plead(
  ctx: Context,
  { taskId, kind, personId, reason }: Input<Routes['plead']>,
): Promise<Output<Routes['plead']>> {
  const task = await mustBeOpen(ctx, taskId)
  if (task.personId !== ctx.actor.personId) throw notYours({})
  const askedId = asksColleague(kind) ? personId : await managerOf(ctx, task.personId, ctx.today)
  if (!askedId) throw asksColleague(kind) ? noColleague({}) : noSuperior({})
  if (askedId === task.personId) throw asksOneself({})
  const { personName } = await placeOf(ctx, askedId)
  const open = (await pleasOf(ctx, taskId)).filter((plea) => plea.state === 'open')
  const same = open.find((plea) =>
    kind === 'help' ? plea.kind === 'help' && plea.askedId === askedId : plea.kind !== 'help',
  )
  if (same) throw askedAlready({ personName: same.askedName })
  const pleaId = await insertPlea(ctx, { taskId, kind, askerId: task.personId, askedId, reason })
  // who is asked may look at what they are asked about
  await letIn(ctx, taskId, [askedId], 'mentioned')
  await ctx.audit({ action: `tasks.plead-${kind}`, target: `task/${taskId}`, after: { pleaId, askedId, reason } })
  await ctx.emit('tasks.pleaded', { taskId, pleaId, kind, askedId })
  await tellPeople(ctx, [askedId], {
    kind: `tasks.asked-${kind}`,
    facts: { title: task.title, from: task.personName, reason },
    link: `/tasks/${taskId}`,
  })
  await ctx.announce('tasks')
  return { pleaId, askedName: personName }
}

export async function answerPlea(
  ctx: Context,
  input: Input<Routes['answerPlea']>,
): Promise<Output<Routes['answerPlea']>> {
  const { taskId, pleaId, answer, words } = input
  const task = await mustBeOpen(ctx, taskId)
  const plea = await findPlea(ctx, taskId, pleaId)
  if (!plea) throw notFound({ what: 'plea' })
  if (!mayDecide(ctx, task, plea)) throw notAsked({})
  if (plea.state !== 'open') throw pleaDecided({})
  if (!answersFor(plea.kind).includes(answer)) throw wrongAnswer({})
  const parts = await partsOf(ctx, task, answer, input)
  const { state, outcome, effects } = decide(plea, answer, parts)
  await closePlea(ctx, pleaId, { state, outcome, deciderId: ctx.actor.personId, answer: words })
  await ctx.audit({
    action: `tasks.${outcome}`,
    target: `task/${taskId}`,
    before: { pleaId },
    after: { answer, words },
  })
  await ctx.emit('tasks.plea-answered', { taskId, pleaId, kind: plea.kind, outcome })
  for (const effect of effects) await perform(ctx, task, plea, effect, words)
  await tellPeople(ctx, plea.askerId === ctx.actor.personId ? [] : [plea.askerId], {
    kind: `tasks.answer-${outcome}`,
    facts: { title: task.title, from: ctx.actor.name, words },
    link: `/tasks/${taskId}`,
  })
  await ctx.announce('tasks')
  return { outcome }
}

export async function withdrawPlea(
  ctx: Context,
  { taskId, pleaId }: Input<Routes['withdrawPlea']>,
): Promise<Output<Routes['withdrawPlea']>> {
  await mustBeOpen(ctx, taskId)
  const plea = await findPlea(ctx, taskId, pleaId)
  if (!plea) throw notFound({ what: 'plea' })
  if (plea.askerId !== ctx.actor.personId) throw notYours({})
  if (plea.state !== 'open') throw pleaDecided({})
  await closePlea(ctx, pleaId, { state: 'withdrawn', deciderId: null })
  await ctx.audit({ action: 'tasks.withdraw-plea', target: `task/${taskId}`, before: { pleaId } })
  await ctx.announce('tasks')
  return { pleaId }
}

/** What waits for my answer. */
export async function listPleas(ctx: Context): Promise<Output<Routes['listPleas']>> {
  const { personId } = ctx.actor
  const rows = personId ? await pleasFor(ctx, personId) : []
  return { rows: rows.map((row) => Object.assign(row, { mayAnswer: [...answersFor(row.kind)], mayWithdraw: false })) }
}

/** The pleas of a task as the reader may act on them. */
export async function pleasShown(ctx: Context, task: Task): Promise<Plea[]> {
  return (await pleasOf(ctx, task.id)).map((plea) => {
    const isOpen = plea.state === 'open' && task.status === 'open'
    return Object.assign(plea, {
      mayAnswer: isOpen && mayDecide(ctx, task, plea) ? [...answersFor(plea.kind)] : [],
      mayWithdraw: isOpen && plea.askerId === ctx.actor.personId,
    })
  })
}

/** The one who is asked; of the superior's pleas also everybody else who may give the doer work. Never the doer. */
function mayDecide(ctx: Context, task: Task, plea: PleaRow): boolean {
  const { personId } = ctx.actor
  if (personId === plea.askerId) return false
  if (personId === plea.askedId) return true
  return !asksColleague(plea.kind) && ctx.may('tasks.assign', task)
}

async function partsOf(
  ctx: Context,
  task: Task,
  answer: PleaAnswer,
  { personId, dueAt }: { personId?: string | undefined; dueAt?: string | undefined },
): Promise<{ personId?: string; dueAt?: Date }> {
  if (answer === 'transfer') {
    if (!personId) throw noColleague({})
    const { personName } = await placeOf(ctx, personId)
    if (personId === task.personId) throw sameDoer({ personName })
    return { personId }
  }
  if (answer !== 'extend') return {}
  if (!dueAt || new Date(dueAt) < ctx.now) throw dueInThePast({})
  return { dueAt: new Date(dueAt) }
}

async function perform(ctx: Context, task: Task, plea: PleaRow, effect: PleaEffect, words: string): Promise<void> {
  switch (effect.do) {
    case 'let-help':
      return letIn(ctx, task.id, [effect.personId], 'helper')
    case 'pass-on':
      return give(ctx, task, { personId: effect.personId, reason: words || plea.reason })
    case 'extend':
      return extend(ctx, task, effect.dueAt, words || plea.reason)
    case 'excuse':
      await excuse(ctx, task.id, words || plea.reason)
      await dropPleas(ctx, [task.id])
      return ctx.emit('tasks.cancelled', { taskId: task.id })
  }
}
