import type { Input, Output } from '#core/contract'
import { rightsOf } from '#core/form'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes, Starters } from '../contract.ts'
import { flowRetired, formChanged, notADraft, notPublished, notYoursToStart } from '../problems.ts'
import { findFlow, startable, type Flow } from '../store/flows.ts'
import { deleteDraft, lockInstance, saveValues, type Instance } from '../store/instances.ts'
import { tellLater } from '../store/related.ts'
import { startsIn } from '../store/starters.ts'
import { versionOf } from '../store/versions.ts'
import { filled, requirePeople, takeFiles } from './form-input.ts'
import { begin, happen } from './happen.ts'
import { refusal } from './refuse.ts'
import { isMyTurn, ownPerson, rightsAt, viewerOf } from './viewer.ts'

type Routes = typeof routes
type Now = Output<Routes['act']>

export async function listStartable(
  ctx: Context,
  { text }: Input<Routes['listStartable']>,
): Promise<Output<Routes['listStartable']>> {
  const personId = ownPerson(ctx)
  const found = await startable(ctx, personId, text)
  const rows = []
  for (const flow of found) if (await mayStart(ctx, flow.starters, personId)) rows.push(flow)
  return { rows }
}

/** A flow the asker may start, in its version in use. What they may not start looks like what is not there only when it is not theirs to know. */
export async function flowToStart(ctx: Context, flowId: string): Promise<Flow & { currentVersion: number }> {
  const flow = await findFlow(ctx, flowId)
  if (!flow) throw notFound({ what: 'flow' })
  const { currentVersion } = flow
  if (!(await mayStart(ctx, flow.starters, ownPerson(ctx)))) throw notYoursToStart({})
  if (flow.retiredAt) throw flowRetired({})
  if (currentVersion === null) throw notPublished({})
  return { ...flow, currentVersion }
}

async function mayStart(ctx: Context, starters: Starters, personId: string): Promise<boolean> {
  if (starters.kind !== 'some') return starters.kind === 'everyone'
  return starters.personIds.includes(personId) || startsIn(ctx, personId, starters)
}

export async function startRequest(ctx: Context, input: Input<Routes['startRequest']>): Promise<Now> {
  const personId = ownPerson(ctx)
  const flow = await flowToStart(ctx, input.flowId)
  const version = await versionOf(ctx, flow.id, flow.currentVersion)
  const rights = rightsOf(version.form, version.start, 'write')
  const values = await filled(ctx, { form: version.form, rights, before: {}, isDraft: !input.submit }, input.values)
  await requirePeople(ctx, Object.values(input.chosen).flat())
  const begun = await begin(ctx, {
    flow: { ...flow, version: flow.currentVersion },
    ownerId: personId,
    values,
    chosen: input.chosen,
    subject: input.subject ?? null,
    ...(input.title ? { title: input.title } : {}),
    opinion: input.opinion,
    submit: input.submit,
    personId,
  })
  if (!begun) throw notFound({ what: 'flow' })
  await takeFiles(ctx, begun.instance.id, version.form, {}, values)
  if (begun.now && 'refusal' in begun.now)
    throw await refusal(ctx, { instance: begun.instance, version }, begun.now.refusal, 'submit')
  await ctx.audit({
    action: input.submit ? 'flow.submit' : 'flow.draft',
    target: `request/${begun.instance.id}`,
    after: { flow: flow.key },
  })
  return nowOf(begun.now?.after ?? begun.instance)
}

/** The form of a draft, or of a request that was returned to its initiator. */
export async function saveRequest(ctx: Context, input: Input<Routes['saveRequest']>): Promise<Now> {
  const { requestId, dataRev } = input
  const instance = await lockInstance(ctx, requestId)
  await viewerOf(ctx, instance)
  if (!instance || !isMyTurn(instance, ownPerson(ctx))) throw notADraft({})
  if (instance.dataRev !== dataRev) throw formChanged({ yours: dataRev, current: instance.dataRev })
  const version = await versionOf(ctx, instance.flowId, instance.version)
  const values = await filled(
    ctx,
    { form: version.form, rights: rightsAt(version, 'start'), before: instance.values, isDraft: true },
    input.values,
  )
  if (input.chosen) await requirePeople(ctx, Object.values(input.chosen).flat())
  await takeFiles(ctx, requestId, version.form, instance.values, values)
  if (instance.status === 'draft')
    await saveValues(ctx, requestId, {
      values,
      chosen: input.chosen ?? instance.chosen,
      title: input.title ?? instance.title,
    })
  else {
    const done = await happen(ctx, instance, version, { do: 'data-changed' }, { values, personId: ownPerson(ctx) })
    if ('refusal' in done) throw await refusal(ctx, { instance, version }, done.refusal, 'submit')
  }
  await ctx.audit({ action: 'flow.save', target: `request/${requestId}` })
  const now = await lockInstance(ctx, requestId)
  if (!now) throw notFound({ what: 'request' })
  return nowOf(now)
}

export async function discardRequest(
  ctx: Context,
  { requestId }: { requestId: string },
): Promise<{ requestId: string }> {
  const instance = await lockInstance(ctx, requestId)
  const viewer = await viewerOf(ctx, instance)
  if (!instance || instance.status !== 'draft' || !viewer.isOwner) throw notADraft({})
  if (instance.parentId && instance.parentChild)
    await tellLater(ctx, instance.parentId, `child:${instance.parentChild}`, {
      do: 'child-ended',
      child: instance.parentChild,
      outcome: 'cancelled',
    })
  await deleteDraft(ctx, requestId)
  await ctx.audit({ action: 'flow.discard', target: `request/${requestId}`, before: { title: instance.title } })
  await ctx.announce('flow')
  return { requestId }
}

export function nowOf({ id, rev, dataRev, status, number }: Instance): Now {
  return { requestId: id, rev, dataRev, status, number }
}
