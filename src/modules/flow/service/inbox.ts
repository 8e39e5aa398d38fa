import type { Input, Output } from '#core/contract'
import { titleIn } from '../rules/title.ts'
import { summaryOf, wantsFields } from '../rules/summary.ts'
import type { Context } from '#kernel/context'
import { describe } from '#kernel/problem-response'
import { Problem } from '#kernel/problem'
import { inTransaction } from '#kernel/transaction'
import type { InboxRow, routes } from '../contract.ts'
import { countInbox, inboxLines, markCopies, type Line } from '../store/inbox.ts'
import { bookOf, type Book } from '../store/names.ts'
import { nodeName, versionOf, type Version } from '../store/versions.ts'
import { actOn } from './act.ts'
import { ownPerson, rightsAt } from './viewer.ts'

type Routes = typeof routes

export async function listInbox(ctx: Context, input: Input<Routes['listInbox']>): Promise<Output<Routes['listInbox']>> {
  const personId = ownPerson(ctx)
  const { total, lines } = await inboxLines(ctx, personId, input)
  const open = (line: Line) =>
    (line.state?.tasks ?? []).filter((task) => task.status === 'open' || task.status === 'offered')
  const book = await bookOf(
    ctx,
    lines.flatMap((line) => [line.initiatorId, line.onBehalfOf, ...open(line).map((task) => task.person)]),
  )
  const rows: InboxRow[] = []
  for (const line of lines) rows.push(rowOf(ctx, line, await versionOf(ctx, line.flowId, line.version), book))
  return { total, rows }
}

export async function inboxCounts(ctx: Context): Promise<Output<Routes['inboxCounts']>> {
  return countInbox(ctx, ownPerson(ctx))
}

export async function markCopiesRead(
  ctx: Context,
  { requestIds }: { requestIds?: string[] | undefined },
): Promise<{ changed: number }> {
  const changed = await markCopies(ctx, ownPerson(ctx), requestIds)
  await ctx.announce('flow', ctx.actor.accountId ? [ctx.actor.accountId] : [])
  return { changed }
}

/** Many at once, each in a transaction of its own. Steps that cannot be skipped are decided one by one. */
export async function decideMany(
  ctx: Context,
  { decision, opinion, tasks }: Input<Routes['decideMany']>,
): Promise<Output<Routes['decideMany']>> {
  const refused: Output<Routes['decideMany']>['refused'] = []
  for (const { requestId, task, dataRev } of tasks) {
    const deed = { do: 'decide' as const, task, decision, opinion }
    try {
      await inTransaction(ctx, (own) => actOn(own, requestId, { deed, dataRev, isBatch: true }))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const { code, detail } = describe(error, ctx.language)
      refused.push({ requestId, task, code, detail })
    }
  }
  return { done: tasks.length - refused.length, refused }
}

function rowOf(ctx: Context, line: Line, version: Version, book: Book): InboxRow {
  const rights = rightsAt(version, line.node ?? 'start')
  const shown = summaryOf(version.form, rights, line.values, ctx.language)
  const name = (node: string) => nodeName(version, node, ctx.language)
  return {
    requestId: line.requestId,
    number: line.number,
    title: titleIn(line, ctx.language),
    flow: { id: line.flowId, key: line.flowKey, name: line.flowName, icon: line.flowIcon, category: line.flowCategory },
    status: line.status,
    outcome: line.outcome,
    initiator: book(line.initiatorId),
    subject: line.subject,
    dataRev: line.dataRev,
    summary: shown,
    labels: Object.fromEntries(
      version.form.fields
        .filter((field) => shown.some((one) => one.field === field.key))
        .map((field) => [field.key, { ...field.label }]),
    ),
    task: taskOf(ctx, line, version, book, name),
    at: (line.state?.tokens ?? []).map((token) => ({
      step: token.node,
      stepName: name(token.node),
      people: (line.state?.tasks ?? [])
        .filter((task) => task.token === token.id && (task.status === 'open' || task.status === 'offered'))
        .map((task) => book(task.person)),
    })),
    isRead: line.readAt !== null || line.task === null,
    submittedAt: line.submittedAt?.toISOString() ?? null,
    changedAt: line.changedAt.toISOString(),
  }
}

function taskOf(
  ctx: Context,
  line: Line,
  version: Version,
  book: Book,
  name: (node: string) => string,
): InboxRow['task'] {
  const { task, node, kind, taskStatus, openedAt, dueAt } = line
  if (task === null || node === null || kind === null || taskStatus === null || openedAt === null) return null
  const bar = barOf(line, version, node)
  return {
    id: task,
    step: node,
    stepName: name(node),
    kind,
    state: taskStatus,
    onBehalfOf: line.onBehalfOf === null ? null : book(line.onBehalfOf),
    isBatchable: bar === null,
    batchBar: bar,
    openedAt: openedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    isOverdue: line.closedAt === null && dueAt !== null && dueAt < ctx.now,
    isRead: line.readAt !== null,
    closedAt: line.closedAt?.toISOString() ?? null,
  }
}

/** Why a to-do is not decided with others at once; null where it may be. */
function barOf(line: Line, version: Version, node: string): NonNullable<InboxRow['task']>['batchBar'] {
  const step = version.compiled.net.node.get(node)?.step
  if (line.kind === 'fill' || line.kind === 'answer' || step === undefined || !('opinion' in step)) return 'not-a-vote'
  if (line.taskStatus !== 'open') return line.taskStatus === 'offered' ? 'claim-first' : 'not-a-vote'
  if (line.isHard === true) return 'mandatory'
  if (step.opinion === 'always') return 'opinion'
  if (step.signature) return 'signature'
  return wantsFields(version.form, rightsAt(version, node), line.values) ? 'fields' : null
}
