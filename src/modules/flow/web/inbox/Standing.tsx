import { Status } from '#ui/Status'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { Box, InboxRow } from '../../contract.ts'
import { DueMark } from '../request/DueMark.tsx'
import { RequestState } from '../request/RequestState.tsx'
import { stepCalled } from '../request/sentences.ts'

/** How a line stands: what is wanted until when, what I did, or where it is now. */
export function Standing({ row, box }: { row: InboxRow; box: Box }) {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted lg:flex-col lg:items-start">
      {box === 'todo' ? <Wanted row={row} /> : <State row={row} box={box} />}
    </span>
  )
}

function Wanted({ row }: { row: InboxRow }) {
  const t = useWords('flow')
  const { task } = row
  if (!task) return null
  return (
    <>
      <DueMark dueAt={task.dueAt} />
      <span className="max-w-full truncate">
        {task.kind === 'decide' || task.step === 'start'
          ? task.step === 'start'
            ? t('inbox.kind.fill')
            : task.stepName
          : t('inbox.kindAt', { kind: t(`inbox.kind.${task.kind}`), step: task.stepName })}
        {task.state === 'offered' && ` · ${t('inbox.offered')}`}
      </span>
      <span className="max-w-full truncate">
        {t('inbox.from', { name: row.initiator.name })}
        {task.onBehalfOf && ` · ${t('inbox.for', { name: task.onBehalfOf.name })}`}
      </span>
    </>
  )
}

function State({ row, box }: { row: InboxRow; box: Box }) {
  const t = useWords('flow')
  const f = useFormat()
  const waits = row.at.map(({ step, stepName, people }) =>
    people.length > 0
      ? t('inbox.waitsFor', {
          step: stepCalled(step, stepName, t),
          names: people.map((person) => person.name).join(t('inbox.comma')),
        })
      : stepCalled(step, stepName, t),
  )
  return (
    <>
      {box === 'done' && row.task && (
        <Status color={colourOf(row.task.state)}>{t(`inbox.did.${row.task.state}`)}</Status>
      )}
      <span className="flex">
        <RequestState request={row} look={box === 'done' ? 'plain' : 'soft'} />
      </span>
      {row.status === 'running' && waits.length > 0 && <span className="max-w-full truncate">{waits.join(' / ')}</span>}
      {box !== 'started' && (
        <span className="max-w-full truncate">{t('inbox.from', { name: row.initiator.name })}</span>
      )}
      <span className="lg:hidden">{f.ago(row.task?.closedAt ?? row.changedAt)}</span>
    </>
  )
}

function colourOf(state: string): 'green' | 'red' | 'amber' | 'gray' {
  if (state === 'approved' || state === 'agreed') return 'green'
  if (state === 'rejected') return 'red'
  return state === 'returned' ? 'amber' : 'gray'
}
