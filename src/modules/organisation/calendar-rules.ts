import { day, isDay, weekday, workdaysOf, type Day, type DayKind, type WorkCalendar } from '#core/calendar'

export type SpecialDay = { readonly day: Day; readonly kind: DayKind; readonly name: string }
export type CsvFault = { readonly line: number; readonly text: string }

/** Workdays of January to December in a year whose special days are known. */
export function workdaysByMonth(year: number, days: readonly SpecialDay[]): number[] {
  const calendar: WorkCalendar = {
    years: new Set([year]),
    exceptions: new Map(days.map((special) => [special.day, special.kind])),
  }
  const counts = Array.from({ length: 12 }, () => 0)
  for (const on of workdaysOf(calendar, { from: `${year}-01-01`, until: `${year + 1}-01-01` })) {
    const month = Number(on.slice(5, 7)) - 1
    counts[month] = (counts[month] ?? 0) + 1
  }
  return counts
}

/** True when a day says nothing new: a Monday to Friday worked, or a weekend off without a name. */
export function isPlain({ day: on, kind, name }: SpecialDay): boolean {
  return weekday(on) <= 5 ? kind === 'workday' : kind === 'rest' && name === ''
}

/** Special days from lines of day, kind and name; the first line may be a header. The first line not understood ends it. */
export function readCalendarCsv(text: string): { days: SpecialDay[] } | { fault: CsvFault } {
  const days: SpecialDay[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (line.trim() === '') continue
    const [first = '', second = '', name = ''] = line.split(/[,;\t]/).map((cell) => cell.replaceAll('"', '').trim())
    const on = first
      .replaceAll(/[/.]/g, '-')
      .replace(/-(\d)(?=-|$)/g, '-0$1')
      .replace(/-(\d)$/, '-0$1')
    const kind = kindOf.get(second.toLowerCase())
    if (isDay(on) && kind) days.push({ day: day(on), kind, name: name.slice(0, 50) })
    else if (index > 0 || isDay(on)) return { fault: { line: index + 1, text: line.slice(0, 60) } }
  }
  return { days }
}

const kindOf = new Map<string, DayKind>([
  ...['workday', 'work', '上班', '工作日', '调休上班', '补班'].map((word) => [word, 'workday'] as const),
  ...['rest', 'off', '休', '休息', '休息日', '放假', '公休'].map((word) => [word, 'rest'] as const),
  ...['statutory', 'holiday', '法定', '法定假日', '法定节假日', '节日'].map((word) => [word, 'statutory'] as const),
])
