import type { Context } from '#kernel/context'
import type { CourseStep } from '../contract.ts'
import type { Instance } from '../store/instances.ts'
import type { Book } from '../store/names.ts'
import { bookOf } from '../store/names.ts'
import type { TaskRow } from '../store/parts.ts'
import type { LoggedEvent } from '../store/timeline.ts'
import type { Version } from '../store/versions.ts'
import { foresee } from './foresee.ts'
import { aheadStep, plainStep } from './start-form.ts'

/** The course of a request: what is done, where it stands, and what comes as things stand today. */
export async function courseNow(
  ctx: Context,
  {
    instance,
    version,
    tasks,
    events,
    book,
  }: { instance: Instance; version: Version; tasks: readonly TaskRow[]; events: readonly LoggedEvent[]; book: Book },
): Promise<CourseStep[]> {
  const { state } = instance
  const reached = nodesReached(events).filter((node) => node !== 'start')
  const standing = new Set(state.tokens.map((token) => token.node))
  const isDone = (node: string) => !standing.has(node) && state.passed[node]?.isStale !== true
  const done = reached
    .filter((node) => isDone(node) || standing.has(node))
    .map((node) => known(ctx, { instance, version, book, tasks }, node, node === reached.at(-1)))
  if (state.status === 'ended') return done
  const seen = await foresee(ctx, {
    version,
    state,
    values: instance.values,
    dataRev: instance.dataRev,
    chosen: instance.chosen,
    subject: instance.subject,
    unitId: instance.unitId,
    instanceId: instance.id,
  })
  const ahead = seen.steps.filter(
    (one, index) => one.node !== 'start' && !(index < state.tokens.length && standing.has(one.node)),
  )
  const names = await bookOf(
    ctx,
    ahead.flatMap((one) => one.people),
  )
  return [...done, ...ahead.map((one) => aheadStep(ctx, version, names, one))]
}

type Known = { instance: Instance; version: Version; book: Book; tasks: readonly TaskRow[] }

function known(
  ctx: Context,
  { instance: { state }, version, book, tasks }: Known,
  node: string,
  isLast: boolean,
): CourseStep {
  const token = state.tokens.find((one) => one.node === node)
  const rows = tasks.filter((task) => task.node === node)
  const last = new Map(rows.map((row) => [`${row.personId} ${row.kind}`, row]))
  return {
    ...plainStep(ctx, version, node),
    state: token?.stage === 'stuck' ? 'stuck' : token ? 'now' : stateOf(state, rows, node, isLast),
    people: [...last.values()].map((row) => ({
      person: book(row.personId),
      onBehalfOf: row.onBehalfOf === null ? null : book(row.onBehalfOf),
      state: row.status,
      at: row.closedAt?.toISOString() ?? null,
    })),
    enteredAt: (token ? new Date(token.since) : rows[0]?.openedAt)?.toISOString() ?? null,
    dueAt: rows.find((row) => row.dueAt)?.dueAt?.toISOString() ?? null,
    notes: token?.trouble ? [token.trouble] : [],
  }
}

/** How a step ended that is over: what people do is passed, rejected or dropped; what runs by itself ended with the request. */
function stateOf(
  state: Instance['state'],
  rows: readonly TaskRow[],
  node: string,
  isLast: boolean,
): 'passed' | 'rejected' | 'dropped' {
  if (state.passed[node]) return 'passed'
  if (rows.some((row) => row.status === 'rejected')) return 'rejected'
  if (rows.length > 0) return rows.some((row) => row.status === 'approved') ? 'passed' : 'dropped'
  const isCut = state.outcome === 'withdrawn' || state.outcome === 'cancelled'
  return isLast && isCut ? 'dropped' : 'passed'
}

/** Steps in the order in which they were reached first. */
function nodesReached(events: readonly LoggedEvent[]): string[] {
  const nodes = events.flatMap(({ effects }) =>
    effects.flatMap((effect) => {
      if (
        effect.do === 'open-task' ||
        effect.do === 'call-command' ||
        effect.do === 'start-child' ||
        effect.do === 'grant-read' ||
        effect.do === 'incident'
      )
        return [effect.node]
      if (effect.do === 'set-timer') return [effect.node]
      return effect.do === 'note' && effect.node !== null && effect.code.startsWith('passed-') ? [effect.node] : []
    }),
  )
  return [...new Set(nodes)]
}
