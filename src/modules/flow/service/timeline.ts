import type { Effect } from '#core/flow'
import { rightTo, type Rights } from '#core/form'
import type { Context } from '#kernel/context'
import type { TimelineEntry } from '../contract.ts'
import type { Book } from '../store/names.ts'
import type { LoggedEvent } from '../store/timeline.ts'
import { nodeName, type Version } from '../store/versions.ts'

/** Answers to questions of the engine and marks of reading are no news to people. */
const silent = new Set(['read', 'save-draft'])

/** The history as this reader may know it: changes of fields hidden from them are left out. */
export function timelineOf(
  ctx: Context,
  { events, version, rights, book }: { events: readonly LoggedEvent[]; version: Version; rights: Rights; book: Book },
): TimelineEntry[] {
  const nodeOfTask = new Map<string, string>()
  const behalf = new Map<string, string | null>()
  const name = (node: string | null) => (node === null ? null : nodeName(version, node, ctx.language))
  return events.flatMap((logged) => {
    const event = logged.event as Record<string, unknown> & { do: string }
    const task = typeof event['task'] === 'string' ? event['task'] : null
    const step = task === null ? text(event['node']) : (nodeOfTask.get(task) ?? null)
    const onBehalfOf = task === null ? null : (behalf.get(task) ?? null)
    for (const effect of logged.effects) {
      if (effect.do === 'open-task' || effect.do === 'reassign-task') {
        nodeOfTask.set(effect.task, effect.node)
        behalf.set(effect.task, effect.onBehalfOf)
      }
    }
    const notes = logged.effects
      .flatMap((effect) => noteOf(effect))
      .map((one) => ({
        code: one.code,
        step: one.step,
        stepName: name(one.step),
        person: one.person === null ? null : book(one.person),
      }))
    if (silent.has(event.do) || (event.do === 'people' && notes.length === 0)) return []
    const to = text(event['to'])
    const isNode = event.do === 'return' || event.do === 'relocate'
    const people = event.do === 'people' ? [] : [...list(event['people']), ...(to !== null && !isNode ? [to] : [])]
    return [
      {
        seq: logged.seq,
        at: logged.at.toISOString(),
        do: event.do,
        by: event.do !== 'people' && logged.personId !== null ? book(logged.personId) : null,
        byName: event.do === 'people' || logged.personId !== null ? null : logged.byName,
        onBehalfOf: onBehalfOf === null ? null : book(onBehalfOf),
        step,
        stepName: name(step),
        to: isNode ? to : null,
        toName: isNode ? name(to) : null,
        people: people.map((id) => book(id)),
        decision: event['decision'] === 'approve' || event['decision'] === 'reject' ? event['decision'] : null,
        opinion: text(event['opinion']),
        reason: text(event['reason']),
        signature: text(event['signature']),
        changes: Object.entries(logged.changes ?? {})
          .filter(
            ([field]) => rightTo(rights, field) !== 'hidden' && version.form.fields.some(({ key }) => key === field),
          )
          .map(([field, [before, after]]) => ({ field, before, after })),
        notes,
      },
    ]
  })
}

function noteOf(effect: Effect): { code: string; step: string | null; person: string | null }[] {
  if (effect.do === 'note') return [{ code: effect.code, step: effect.node, person: effect.person }]
  if (effect.do === 'incident') return [{ code: effect.code, step: effect.node, person: null }]
  if (effect.do === 'write-evidence') return [{ code: 'evidence', step: effect.node, person: null }]
  if (effect.do === 'void-evidence') return [{ code: `evidence-${effect.because}`, step: effect.node, person: null }]
  if (effect.do === 'end') return [{ code: `ended-${effect.outcome}`, step: null, person: null }]
  if (effect.do === 'start-child') return [{ code: 'child-started', step: effect.node, person: null }]
  return []
}

/** Everybody a history names. */
export function peopleIn(events: readonly LoggedEvent[]): string[] {
  return events.flatMap(({ event, effects, personId }) => {
    const one = event as Record<string, unknown>
    return [
      ...(personId === null ? [] : [personId]),
      ...list(one['people']),
      ...[text(one['to']), text(one['person'])].filter((id) => id !== null),
      ...effects.flatMap((effect) =>
        effect.do === 'note' && effect.person !== null
          ? [effect.person]
          : effect.do === 'open-task'
            ? [effect.person, ...(effect.onBehalfOf === null ? [] : [effect.onBehalfOf])]
            : [],
      ),
    ]
  })
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}
