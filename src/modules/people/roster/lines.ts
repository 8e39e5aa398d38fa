import type { Day } from '#core/calendar'
import type { ChartState, RosterChanges } from '#modules/organisation'
import type { Fault } from './place-rows.ts'
import type { RosterLine } from './read-row.ts'
import { idOf, type Slot } from './slots.ts'

/** Positions that answer to another than before, and the rows that say so. Lines that would run in a circle are refused. */
export function lineChanges(slots: readonly Slot[], chart: ChartState, today: Day, fault: Fault) {
  const above = new Map(chart.positions.map((position) => [position.id, position.reportsToId]))
  const lines: RosterChanges['lines'][number][] = []
  const rows: RosterLine[] = []
  const saying: { id: string; row: RosterLine; title: string }[] = []
  for (const slot of slots) {
    const row = slot.rows.find((one) => one.manager !== null)
    if (!slot.manager || !row) continue
    const [id, reportsToId] = [idOf(slot), idOf(slot.manager)]
    above.set(id, reportsToId)
    saying.push({ id, row, title: slot.title })
    if (!slot.existing || slot.existing.reportsToId === reportsToId) continue
    const from = row.from ?? today
    if (slot.existing.changesOn) fault(row, 'manager', 'position-changes-later', { on: slot.existing.changesOn })
    if (from < slot.existing.from) fault(row, 'from', 'position-since', { since: slot.existing.from })
    lines.push({ positionId: id, reportsToId, from })
    rows.push(row)
  }
  for (const { id, row, title } of saying)
    if (leadsBack(above, id)) fault(row, 'manager', 'line-circle', { position: title })
  return { lines, rows }
}

function leadsBack(above: ReadonlyMap<string, string | null>, id: string): boolean {
  const passed = new Set<string>()
  for (let at = above.get(id); at; at = above.get(at)) {
    if (at === id) return true
    if (passed.has(at)) return false
    passed.add(at)
  }
  return false
}
