import { isHard, returnsFrom, type PersonStep, type Task } from '#core/flow'
import type { Context } from '#kernel/context'
import type { MyTask } from '../contract.ts'
import type { Instance } from '../store/instances.ts'
import type { Book } from '../store/names.ts'
import type { TaskRow } from '../store/parts.ts'
import { nodeName, type Version } from '../store/versions.ts'
import { choicesAt, visible } from './start-form.ts'
import { rightsAt } from './viewer.ts'

const mine = new Set(['open', 'offered', 'waiting', 'agreed'])

/** The asker's own to-dos on a request, with all that each allows. */
export function myTasks(
  ctx: Context,
  {
    instance,
    version,
    rows,
    book,
    personId,
  }: { instance: Instance; version: Version; rows: readonly TaskRow[]; book: Book; personId: string },
): MyTask[] {
  return instance.state.tasks
    .filter((task) => task.person === personId && mine.has(task.status))
    .flatMap((task) => {
      const row = rows.find((one) => one.task === task.id)
      return row ? [myTask(ctx, { instance, version, book }, task, row)] : []
    })
}

function myTask(
  ctx: Context,
  { instance, version, book }: { instance: Instance; version: Version; book: Book },
  task: Task,
  row: TaskRow,
): MyTask {
  const { state } = instance
  const node = version.compiled.net.node.get(task.node)?.step
  const step: PersonStep | undefined = node?.kind === 'approve' || node?.kind === 'transact' ? node : undefined
  const isOpen = task.status === 'open'
  const isVote = isOpen && step !== undefined && task.kind !== 'answer' && task.kind !== 'fill'
  const allows = (what: PersonStep['allows'][number]) => isVote && step.allows.includes(what)
  const returns = isVote ? returnsFrom(version.compiled, state, task.token) : []
  const name = (id: string) => nodeName(version, id, ctx.language)
  const isFirst = task.addedBy === null && task.group === null
  return {
    id: task.id,
    step: task.node,
    stepName: name(task.node),
    stepKind: task.kind === 'fill' ? 'fill' : step?.kind === 'transact' ? 'transact' : 'approve',
    kind: task.kind,
    state: task.status,
    onBehalfOf: task.onBehalfOf === null ? null : book(task.onBehalfOf),
    addedBy: task.addedBy === null ? null : book(task.addedBy),
    openedAt: row.openedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    isMandatory: isHard(step),
    fields: visible(rightsAt(version, task.node)),
    opinion: step?.opinion ?? 'optional',
    needsSignature: step?.signature ?? false,
    may: {
      approve: isVote,
      reject: isVote && step.kind === 'approve',
      answer: isOpen && task.kind === 'answer',
      submit: isOpen && task.kind === 'fill',
      claim: task.status === 'offered',
      unclaim: isVote && step.quorum.type === 'claim' && task.kind === 'decide' && task.group === null,
      addSign: allows('add-sign') && isFirst,
      transfer: allows('transfer'),
      ask: allows('ask'),
      copy: allows('copy'),
      return: returns.length > 0,
    },
    returns: returns.map((id) => ({ id, name: name(id) })),
    added: state.tasks
      .filter(
        (one) =>
          one.addedBy === task.person && one.token === task.token && (one.status === 'open' || one.status === 'later'),
      )
      .map((one) => ({ task: one.id, person: book(one.person), kind: one.kind })),
    choices: isVote || task.kind === 'fill' ? choicesAt(ctx, version).filter((one) => isAhead(instance, one.step)) : [],
    draft: row.draft,
  }
}

/** Somebody is still to be named for it: it was not passed, and nobody was chosen. */
function isAhead({ state }: Instance, step: string): boolean {
  const passed = state.passed[step]
  return (!passed || passed.isStale) && !state.tokens.some((token) => token.node === step)
}
