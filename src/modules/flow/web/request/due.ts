import { useState } from 'react'
import { daysBetween } from '#core/calendar'
import { useFormat, type Format } from '#web/format'
import { useWords, type Say } from '#web/words'

/** When something is due, as people say it: 今日 17:30, 周五 18:00, 逾期 2 天. */
export function useDue(): (dueAt: string) => string {
  const t = useWords('flow')
  const f = useFormat()
  const now = useNow()
  return (dueAt) => dueText(t, f, dueAt, now)
}

/** The clock when this was first drawn; lists are read again by the live stream long before that matters. */
export function useNow(): number {
  const [now] = useState(Date.now)
  return now
}

export function dueText(t: Say, f: Format, dueAt: string, now: number): string {
  const day = f.day(dueAt)
  const time = f.time(dueAt)
  const days = daysBetween(f.day(new Date(now).toISOString()).slice(0, 10), day.slice(0, 10))
  if (Date.parse(dueAt) < now) {
    const lateHours = Math.floor((now - Date.parse(dueAt)) / 3_600_000)
    if (lateHours < 1) return t('inbox.due.lateNow')
    return lateHours < 24
      ? t('inbox.due.lateHours', { count: lateHours })
      : t('inbox.due.lateDays', { count: Math.max(1, -days) })
  }
  if (days === 0) return t('inbox.due.today', { time })
  if (days === 1) return t('inbox.due.tomorrow', { time })
  if (days < 7) return `${day.slice(11)} ${time}`
  return f.shortDay(dueAt)
}
