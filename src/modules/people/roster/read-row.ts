import type { Day } from '#core/calendar'
import type { ImportRow, RowFault } from '#kernel/importer'
import { isIdNumber, plainIdNumber } from '../id-number.ts'
import { plainMobile } from '../mobile.ts'

export type Employment = 'probation' | 'regular' | 'intern' | 'contractor' | 'left'
export type SeatKind = 'main' | 'concurrent' | 'acting'

/** A line of a roster, cleaned. Null: nothing is said, so nothing changes. */
export type RosterLine = {
  readonly line: number
  readonly number: string
  readonly name: string
  readonly latinName: string | null
  readonly unit: string | null
  readonly position: string | null
  readonly kind: SeatKind
  readonly sharePermille: number | null
  readonly hiredOn: Day | null
  readonly leftOn: Day | null
  readonly employment: Employment | null
  readonly mobile: string | null
  readonly email: string | null
  readonly idNumber: string | null
  readonly manager: string | null
  readonly from: Day | null
}

/** Reads a row; what is wrong with it by itself is told. Kinds of cells were checked before. */
export function readRosterLine({ line, values }: ImportRow): { row: RosterLine; faults: RowFault[] } {
  const faults: RowFault[] = []
  const fault = (field: string, code: string, facts: Record<string, unknown> = {}) =>
    void faults.push({ line, field, code: `people.${code}`, facts })
  const text = (key: string): string | null => {
    const value = values[key]
    return value === null || value === undefined || value === '' ? null : String(value).trim()
  }
  const checked = (key: string, code: string, clean: (value: string) => string | null): string | null => {
    const value = text(key)
    if (value === null) return null
    const found = clean(value)
    if (found === null) fault(key, code, { value: key === 'idNumber' ? '' : value })
    return found
  }

  const share = text('share')
  const sharePermille = share === null ? null : permilleOf(share)
  if (share !== null && sharePermille === null) fault('share', 'bad-share', { value: share })
  const row: RosterLine = {
    line,
    number: text('number') ?? '',
    name: text('name') ?? '',
    latinName: text('latinName'),
    unit: text('unit'),
    position: text('position'),
    kind: (text('kind') as SeatKind | null) ?? 'main',
    sharePermille,
    hiredOn: text('hiredOn'),
    leftOn: text('leftOn'),
    employment: text('employment') as Employment | null,
    mobile: checked('mobile', 'bad-mobile', plainMobile),
    email: checked('email', 'bad-email', plainEmail),
    idNumber: checked('idNumber', 'bad-id-number', (value) => {
      const plain = plainIdNumber(value)
      return isIdNumber(plain) ? plain : null
    }),
    manager: text('manager'),
    from: text('from'),
  }
  if (row.unit !== null && row.position === null && row.employment !== 'left') fault('position', 'position-needed')
  if (row.hiredOn && row.leftOn && row.leftOn <= row.hiredOn)
    fault('leftOn', 'left-before-hired', { hiredOn: row.hiredOn })
  return { row, faults }
}

/** "30" and "30%" are the same, and so is 0.3: nobody gives a third of a percent of their time. */
function permilleOf(share: string): number | null {
  const value = Number(share)
  const permille = Math.round(value <= 1 ? value * 1000 : value * 10)
  return Number.isFinite(value) && permille >= 0 && permille <= 1000 ? permille : null
}

function plainEmail(text: string): string | null {
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/.test(text) ? text : null
}
