import { dayOf, isDay, numberOf, type Day } from '#core/calendar'

/**
 * A day in any of the ways people type it: 2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105, with or without a
 * time behind it (which is dropped), and a date serial of five digits (1927–2173). Never guessed: two-digit years and
 * 1/5/2026, which is January or May.
 */
export function dayIn(text: string): Day | undefined {
  const plain = text.normalize('NFKC').replace(/[t\s]+\d{1,2}:\d{1,2}(:\d{1,2}(\.\d+)?)?\s*z?$/i, '')
  const match =
    /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/.exec(plain) ??
    /^(\d{4})\s*(年)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$/.exec(plain) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(plain)
  if (match) return existing(`${match[1]}-${match[3]!.padStart(2, '0')}-${match[4]!.padStart(2, '0')}`)
  return /^[1-9]\d{4}$/.test(plain) ? dayOf(Number(plain) + numberOf('1899-12-30')) : undefined
}

function existing(day: string): Day | undefined {
  return isDay(day) && day >= '1900-01-01' ? day : undefined
}
