import { useMemo } from 'react'
import { isDay } from '#core/calendar'
import { useLanguage, type Language } from './language.ts'
import { useSession } from './session.ts'

export type Format = {
  /** `2026-11-21 周六`, `2026-11-21 Sat`. Takes a day or an instant. */
  day(value: string): string
  /** `11-21 周六`, for places where the year is clear. */
  shortDay(value: string): string
  /** `17:30` in the company's time zone. */
  time(instant: string): string
  /** `2026-11-21 17:30` in the company's time zone. */
  dateTime(instant: string): string
  /** `3 小时前`, `in 2 days`. */
  ago(instant: string, now?: number): string
  number(value: number, places?: number): string
  /** Whole fen as `¥1,234.50`. */
  money(fen: number): string
  /** Permille as `63 %`; with one place when it is needed. */
  percent(permille: number): string
  fileSize(bytes: number): string
}

/** Days, times, numbers and money as this reader expects them. */
export function useFormat(): Format {
  const chosen = useLanguage()
  const timeZone = useSession().tenant?.timeZone ?? 'Asia/Shanghai'
  return useMemo(() => formatIn(chosen, timeZone), [chosen, timeZone])
}

export function formatIn(chosen: Language, timeZone: string): Format {
  const weekday = new Intl.DateTimeFormat(chosen, { weekday: 'short', timeZone: 'UTC' })
  // The Swedish form is the ISO one.
  const iso = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone })
  const relative = new Intl.RelativeTimeFormat(chosen, { numeric: 'auto' })
  const yuan = new Intl.NumberFormat(chosen, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const dayOf = (value: string) => (isDay(value) ? value : iso.format(new Date(value)).slice(0, 10))
  const day = (value: string) => {
    const text = dayOf(value)
    return isDay(text) ? `${text} ${weekday.format(new Date(`${text}T00:00:00Z`))}` : value
  }
  return {
    day,
    shortDay: (value) => day(value).slice(5),
    time: (instant) => iso.format(new Date(instant)).slice(11, 16),
    dateTime: (instant) => iso.format(new Date(instant)).slice(0, 16),
    ago: (instant, now = Date.now()) => {
      const ms = new Date(instant).getTime() - now
      return Math.abs(ms) < 60_000 ? justNow[chosen] : relative.format(...distance(ms))
    },
    number: (value, places) =>
      value.toLocaleString(
        chosen,
        places === undefined ? {} : { minimumFractionDigits: places, maximumFractionDigits: places },
      ),
    money: (fen) => `${fen < 0 ? '-' : ''}¥${yuan.format(Math.abs(fen) / 100)}`,
    percent: (permille) => `${(permille / 10).toLocaleString(chosen, { maximumFractionDigits: 1 })}%`,
    fileSize: (bytes) =>
      bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`,
  }
}

const justNow: Record<Language, string> = { 'zh-CN': '刚刚', en: 'just now' }

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

function distance(ms: number): [number, Intl.RelativeTimeFormatUnit] {
  const [unit, lengthMs] = steps.find(([, length]) => Math.abs(ms) >= length) ?? ['minute', 60_000]
  return [Math.round(ms / lengthMs), unit]
}
