import { daysBetween } from '#core/calendar'
import { useFormat, type Format } from '#web/format'
import { useWords, type Say } from '#web/words'

/** When something is due, as people say it: 今日 17:30, 周五 18:00, 逾期 2 天. */
export function useDue(): (dueAt: string, isOpen?: boolean) => string {
  const t = useWords('tasks')
  const f = useFormat()
  return (dueAt, isOpen = true) => dueText(t, f, dueAt, Date.now(), isOpen)
}

export function dueText(t: Say, f: Format, dueAt: string, now: number, isOpen = true): string {
  const day = f.day(dueAt)
  const time = f.time(dueAt)
  const days = daysBetween(f.day(new Date(now).toISOString()).slice(0, 10), day.slice(0, 10))
  const lateHours = Math.floor((now - Date.parse(dueAt)) / 3_600_000)
  if (isOpen && Date.parse(dueAt) < now) {
    if (lateHours < 1) return t('due.lateNow')
    return lateHours < 24 ? t('due.lateHours', { count: lateHours }) : t('due.lateDays', { count: Math.max(1, -days) })
  }
  if (days === 0) return t('due.today', { time })
  if (days === 1) return t('due.tomorrow', { time })
  if (days > 1 && days < 7) return `${day.slice(11)} ${time}`
  return f.shortDay(dueAt)
}
