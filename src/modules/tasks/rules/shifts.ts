import type { Shift } from '#core/flow'

const usual: readonly Shift[] = [
  { from: 540, until: 720 },
  { from: 780, until: 1080 },
]

/** `09:00-12:00,13:00-18:00` as minutes of the day; what cannot be read, or is out of order, is the usual day. */
export function readShifts(text: string): readonly Shift[] {
  const shifts = text.split(',').flatMap((part): Shift[] => {
    const match = /^\s*(\d{1,2}):([0-5]\d)\s*-\s*(\d{1,2}):([0-5]\d)\s*$/.exec(part)
    if (!match) return []
    const [from, until] = [Number(match[1]) * 60 + Number(match[2]), Number(match[3]) * 60 + Number(match[4])]
    return from < until && until <= 1440 ? [{ from, until }] : []
  })
  const isInOrder = shifts.every((one, at) => at === 0 || (shifts[at - 1]?.until ?? 0) <= one.from)
  return shifts.length > 0 && isInOrder ? shifts : usual
}
