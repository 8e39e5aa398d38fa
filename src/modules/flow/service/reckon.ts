import { dueAt, limitAt, stepAt, type Compiled, type Effect, type State } from '#core/flow'
import type { Context } from '#kernel/context'
import { effectsOf, tokenOfTimer } from '../rules/effects.ts'
import { updateDue } from '../store/dues.ts'
import { dropTimers, pauseTimers, putTimers, timersOf, type TimerRow, type TimerRule } from '../store/timers.ts'
import { reckoning, type Reckoning } from './clock.ts'

/** When a timer fires. A deadline's step counts from its limit, a delay from its beginning. */
export function fireAt({ deadline, at, span, pauses }: TimerRule, from: number, { clock }: Reckoning): number {
  if (deadline && at) return stepAt(deadline, at, from, clock, pauses)
  return span ? dueAt(span, from, 'same-time', clock) : from
}

/** When the steps fall due that a run came to: token -> instant. */
export async function duesOf(
  ctx: Context,
  compiled: Compiled,
  before: State,
  after: State,
): Promise<Map<string, Date>> {
  const wasOpen = new Set(before.tokens.filter((token) => token.stage === 'open').map((token) => token.id))
  const dues = new Map<string, Date>()
  for (const token of after.tokens) {
    const step = compiled.net.node.get(token.node)?.step
    if (token.stage !== 'open' || wasOpen.has(token.id) || !step || !('deadline' in step) || !step.deadline) continue
    const { clock } = await reckoning(ctx)
    dues.set(token.id, new Date(dueAt(step.deadline.limit, token.since, step.deadline.roundTo, clock)))
  }
  return dues
}

/** Sets, stops and moves the timers as the effects of a run say, in their order. */
export async function writeTimers(ctx: Context, instanceId: string, effects: readonly Effect[]): Promise<void> {
  const rows = new Map<string, TimerRow>()
  const gone = new Set<string>()
  for (const effect of effects) {
    if (effect.do === 'set-timer') {
      const known = await reckoning(ctx)
      const rule: TimerRule = {
        ...(effect.deadline ? { deadline: effect.deadline } : {}),
        ...(effect.at ? { at: effect.at } : {}),
        ...(effect.span ? { span: effect.span } : {}),
      }
      gone.delete(effect.timer)
      rows.set(effect.timer, {
        instanceId,
        timer: effect.timer,
        node: effect.node,
        fireAt: new Date(fireAt(rule, effect.from, known)),
        rule,
        event: null,
        begunAt: new Date(effect.from),
        pausedAt: null,
        calendarVersion: known.version,
      })
    } else if (effect.do === 'cancel-timer') {
      rows.delete(effect.timer)
      gone.add(effect.timer)
    }
  }
  await dropTimers(ctx, instanceId, [...gone])
  await putTimers(ctx, [...rows.values()])
  await pauseTimers(
    ctx,
    instanceId,
    effectsOf(effects, 'pause-timer').map((effect) => effect.timer),
  )
  await resume(ctx, instanceId, new Set(effectsOf(effects, 'resume-timer').map((effect) => effect.timer)))
  const soon = [...rows.values()].some((row) => row.fireAt.getTime() - ctx.now.getTime() < 60_000)
  if (soon) await ctx.enqueue('flow.fireTimers', {}, { onceKey: 'flow.fire' })
}

/** The clock goes on: what was left of the time when it was stopped counts from now, by the calendar of today. */
async function resume(ctx: Context, instanceId: string, timers: ReadonlySet<string>): Promise<void> {
  if (timers.size === 0) return
  const known = await reckoning(ctx)
  const paused = (await timersOf(ctx, instanceId)).filter((row) => timers.has(row.timer) && row.pausedAt)
  await putTimers(
    ctx,
    paused.map((row) => {
      const pause = { from: row.pausedAt?.getTime() ?? 0, until: ctx.now.getTime() }
      const { rule } = row
      if (!rule?.deadline)
        return {
          ...row,
          fireAt: new Date(row.fireAt.getTime() + (pause.until - pause.from)),
          pausedAt: null,
          calendarVersion: known.version,
        }
      const stopped = { ...rule, pauses: [...(rule.pauses ?? []), pause] }
      const moved = fireAt(stopped, row.begunAt.getTime(), known)
      return { ...row, rule: stopped, fireAt: new Date(moved), pausedAt: null, calendarVersion: known.version }
    }),
  )
  const dues = new Map(paused.map((row) => [tokenOfTimer(row.timer), row]))
  for (const [token, { rule, begunAt, pausedAt }] of dues) {
    if (!rule?.deadline || !pausedAt) continue
    const pauses = [...(rule.pauses ?? []), { from: pausedAt.getTime(), until: ctx.now.getTime() }]
    await updateDue(ctx, instanceId, token, new Date(limitAt(rule.deadline, begunAt.getTime(), known.clock, pauses)))
  }
}
