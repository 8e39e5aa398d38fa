import { useRef, useState } from 'react'
import { isAccepted } from './file-checks.ts'
import { shrunk } from './shrink.ts'

export type SendFile<Result> = (
  file: File,
  told: { progress: (share: number) => void; signal: AbortSignal },
) => Promise<Result>

export type UploadState =
  | { step: 'waiting' | 'shrinking' }
  | { step: 'sending'; share: number }
  | { step: 'done' }
  | { step: 'failed'; reason?: string }
  | { step: 'too-large'; bytes: number }
  | { step: 'wrong-kind' }

export type UploadEntry<Result> = { id: string; file: File; state: UploadState; sentBytes?: number; result?: Result }

export type UploadRules<Result> = {
  send: SendFile<Result>
  accept?: string
  limitBytes?: number
  limitFiles?: number
  keepPictures?: boolean
  reasonOf?: (error: unknown) => string
  onResults?: (results: Result[]) => void
}

/** The files of one upload field: each is checked, shrunk, sent, and can be sent again or taken away. */
export function useUploadList<Result>(rules: UploadRules<Result>) {
  const [entries, setEntries] = useState<readonly UploadEntry<Result>[]>([])
  const [refused, setRefused] = useState(0)
  const now = useRef(entries)
  const running = useRef(new Map<string, AbortController>())
  const keep = (next: readonly UploadEntry<Result>[]) => {
    const before = resultsOf(now.current)
    now.current = next
    setEntries(next)
    const after = resultsOf(next)
    if (before.length !== after.length || before.some((one, at) => one !== after[at])) rules.onResults?.(after)
  }
  const patch = (id: string, part: Partial<UploadEntry<Result>>) =>
    keep(now.current.map((entry) => (entry.id === id ? { ...entry, ...part } : entry)))

  const start = async (id: string, file: File) => {
    const stop = new AbortController()
    running.current.set(id, stop)
    try {
      patch(id, { state: { step: 'shrinking' } })
      const small = rules.keepPictures ? file : await shrunk(file)
      if (rules.limitBytes !== undefined && small.size > rules.limitBytes)
        return patch(id, { state: { step: 'too-large', bytes: small.size } })
      patch(id, { state: { step: 'sending', share: 0 }, sentBytes: small.size })
      const progress = (share: number) => {
        if (!stop.signal.aborted) patch(id, { state: { step: 'sending', share } })
      }
      const result = await rules.send(small, { progress, signal: stop.signal })
      if (!stop.signal.aborted) patch(id, { state: { step: 'done' }, result })
    } catch (error) {
      const reason = rules.reasonOf?.(error)
      if (!stop.signal.aborted) patch(id, { state: reason ? { step: 'failed', reason } : { step: 'failed' } })
    } finally {
      running.current.delete(id)
    }
  }

  const add = (files: readonly File[]) => {
    const room = (rules.limitFiles ?? Infinity) - now.current.length
    setRefused(Math.max(0, files.length - room))
    const added = files.slice(0, Math.max(0, room)).map((file): UploadEntry<Result> => {
      const state: UploadState = isAccepted(file, rules.accept) ? { step: 'waiting' } : { step: 'wrong-kind' }
      return { id: nextId(), file, state }
    })
    keep([...now.current, ...added])
    for (const entry of added) if (entry.state.step === 'waiting') void start(entry.id, entry.file)
  }
  const remove = (id: string) => {
    running.current.get(id)?.abort()
    setRefused(0)
    keep(now.current.filter((entry) => entry.id !== id))
  }
  const retry = (id: string) => {
    const entry = now.current.find((one) => one.id === id)
    if (entry) void start(id, entry.file)
  }
  return { entries, refused, add, remove, retry }
}

let count = 0
const nextId = () => `file-${++count}`

function resultsOf<Result>(entries: readonly UploadEntry<Result>[]): Result[] {
  return entries.flatMap((entry) => (entry.state.step === 'done' && entry.result !== undefined ? [entry.result] : []))
}
