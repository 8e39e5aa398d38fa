import { useEffect, useState } from 'react'
import { useSession } from '#web/session'
import type { RequestDetail, TimelineEntry } from '../../contract.ts'

/** The fields others changed since I was here last, each with what it was then and what it is now. */
export function useNews(request: RequestDetail): TimelineEntry['changes'] {
  const account = useSession().account
  const place = `remit.flow.seen/${account?.id ?? ''}/${request.id}`
  const [seen] = useState(() => Number(localStorage.getItem(place) ?? Number.NaN))
  useEffect(() => localStorage.setItem(place, String(request.rev)), [place, request.rev])
  if (Number.isNaN(seen)) return []
  return changesSince(request.timeline, seen, account?.personId ?? null)
}

/** One line a field: from what it was before the first change to what it is after the last. */
export function changesSince(
  timeline: readonly TimelineEntry[],
  seen: number,
  me: string | null,
): TimelineEntry['changes'] {
  const byField = new Map<string, TimelineEntry['changes'][number]>()
  for (const entry of timeline) {
    if (entry.seq <= seen || (me !== null && entry.by?.id === me)) continue
    for (const change of entry.changes)
      byField.set(change.field, { ...change, before: byField.get(change.field)?.before ?? change.before })
  }
  return [...byField.values()]
}
