import { rightsOf, type Form, type Right, type Rights } from '#core/form'
import { reachOfActor } from '#kernel/access'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { Compiled } from '#core/flow'
import { needsPerson } from '../problems.ts'
import { Problem } from '#kernel/problem'
import { findInstance, type Instance } from '../store/instances.ts'
import { takesPart, type Part } from '../store/parts.ts'
import type { Version } from '../store/versions.ts'

/** Whoever looks at a request, and by what right. */
export type Viewer = {
  readonly personId: string | null
  readonly isOwner: boolean
  /** Their to-dos, open and done, and the step a copy came from. */
  readonly parts: readonly Part[]
  /** By `flow.read`: all of the firm, or those of certain people and units. */
  readonly reads: 'all' | 'some' | 'no'
  readonly manages: boolean
}

/** Who looks, or 404: a request that is not one's business looks like one that is not there. */
export async function viewerOf(ctx: Context, instance: Instance | undefined): Promise<Viewer> {
  if (!instance) throw notFound({ what: 'request' })
  const { personId } = ctx.actor
  const isOwner = personId !== null && (instance.ownerId === personId || instance.initiatorId === personId)
  const parts = personId === null ? [] : await takesPart(ctx, instance.id, personId)
  const about = { personId: instance.initiatorId, unitId: instance.unitId }
  const reads =
    instance.status === 'draft' || !ctx.may('flow.read', about)
      ? 'no'
      : reachOfActor(ctx.actor, 'flow.read').all
        ? 'all'
        : 'some'
  const manages = ctx.may('flow.manage', about)
  const maySee = isOwner || parts.length > 0 || reads !== 'no' || (manages && instance.status !== 'draft')
  if (!maySee) throw notFound({ what: 'request' })
  return { personId, isOwner, parts, reads, manages }
}

/** Whether a request is the asker's business at all. */
export async function mayRead(ctx: Context, requestId: string): Promise<boolean> {
  try {
    await viewerOf(ctx, await findInstance(ctx, requestId))
    return true
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-found') return false
    throw error
  }
}

/** Whoever has something open here, or whose request it is, needs no look into what they did before. */
export async function actorOf(ctx: Context, instance: Instance | undefined): Promise<Pick<Viewer, 'manages'>> {
  const { personId } = ctx.actor
  if (!instance || personId === null) return viewerOf(ctx, instance)
  const { state, ownerId, initiatorId, unitId } = instance
  const isIn = ownerId === personId || state.tasks.some((task) => task.person === personId)
  return isIn ? { manages: ctx.may('flow.manage', { personId: initiatorId, unitId }) } : viewerOf(ctx, instance)
}

/** The person behind an account. */
export function ownPerson(ctx: Context): string {
  if (!ctx.actor.personId) throw needsPerson({})
  return ctx.actor.personId
}

/** What may be done with fields at a step; `start` is the initiator's turn. */
export function rightsAt(
  { compiled, form, start }: Pick<Version, 'compiled' | 'form' | 'start'>,
  node: string,
): Rights {
  if (node === 'start') return rightsOf(form, start, 'write')
  return rightsOf(form, fieldsAt(compiled, node), 'read')
}

function fieldsAt(compiled: Compiled, node: string): Rights {
  const step = compiled.net.node.get(node)?.step
  return step && 'fields' in step ? step.fields : {}
}

/**
 * What somebody may see of the form. Whoever takes part sees what their own steps show, whatever else they may read:
 * a superior asked about a request must not see what the step hides from them. Readers of the whole firm see all; readers
 * of a part of it see what no step hides from anybody.
 */
export function sight(version: Version, viewer: Viewer): Rights {
  const { form, compiled } = version
  const own = [...(viewer.isOwner ? ['start'] : []), ...viewer.parts.map((part) => part.node)]
  if (own.length > 0)
    return readOnly(
      form,
      own.map((node) => rightsAt(version, node)),
      'any',
    )
  if (viewer.reads === 'all' || viewer.manages) return rightsOf(form, {}, 'read')
  const steps = [
    'start',
    ...compiled.net.nodes.filter((node) => node.step && 'fields' in node.step).map((node) => node.id),
  ]
  return readOnly(
    form,
    steps.map((node) => rightsAt(version, node)),
    'all',
  )
}

/** What somebody sees of a request now: whose turn it is to fill in also sees what they are to write. */
export function seenBy(instance: Instance, version: Version, viewer: Viewer): Rights {
  const seen = sight(version, viewer)
  if (viewer.personId === null || !isMyTurn(instance, viewer.personId)) return seen
  const own = Object.entries(rightsAt(version, 'start')).filter(([, right]) => right !== 'hidden')
  return { ...seen, ...Object.fromEntries(own) }
}

/** A draft of one's own, or the turn to fill in again. */
export function isMyTurn({ status, state, ownerId }: Instance, personId: string): boolean {
  if (ownerId !== personId) return false
  return (
    status === 'draft' ||
    state.tasks.some((task) => task.kind === 'fill' && task.status === 'open' && task.person === personId)
  )
}

/** Seen where any (or all) of these show a field; nothing is written by who only looks. */
function readOnly(form: Form, each: readonly Rights[], by: 'any' | 'all'): Rights {
  const isSeen = (key: string) => {
    const isShown = (one: Rights) => one[key] !== 'hidden'
    return by === 'any' ? each.some(isShown) : each.every(isShown)
  }
  return Object.fromEntries(form.fields.map(({ key }): [string, Right] => [key, isSeen(key) ? 'read' : 'hidden']))
}
