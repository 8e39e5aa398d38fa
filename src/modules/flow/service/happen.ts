import { dueAt, type Effect, type FlowEvent, type Refusal, type Span } from '#core/flow'
import { draft } from '#core/flow'
import { applyChange, rightsOf, writeFaults, type FormValues } from '#core/form'
import { pick } from '#core/local-text'
import type { Context } from '#kernel/context'
import { languages } from '#kernel/i18n'
import { tellPeople } from '#modules/base'
import type { Subject } from '../contract.ts'
import { titleTexts } from '../rules/title.ts'
import { tooDeep } from '../problems.ts'
import { currentFlow } from '../store/flows.ts'
import { insertInstance, lockInstance, type Instance, type NewInstance } from '../store/instances.ts'
import { namesInAll } from '../store/names.ts'
import { depthOf, linksFollowing, tellLater, type LinkRow } from '../store/related.ts'
import { homeOf, isUuid } from '../store/resolve.ts'
import { versionOf, type Version } from '../store/versions.ts'
import { reckoning } from './clock.ts'
import { awaitDraft } from './draft-due.ts'
import { takeEvent, type Now, type Taking } from './take-event.ts'

const mostDeep = 10

/** One event of a locked request, and the requests it begins: sub-flows, and those that links start. */
export async function happen(
  ctx: Context,
  instance: Instance,
  version: Version,
  event: FlowEvent,
  taking: Taking = {},
): Promise<Now | { refusal: Refusal }> {
  const done = await takeEvent(ctx, instance, version, event, taking)
  if ('refusal' in done) return done
  for (const effect of done.effects) await follow(ctx, done.after, effect)
  return done
}

export type Beginning = {
  readonly flow: { readonly id: string; readonly prefix: string; readonly version: number }
  readonly ownerId: string
  readonly values: FormValues
  readonly chosen?: Record<string, string[]>
  readonly subject?: Subject | null
  readonly title?: string
  readonly opinion?: string | undefined
  readonly submit: boolean
  readonly of?: Pick<NewInstance, 'parentId' | 'parentChild' | 'linkId' | 'onCancel' | 'dedupeKey' | 'dueAt'>
  readonly personId?: string | null
}

/** Makes a request and, unless a draft is wanted, submits it. `undefined` when one with that dedupe key is there. */
export async function begin(
  ctx: Context,
  { flow, ownerId, values, chosen = {}, subject = null, title, opinion, submit, of = {}, personId = null }: Beginning,
): Promise<{ instance: Instance; now: Now | { refusal: Refusal } | null } | undefined> {
  const version = await versionOf(ctx, flow.id, flow.version)
  const id = ctx.newId()
  const settled = applyChange(version.form, rightsOf(version.form, {}, 'write'), {}, values)
  const titleWords = title ? null : await titlesFor(ctx, version, ownerId)
  const called = title || pick(titleWords ?? {}, ctx.language)
  const making = insertInstance(ctx, {
    id,
    flowId: flow.id,
    version: flow.version,
    title: called.slice(0, 200),
    titleWords,
    state: draft(ownerId),
    values: settled,
    chosen,
    ownerId,
    // a request that is submitted at once gets its unit then
    unitId: submit ? null : await homeOf(ctx, ownerId),
    subject,
    ...of,
  })
  const [, instance] = await Promise.all([making, lockInstance(ctx, id)])
  if (!instance) return undefined
  if (!submit) return { instance, now: null }
  const event: FlowEvent = { do: 'submit', by: ownerId, chosen, ...(opinion ? { opinion } : {}) }
  return { instance, now: await happen(ctx, instance, version, event, { personId }) }
}

/** The flow and whose request it is, in every language. */
async function titlesFor(ctx: Context, { name }: Version, ownerId: string): Promise<Record<string, string>> {
  const person = await namesInAll(ctx, ownerId)
  return Object.fromEntries(
    languages.map((language) => [language, `${pick(name, language)} · ${person[language] ?? ''}`.slice(0, 200)]),
  )
}

