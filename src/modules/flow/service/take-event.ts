import type { Effect, FlowEvent, Refusal, State } from '#core/flow'
import { flowDataOf, sameValue, type FormValues } from '#core/form'
import type { Context } from '#kernel/context'
import { closeDraftTask } from '../store/draft-due.ts'
import { nextNumber, type Instance } from '../store/instances.ts'
import { homeOf } from '../store/resolve.ts'
import type { Version } from '../store/versions.ts'
import { writeRun, type Changes, type Outcome } from '../store/write-run.ts'
import { watchLimits } from './limits.ts'
import { sendNotices } from './notices.ts'
import { perform } from './perform.ts'
import { duesOf, writeTimers } from './reckon.ts'
import { finishRevocation } from './revoke-end.ts'
import { run, type Running } from './run.ts'

export type Taking = {
  /** The form as it is from now on, when the event comes with a change of it. */
  readonly values?: FormValues
  /** Who counts as an administrator for this event. */
  readonly as?: readonly string[]
  /** The person who acts; null for the product itself. */
  readonly personId?: string | null
}
export type Now = {
  readonly state: State
  readonly rev: number
  readonly dataRev: number
  readonly number: string | null
  /** The request as it is now, and what followed. */
  readonly after: Instance
  readonly effects: readonly Effect[]
}

/**
 * One event of a request that is locked: the engine decides, the organisation answers, and everything that follows is
 * written in this transaction, or nothing of it. A refusal leaves all as it was.
 */
export async function takeEvent(
  ctx: Context,
  instance: Instance,
  version: Version,
  event: FlowEvent,
  { values, as = [], personId = null }: Taking = {},
): Promise<Now | { refusal: Refusal }> {
  const isChanged = values !== undefined && !sameValue(values, instance.values)
  const next = isChanged ? values : instance.values
  const dataRev = instance.dataRev + (isChanged ? 1 : 0)
  const isFirst = instance.status === 'draft' && event.do === 'submit'
  const unitId = isFirst ? await placeOf(ctx, instance) : instance.unitId
  const running: Running = {
    instanceId: instance.id,
    compiled: version.compiled,
    state: instance.state,
    data: flowDataOf(version.form, next),
    revision: dataRev,
    subject: instance.subject,
    unitId,
  }
  const ran = await run(ctx, running, event, { as })
  if ('refusal' in ran) return ran
  // the check before the start found nobody for a step: nothing has happened
  if (isFirst && ran.state.status === 'draft')
    return { refusal: { code: 'nobody', facts: { step: emptyStep(ran.taken) } } }
  const outcome: Outcome = {
    instance,
    compiled: version.compiled,
    ...ran,
    values: next,
    dataRev,
    changes: isChanged ? changesBetween(instance.values, next) : null,
    personId,
    dues: await duesOf(ctx, version.compiled, instance.state, ran.state),
  }
  const effects = ran.taken.flatMap((one) => one.effects)
  const number = instance.number ?? (isFirst ? await nextNumber(ctx, instance.prefix) : null)
  const after: Instance = {
    ...instance,
    state: ran.state,
    status: ran.state.status,
    outcome: ran.state.outcome,
    rev: instance.rev + ran.taken.length,
    values: next,
    dataRev,
    number,
    unitId,
    ownerId: ran.state.owner,
  }
  // none waits for another: they go to the database together
  await Promise.all([
    writeRun(ctx, outcome, { number, unitId }),
    writeTimers(ctx, instance.id, effects),
    sendNotices(ctx, after, version, effects, personId),
    isChanged || isFirst
      ? watchLimits(ctx, after, { form: version.form, before: isFirst ? {} : instance.values })
      : undefined,
  ])
  const isNoDraft = instance.status === 'draft' && ran.state.status !== 'draft'
  if (isNoDraft && instance.linkId !== null)
    await closeDraftTask(ctx, instance.id, ran.state.status !== 'ended' || ran.state.outcome === 'approved')
  if (after.outcome === 'approved' && after.linkId !== null) await finishRevocation(ctx, after)
  await perform(ctx, { instance: after, version, effects, isFirst })
  return { state: ran.state, rev: after.rev, dataRev, number, after, effects }
}

/** The unit a request is about: that of its subject, or the initiator's. */
async function placeOf(ctx: Context, { subject, initiatorId }: Instance): Promise<string | null> {
  if (subject?.type === 'unit' && (await ctx.house.scopes.knows?.(ctx.db, 'unit', subject.key))) return subject.key
  return homeOf(ctx, initiatorId)
}

function emptyStep(taken: readonly { effects: readonly Effect[] }[]): string {
  const notice = taken.flatMap((one) => one.effects).find((one) => one.do === 'notify' && one.about === 'nobody')
  return (notice?.do === 'notify' && notice.node) || ''
}

function changesBetween(before: FormValues, after: FormValues): Changes {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(
    keys
      .filter((key) => !sameValue(before[key], after[key]))
      .map((key) => [key, [before[key] ?? null, after[key] ?? null] as const]),
  )
}
