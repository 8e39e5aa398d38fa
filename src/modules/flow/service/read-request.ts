import { advance, type FlowEvent } from '#core/flow'
import { flowDataOf, formFor, visibleValues } from '#core/form'
import type { Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { Named, RequestRow, routes } from '../contract.ts'
import { titleIn } from '../rules/title.ts'
import { findInstance, type Instance } from '../store/instances.ts'
import { bookOf, unitNames, type Book } from '../store/names.ts'
import { tasksOfInstance, type TaskRow } from '../store/parts.ts'
import { eventsOf, evidenceOf, readersOf, relativesOf, type Relative } from '../store/timeline.ts'
import { nodeName, versionOf, type Version } from '../store/versions.ts'
import { courseNow } from './course.ts'
import { myTasks } from './my-tasks.ts'
import { mayRevoke } from './revoke.ts'
import { choicesAt, visible } from './start-form.ts'
import { peopleIn, timelineOf } from './timeline.ts'
import { isMyTurn, seenBy, viewerOf, type Viewer } from './viewer.ts'

type Detail = Output<(typeof routes)['readRequest']>

const live = new Set(['open', 'offered', 'waiting', 'agreed'])

export async function readRequest(ctx: Context, { requestId }: { requestId: string }): Promise<Detail> {
  const instance = await findInstance(ctx, requestId)
  const viewer = await viewerOf(ctx, instance)
  if (!instance) throw notFound({ what: 'request' })
  const version = await versionOf(ctx, instance.flowId, instance.version)
  const [events, tasks, readers, evidence] = [
    await eventsOf(ctx, requestId),
    await tasksOfInstance(ctx, requestId),
    await readersOf(ctx, requestId),
    await evidenceOf(ctx, requestId),
  ]
  const book = await bookOf(ctx, [
    instance.initiatorId,
    instance.ownerId,
    ...tasks.flatMap((task) => [task.personId, task.onBehalfOf]),
    ...instance.state.tasks.map((task) => task.addedBy),
    ...readers.map((one) => one.personId),
    ...evidence.flatMap((one) => one.by as string[]),
    ...peopleIn(events),
  ])
  const isFilling = viewer.personId !== null && isMyTurn(instance, viewer.personId)
  const rights = seenBy(instance, version, viewer)
  const name = (node: string) => nodeName(version, node, ctx.language)
  const relatives = await relativesOf(ctx, requestId, instance.parentId)
  const { chosen } = instance
  return {
    ...(await rowOf(ctx, instance, version, tasks, book)),
    owner: book(instance.ownerId),
    version: instance.version,
    rev: instance.rev,
    dataRev: instance.dataRev,
    parent: relatives.filter((one) => one.isParent).map((one) => related(one, ctx.language))[0] ?? null,
    children: relatives.filter((one) => !one.isParent).map((one) => related(one, ctx.language)),
    form: formFor(version.form, rights, instance.values),
    values: visibleValues(version.form, rights, instance.values),
    rights: visible(rights),
    course: await courseNow(ctx, { instance, version, tasks, events, book }),
    timeline: timelineOf(ctx, { events, version, rights, book }),
    tasks:
      viewer.personId === null ? [] : myTasks(ctx, { instance, version, rows: tasks, book, personId: viewer.personId }),
    choices: isFilling ? choicesAt(ctx, version) : [],
    chosen: viewer.isOwner ? chosen : {},
    readers: readers.map((one) => ({ person: book(one.personId), readAt: one.readAt?.toISOString() ?? null })),
    evidence: evidence.map((one) => ({
      gate: one.gate,
      step: one.node,
      stepName: name(one.node),
      at: one.at.toISOString(),
      by: (one.by as string[]).map((id) => book(id)),
      state: one.voidedAt ? ('void' as const) : one.consumedAt ? ('consumed' as const) : ('valid' as const),
    })),
    troubles: instance.state.tokens
      .filter((token) => token.stage === 'stuck')
      .map((token) => ({ step: token.node, stepName: name(token.node), code: token.trouble ?? '' })),
    tokens: viewer.manages ? movable(ctx, instance, version) : [],
    may: {
      ...deeds(instance, version, viewer, tasks, book, isFilling, name),
      revoke: (viewer.isOwner || viewer.manages) && (await mayRevoke(ctx, instance)),
    },
  }
}

/** A request as lists show it. */
export async function rowOf(
  ctx: Context,
  instance: Instance,
  version: Version,
  tasks: readonly TaskRow[],
  book: Book,
): Promise<RequestRow> {
  const units = await unitNames(ctx, [instance.unitId])
  const open = instance.state.tasks.filter((task) => live.has(task.status))
  const unit: Named | null =
    instance.unitId === null ? null : { id: instance.unitId, name: units.get(instance.unitId) ?? {} }
  return {
    id: instance.id,
    number: instance.number,
    title: titleIn(instance, ctx.language),
    flow: {
      id: instance.flowId,
      key: instance.flowKey,
      name: instance.flowName,
      icon: instance.flowIcon,
      category: instance.flowCategory,
    },
    status: instance.status,
    outcome: instance.outcome,
    initiator: book(instance.initiatorId),
    unit,
    subject: instance.subject,
    at: instance.state.tokens.map((token) => ({
      step: token.node,
      stepName: nodeName(version, token.node, ctx.language),
      people: [...new Set(open.filter((task) => task.token === token.id).map((task) => task.person))].map((id) =>
        book(id),
      ),
      dueAt: tasks.find((task) => task.node === token.node && task.dueAt)?.dueAt?.toISOString() ?? null,
    })),
    createdAt: instance.createdAt.toISOString(),
    submittedAt: instance.submittedAt?.toISOString() ?? null,
    changedAt: instance.changedAt.toISOString(),
    endedAt: instance.endedAt?.toISOString() ?? null,
    revokedAt: instance.revokedAt?.toISOString() ?? null,
  }
}

function related({ id, number, status, flowName, ...titled }: Relative, language: string) {
  return { id, number, title: titleIn(titled, language), status, flowName }
}

/** What the asker may do with the request as a whole: what the engine would take. */
function deeds(
  instance: Instance,
  version: Version,
  viewer: Viewer,
  tasks: readonly TaskRow[],
  book: Book,
  isFilling: boolean,
  name: (node: string) => string,
): Omit<Detail['may'], 'revoke'> {
  const { state, status } = instance
  const by = viewer.personId
  const takes = (event: FlowEvent) =>
    by !== null && !advanced(instance, version, event, viewer.manages ? [by] : []).refusal
  const isRunning = status === 'running' || status === 'incident' || status === 'checking'
  const decided = [...new Set(tasks.filter((task) => task.personId === by && task.closedAt).map((task) => task.node))]
  const urges = by !== null && isRunning && (state.owner === by || viewer.manages)
  return {
    save: isFilling,
    submit: isFilling,
    discard: viewer.isOwner && status === 'draft',
    withdraw: isRunning && by !== null && state.owner === by && takes({ do: 'withdraw', by }),
    takeBack:
      by === null || !isRunning
        ? []
        : decided.filter((node) => takes({ do: 'take-back', by, node })).map((id) => ({ id, name: name(id) })),
    urge: urges
      ? state.tasks
          .filter((task) => (task.status === 'open' || task.status === 'offered') && task.person !== by)
          .map((task) => ({
            task: task.id,
            person: book(task.person),
            step: task.node,
            from: new Date((task.urgedAt ?? 0) + (task.urgedAt === null ? 0 : 30 * 60_000)).toISOString(),
          }))
      : [],
    manage: viewer.manages,
    cancel: viewer.manages && isRunning,
    relocate: viewer.manages && isRunning,
    resume: viewer.manages && status === 'incident',
  }
}

/** Where each token may be moved to: tried out on the engine, so that the page offers nothing that would be refused. */
function movable(ctx: Context, instance: Instance, version: Version): Detail['tokens'] {
  const { compiled } = version
  const by = ctx.actor.personId
  if (by === null || instance.state.status === 'ended') return []
  const targets = compiled.net.nodes.filter((node) => node.kind === 'step' || node.kind === 'end')
  return instance.state.tokens.slice(0, 20).map((token) => ({
    id: token.id,
    step: token.node,
    stepName: nodeName(version, token.node, ctx.language),
    to: targets
      .filter(
        (node) =>
          !advanced(instance, version, { do: 'relocate', by, token: token.id, to: node.id, reason: '-' }, [by]).refusal,
      )
      .map((node) => ({ id: node.id, name: nodeName(version, node.id, ctx.language) })),
  }))
}

function advanced(instance: Instance, { compiled, form }: Version, event: FlowEvent, admins: readonly string[]) {
  const facts = {
    data: flowDataOf(form, instance.values),
    revision: instance.dataRev,
    inactive: [],
    delegations: [],
    admins,
    evidence: [],
  }
  return advance(compiled, instance.state, event, facts, instance.changedAt.getTime())
}
