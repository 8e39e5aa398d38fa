import { useDraft } from '#web/outbox'
import type { Chosen, MyTask, RequestDetail, Values } from '../../contract.ts'

/** What one is about to decide or send, kept in the browser until it is done. */
export type Work = {
  changes: Values
  opinion: string
  chosen: Chosen
  /** The file with the drawn name. */
  signature: string | null
}

export type WorkState = Work & {
  isRead: boolean
  savedAt: string | null
  /** The form as it will be. */
  values: Values
  set(patch: Partial<Work>): void
  clear(): void
}

/** A decision being made on a task, or a form being filled in by whoever began the request. */
export function useWork(request: RequestDetail, task: MyTask | undefined): WorkState {
  const kept = useDraft<Work>(`flow/${request.id}/${task?.id ?? 'form'}`, nothing)
  const work = kept.savedAt || isTouched(kept.value) ? kept.value : fromServer(request, task)
  return {
    ...work,
    isRead: kept.isRead,
    savedAt: isTouched(work) ? kept.savedAt : null,
    values: { ...request.values, ...work.changes },
    set: (patch) => kept.set({ ...work, ...patch }),
    clear: () => void kept.clear(),
  }
}

const nothing: Work = { changes: {}, opinion: '', chosen: {}, signature: null }

function fromServer(request: RequestDetail, task: MyTask | undefined): Work {
  return {
    ...nothing,
    changes: task?.draft?.values ?? {},
    opinion: task?.draft?.opinion ?? '',
    chosen: request.chosen,
  }
}

function isTouched({ changes, opinion, chosen, signature }: Work): boolean {
  return opinion !== '' || signature !== null || Object.keys(changes).length > 0 || Object.keys(chosen).length > 0
}
