import type { FlowEvent } from '#core/flow'
import type { Input, Output } from '#core/contract'
import { isBlank, type FormValues } from '#core/form'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import { attachFiles } from '#modules/base'
import type { Deed, routes } from '../contract.ts'
import { formChanged, formUnread, refused } from '../problems.ts'
import { lockInstance, type Instance } from '../store/instances.ts'
import { keepDraft } from '../store/parts.ts'
import { versionOf, type Version } from '../store/versions.ts'
import { filled, requirePeople, takeFiles } from './form-input.ts'
import { happen } from './happen.ts'
import { refusal } from './refuse.ts'
import { nowOf } from './requests.ts'
import { revoke } from './revoke.ts'
import { actorOf, ownPerson, rightsAt } from './viewer.ts'

type Asking = Omit<Input<(typeof routes)['act']>, 'requestId'> & { readonly isBatch?: boolean }
type Now = Output<(typeof routes)['act']>

const managing: ReadonlySet<Deed['do']> = new Set(['cancel', 'relocate', 'resume'])
/** Deeds that rest on what the form says. */
const reading: ReadonlySet<Deed['do']> = new Set(['submit', 'decide', 'return'])

/** One deed of one person on one request. */
export async function act(ctx: Context, { requestId, ...asking }: Input<(typeof routes)['act']>): Promise<Now> {
  return actOn(ctx, requestId, asking)
}

export async function actOn(ctx: Context, requestId: string, asking: Asking): Promise<Now> {
  const { deed } = asking
  const by = ownPerson(ctx)
  const instance = await lockInstance(ctx, requestId)
  const viewer = await actorOf(ctx, instance)
  if (!instance) throw notFound({ what: 'request' })
  if (managing.has(deed.do) && !viewer.manages) throw forbidden({ permission: 'flow.manage' })
  if (asking.rev !== undefined && asking.rev !== instance.rev)
    throw changedMeanwhile({ yours: asking.rev, current: instance.rev })
  const version = await versionOf(ctx, instance.flowId, instance.version)
  if (deed.do === 'revoke') {
    if (instance.ownerId !== by && !viewer.manages) throw refused('not-yours', {})
    await revoke(ctx, instance, deed.reason)
    return nowOf(instance)
  }
  if (deed.do === 'save-draft') return keep(ctx, instance, version, asking, deed, by)
  requireRead(instance, asking)
  await requirePeople(ctx, peopleNamed(deed))
  const values = await changed(ctx, instance, version, asking)
  const as = viewer.manages ? [by] : []
  const [done] = await Promise.all([
    happen(ctx, instance, version, eventOf(deed, by, asking.isBatch), {
      ...(values ? { values } : {}),
      as,
      personId: by,
    }),
    ctx.audit({ action: `flow.${deed.do}`, target: `request/${requestId}`, after: told(deed) }),
  ])
  if ('refusal' in done) throw await refusal(ctx, { instance, version }, done.refusal, deed.do)
  if (values) await takeFiles(ctx, requestId, version.form, instance.values, values)
  if (deed.do === 'decide' && deed.signature)
    await attachFiles(ctx, [deed.signature], { type: 'flow-request', id: requestId })
  return nowOf(done.after)
}

/** Whoever decides says which form was read; somebody else's change in between has to be read first. */
function requireRead({ dataRev, status }: Instance, { deed, dataRev: read }: Asking): void {
  if (read === undefined) {
    if (reading.has(deed.do) && status !== 'draft') throw formUnread({})
  } else if (read !== dataRev) throw formChanged({ yours: read, current: dataRev })
}

/** The form with the fields changed at this step; `undefined` when the deed does not touch it. */
async function changed(
  ctx: Context,
  instance: Instance,
  version: Version,
  { deed, changes }: Asking,
): Promise<FormValues | undefined> {
  const isFilling = deed.do === 'submit'
  const isPassing = isFilling || (deed.do === 'decide' && deed.decision === 'approve')
  if (!reading.has(deed.do)) {
    if (changes && Object.keys(changes).length > 0) throw refused('not-allowed-here', {})
    return undefined
  }
  if (!isPassing && !changes) return undefined
  const node = isFilling ? 'start' : nodeOf(instance, deed)
  if (node === undefined) return undefined
  return filled(
    ctx,
    { form: version.form, rights: rightsAt(version, node), before: instance.values, isDraft: !isPassing },
    changes ?? {},
  )
}

function nodeOf({ state }: Instance, deed: Deed): string | undefined {
  return 'task' in deed ? state.tasks.find((task) => task.id === deed.task)?.node : undefined
}

async function keep(
  ctx: Context,
  instance: Instance,
  version: Version,
  { changes = {} }: Asking,
  deed: Extract<Deed, { do: 'save-draft' }>,
  personId: string,
): Promise<Now> {
  const node = nodeOf(instance, deed)
  if (node !== undefined)
    await filled(
      ctx,
      { form: version.form, rights: rightsAt(version, node), before: instance.values, isDraft: true },
      changes,
    )
  const values = Object.fromEntries(Object.entries(changes).filter(([, value]) => !isBlank(value)))
  const isKept = await keepDraft(
    ctx,
    { instanceId: instance.id, task: deed.task, personId },
    { opinion: deed.opinion ?? '', values },
  )
  if (!isKept) throw refused('no-such-task', {})
  return nowOf(instance)
}

/** A deed as the engine takes it: who is signed in does it. */
function eventOf(deed: Deed, by: string, isBatch = false): FlowEvent {
  const event = { ...deed, by } as FlowEvent
  return event.do === 'decide' && isBatch ? { ...event, isBatch: true } : event
}

function peopleNamed(deed: Deed): string[] {
  return [
    ...('people' in deed ? deed.people : []),
    ...('to' in deed && (deed.do === 'transfer' || deed.do === 'ask') ? [deed.to] : []),
    ...('chosen' in deed && deed.chosen ? Object.values(deed.chosen).flat() : []),
  ]
}

/** What the audit says of a deed: not what was written in it, which stands in the request. */
function told(deed: Deed): Record<string, unknown> {
  return Object.fromEntries(Object.entries(deed).filter(([key]) => key !== 'opinion' && key !== 'signature'))
}
