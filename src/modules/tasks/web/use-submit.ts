import { useState } from 'react'
import type { Asked } from '#core/contract'
import type { HandInValue } from '#core/form'
import { showToast } from '#ui/Toast'
import { useHandIn, type DraftState } from '#web/outbox'
import { readNow, useCommand } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import type { ToDo } from '../contract.ts'
import { dayRoutes as routes } from '../contract/day.ts'
import { filesToSend, happenedAt, knownValues, type Draft } from './hand-in-draft.ts'

/** Sends what was filled in, or leaves it to be sent when the network is back; says which, and how to take it back. */
export function useSubmit(task: ToDo, draft: DraftState<Draft>, onDone: () => void) {
  const t = useWords('tasks')
  const local = useLocal()
  const timeZone = useSession().tenant?.timeZone ?? 'Asia/Shanghai'
  const handIn = useHandIn(routes.handIn, 'fileIds')
  const takeBack = useTakeBackLast(task.id)
  const [isSending, setSending] = useState(false)
  const [reason, setReason] = useState<string | null>(null)
  const submit = async () => {
    setSending(true)
    const { value } = draft
    // Said now, not when it arrives: work done without network happened here.
    const at = happenedAt(value, timeZone) ?? new Date().toISOString()
    const { files, filesOf } = filesToSend(value, task.form)
    const answer = await handIn({
      input: {
        taskId: task.id,
        values: jsonOf(knownValues(value, task.form)),
        note: value.note,
        happenedAt: at,
        filesOf,
      },
      title: local(task.title),
      files,
      draftKey: `tasks/${task.id}`,
    }).finally(() => setSending(false))
    if (answer.state === 'refused') return setReason(answer.reason)
    await draft.clear()
    const title = local(task.title)
    if (answer.state === 'sent') showToast({ title: t('handedIn', { title }), tone: 'green', undo: takeBack })
    else showToast({ title: t('queued', { title }), tone: 'amber' })
    onDone()
  }
  return { submit, isSending, reason }
}

/** Takes back my latest hand-in of a task. */
function useTakeBackLast(taskId: string): () => void {
  const t = useWords('tasks')
  const takeBack = useCommand(routes.takeBack, { done: t('takenBack') })
  return () => {
    void readNow(routes.readTask, { taskId }).then((task) => {
      const last = task.entries.find((entry) => entry.canTakeBack)
      if (last) takeBack.run({ taskId, entryId: last.id })
    })
  }
}

type Sent = Asked<(typeof routes)['handIn']>['values']

/** Values are plain data; their types only say more than JSON's do. */
function jsonOf(values: Readonly<Record<string, HandInValue>>): Sent {
  return values as Sent
}
