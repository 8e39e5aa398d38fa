import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Asked, Route } from '#core/contract'
import { again, arrived, post, queued, subscribe, withdraw } from './outbox/post.ts'
import type { QueuedItem } from './outbox/queue.ts'
import { dropDraft, readDraft, writeDraft } from './outbox/store.ts'
import { newKey } from './send.ts'
import { useSession } from './session.ts'

export type { QueuedItem } from './outbox/queue.ts'

/** What waits in this browser for the network, and what was refused. */
export function useOutbox(): {
  items: readonly QueuedItem[]
  again: (id: string) => Promise<void>
  withdraw: (id: string) => Promise<void>
} {
  const items = useSyncExternalStore(subscribe, queued)
  return { items, again, withdraw }
}

export type HandIn<R extends Route> = {
  input: Asked<R>
  /** What the list of things on their way calls it. */
  title: string
  files?: readonly { blob: Blob; name: string }[]
  /** The draft that it ends when it arrives; kept when refused. */
  draftKey?: string
}

/**
 * Hands something in that must not get lost: kept in the browser first, then sent, exactly once, now or when the
 * network is back. Says `sent` when the server has it, `queued` when it waits, `refused` with the reason.
 */
export function useHandIn<R extends Route>(
  route: R,
  filesInto: keyof Asked<R> & string,
): (handIn: HandIn<R>) => Promise<{ state: 'sent' | 'queued' | 'refused'; reason: string | null }> {
  const accountId = useSession().account?.id ?? ''
  return async ({ input, title, files = [], draftKey }) => {
    const { method, path, permission } = route
    const item: QueuedItem = {
      id: newKey(),
      accountId,
      title,
      route: { method, path, permission },
      input,
      files,
      filesInto,
      idempotencyKey: newKey(),
      draftKey: draftKey ?? null,
      queuedAt: new Date().toISOString(),
      state: 'queued',
      reason: null,
      tries: 0,
      notBefore: 0,
    }
    await post(item)
    const left = queued().find((each) => each.id === item.id)
    if (left?.state === 'refused') return { state: 'refused', reason: left.reason }
    if (draftKey) await dropDraft(`${accountId}/${draftKey}`)
    return { state: left && !arrived().includes(item.id) ? 'queued' : 'sent', reason: null }
  }
}

export type DraftState<V> = {
  value: V
  set: (next: V) => void
  /** ISO instant of the last save, to say "draft saved 14:02". */
  savedAt: string | null
  /** False until the browser's store was read: draw the form after that. */
  isRead: boolean
  clear: () => Promise<void>
}

const restMs = 400

/** Something half filled in, kept in this browser (photos as blobs too) for this account until cleared. */
export function useDraft<V>(key: string, start: V): DraftState<V> {
  const accountId = useSession().account?.id ?? ''
  const place = `${accountId}/${key}`
  const [value, setValue] = useState(start)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [readOf, setReadOf] = useState<string | null>(null)
  const pending = useRef<{ place: string; value: V } | null>(null)

  const save = useCallback(async () => {
    const due = pending.current
    pending.current = null
    if (due) setSavedAt((await writeDraft(due.place, due.value)).savedAt)
  }, [])

  useEffect(() => {
    let isCurrent = true
    readDraft(place).then(
      (draft) => {
        if (!isCurrent) return
        if (draft) setValue(draft.value as V)
        setSavedAt(draft?.savedAt ?? null)
        setReadOf(place)
      },
      () => isCurrent && setReadOf(place),
    )
    return () => {
      isCurrent = false
    }
  }, [place])

  useEffect(() => {
    // Leaving the page or being put aside by the phone must not lose the last keys.
    const keep = () => void save()
    document.addEventListener('visibilitychange', keep)
    window.addEventListener('pagehide', keep)
    return () => {
      document.removeEventListener('visibilitychange', keep)
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [save])

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  return {
    value,
    savedAt,
    isRead: readOf === place,
    set: (next) => {
      setValue(next)
      pending.current = { place, value: next }
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), restMs)
    },
    clear: async () => {
      clearTimeout(timer.current)
      pending.current = null
      await dropDraft(place)
      setValue(start)
      setSavedAt(null)
    },
  }
}