async function follow(ctx: Context, instance: Instance, effect: Effect): Promise<void> {
  if (effect.do === 'start-child') await startChild(ctx, instance, effect)
  if (effect.do === 'write-evidence')
    for (const link of await linksFollowing(ctx, instance.flowId, { on: 'gate', gate: effect.gate }))
      await startLinked(ctx, instance, link)
  if (effect.do === 'end')
    for (const link of await linksFollowing(ctx, instance.flowId, { on: 'ended', outcome: effect.outcome }))
      await startLinked(ctx, instance, link)
}

async function startChild(
  ctx: Context,
  parent: Instance,
  effect: Extract<Effect, { do: 'start-child' }>,
): Promise<void> {
  const flow = await currentFlow(ctx, effect.flow)
  // retired or never published since: the step does not hang for ever
  if (!flow) {
    if (effect.isWaited)
      await tellLater(ctx, parent.id, `child:${effect.child}`, {
        do: 'child-ended',
        child: effect.child,
        outcome: 'cancelled',
      })
    return
  }
  if ((await depthOf(ctx, parent.id)) >= mostDeep) throw tooDeep({ flow: flow.key })
  await beginFor(ctx, flow, parent, {
    ownerId: parent.ownerId,
    values: mapped(parent, effect.map),
    of: { parentId: parent.id, parentChild: effect.isWaited ? effect.child : null, onCancel: 'detach' },
  })
}

/** Begins what a link says; `given` stands in fields the link does not fill. */
export async function startLinked(
  ctx: Context,
  source: Instance,
  link: LinkRow,
  given: FormValues = {},
): Promise<void> {
  const flow = await currentFlow(ctx, link.targetId)
  const ownerId = ownerOf(source, link)
  if (!flow || (await depthOf(ctx, source.id)) >= mostDeep) return
  const value = link.dedupe === null ? source.id : JSON.stringify(source.values[link.dedupe] ?? null)
  const { clock } = await reckoning(ctx)
  await beginFor(ctx, flow, source, {
    ownerId,
    values: { ...given, ...mapped(source, link.map) },
    of: {
      parentId: source.id,
      linkId: link.id,
      onCancel: link.onCancel,
      // what was refused once may be asked again
      dedupeKey: link.on === 'revoked' ? null : `${link.id}:${value}`,
      dueAt: link.deadline ? new Date(dueAt(link.deadline, ctx.now.getTime(), 'shift-end', clock)) : null,
    },
    deadline: link.deadline,
  })
}

/** Submits it when it can be; else it waits as a draft, and its owner is told. */
async function beginFor(
  ctx: Context,
  flow: Beginning['flow'],
  source: Instance,
  how: { ownerId: string; values: FormValues; of: NonNullable<Beginning['of']>; deadline?: Span | null },
): Promise<void> {
  const { form, start } = await versionOf(ctx, flow.id, flow.version)
  const isWhole = writeFaults(form, rightsOf(form, start, 'write'), how.values, {}).length === 0
  const submit = isWhole && (how.of.dueAt === undefined || how.of.dueAt === null)
  const begun = await begin(ctx, { flow, ...how, subject: source.subject, submit })
  if (!begun || (begun.now && !('refusal' in begun.now))) return
  if (how.deadline) await awaitDraft(ctx, begun.instance, how.deadline)
  await tellPeople(ctx, [how.ownerId], {
    kind: 'flow.draft-waits',
    facts: { source: titleTexts(source), due: how.of.dueAt?.toISOString().slice(0, 10) ?? '' },
    link: `/requests/${begun.instance.id}`,
  })
}

function ownerOf(source: Instance, { owner }: LinkRow): string {
  if (owner.kind === 'person') return owner.personId
  if (owner.kind === 'initiator') return source.ownerId
  const value = source.values[owner.field]
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' && isUuid(one) ? one : source.ownerId
}

/** Field of the new one <- field of the old one, or `=` and a text. */
function mapped(source: Instance, map: Readonly<Record<string, string>>): FormValues {
  return Object.fromEntries(
    Object.entries(map).flatMap(([to, from]) => {
      const value = from.startsWith('=') ? from.slice(1) : source.values[from]
      return value === undefined || value === null ? [] : [[to, value]]
    }),
  )
}
