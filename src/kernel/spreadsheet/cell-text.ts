import { refuse } from './table.ts'

/** How a number format shows a number. */
export type Shown = 'number' | 'day' | 'moment' | 'time' | 'elapsed'

/** A number as Excel shows it: at most 15 significant digits, no exponent below 10^21, no digit of long digits lost. */
export function numberText(raw: string): string {
  const text = raw.trim()
  // numbers like an ID card's that a program wrote digit by digit
  if (/^-?[1-9]\d{15,31}$/.test(text)) return text
  const value = Number(text)
  if (text === '' || !Number.isFinite(value)) return text
  const rounded = Number(value.toPrecision(15))
  return Math.abs(rounded) >= 1e21 ? String(rounded) : plainDecimal(String(rounded))
}

/** A date serial as ISO text; a serial outside 1900-01-01…9999-12-31 stays a number. */
export function dateText(raw: string, shown: Shown, since1904: boolean): string {
  const serial = Number(raw)
  if (raw.trim() === '' || !(serial >= 0)) return numberText(raw)
  let days = Math.floor(serial)
  let seconds = shown === 'day' ? 0 : Math.round((serial - days) * 86_400)
  if (seconds === 86_400) [days, seconds] = [days + 1, 0]
  if (shown === 'elapsed') return clock(days * 24 + Math.floor(seconds / 3600), seconds)
  if (shown === 'time' && days === 0) return clock(Math.floor(seconds / 3600), seconds)
  const day = isoDay(days, since1904)
  if (day === undefined) return numberText(raw)
  return seconds === 0 ? day : `${day}T${clock(Math.floor(seconds / 3600), seconds)}`
}

/** Which kind of value a format code shows: 'yyyy"年"m"月"' is a day, '0.00' and '[Red]0' are numbers. */
export function shownBy(formatCode: string): Shown {
  const first = formatCode.split(';', 1)[0]!
  const elapsed = /\[(h+|m+|s+)\]/i.test(first)
  const tokens = first.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase()
  if (elapsed) return 'elapsed'
  if (tokens === 'general') return 'number'
  const hasDay = /[yd]|m/.test(tokens.replaceAll(/am\/pm|a\/p|h+[^a-z]*m+|m+[^a-z]*s/g, ''))
  const hasTime = /[hs]/.test(tokens)
  if (hasDay) return hasTime ? 'moment' : 'day'
  return hasTime ? 'time' : 'number'
}

/** Formats that a workbook needn't declare; 27–36 and 50–58 are the days and times of Chinese and Japanese editions. */
export function shownByBuiltIn(id: number): Shown {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'day'
  if (id === 22) return 'moment'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return 'time'
  return id === 46 ? 'elapsed' : 'number'
}

/** 'BC12' -> 54. */
export function columnOf(reference: string): number {
  let column = 0
  for (const mark of reference) {
    const letter = mark.codePointAt(0)! - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
    if (column > 16_384) break
  }
  if (column < 1 || column > 16_384) refuse('broken', { reason: 'cell-reference', detail: reference.slice(0, 20) })
  return column - 1
}

/** `_x000D_` is how a sheet writes characters that XML can't carry. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function plainDecimal(text: string): string {
  const [mantissa, exponent] = text.split('e')
  if (exponent === undefined) return text
  const [whole, fraction = ''] = mantissa!.replace('-', '').split('.')
  const sign = text.startsWith('-') ? '-' : ''
  return `${sign}0.${'0'.repeat(-Number(exponent) - 1)}${whole}${fraction}`
}

function clock(hours: number, seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

function isoDay(serial: number, since1904: boolean): string | undefined {
  // Excel believes in 1900-02-29 (serial 60), so the days before it are one off
  const days = since1904 ? serial - 24_107 : serial - (serial > 60 ? 25_569 : 25_568)
  if (!since1904 && (serial < 1 || serial === 60)) return undefined
  const instant = new Date(days * 86_400_000)
  return days > 2_932_896 ? undefined : instant.toISOString().slice(0, 10)
}
