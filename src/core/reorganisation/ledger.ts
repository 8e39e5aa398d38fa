import { runsOn, type Day, type Period } from '../calendar/index.ts'
import {
  keysOf,
  tables,
  type Chart,
  type Holding,
  type PositionVersion,
  type Row,
  type Seat,
  type Table,
  type UnitVersion,
} from './chart.ts'
import { sameRow, type Effect } from './effects.ts'
import { shelf, type Shelf } from './shelf.ts'

type Shelves = {
  readonly units: Shelf<UnitVersion, 'unit' | 'parent'>
  readonly positions: Shelf<PositionVersion, 'position' | 'unit' | 'superior'>
  readonly seats: Shelf<Seat, 'person' | 'position'>
  readonly holdings: Shelf<Holding, 'responsibility' | 'position' | 'unit' | 'for'>
}

/** A chart one can write in, and take back what was written since a mark. */
export type Ledger = Shelves & {
  readonly chart: Chart
  readonly newId: () => string
  /** By whom (the index of a change) each thing was touched last. */
  readonly touchedBy: Map<string, number>
  /** Carries out a change; when it meets problems nothing of it stays. */
  attempt(change: number, work: () => void, failed: () => boolean): void
  put(table: Table, row: Row): void
  /** Ends a row on a day. One that the changes themselves began that day never was; answers false for one that did before. */
  end(table: Table, row: Row, day: Day): boolean
  toChart(): Chart
  /** What is different from the chart it was opened with. */
  effects(): Effect[]
}

export function openLedger(chart: Chart, newId: () => string): Ledger {
  const shelves = shelvesOf(chart)
  const touchedBy = new Map<string, number>()
  const firsts = new Map<string, { table: Table; before: Row | undefined }>()
  const note = (table: Table, id: string, before: Row | undefined) => {
    if (!firsts.has(id)) firsts.set(id, { table, before })
  }
  let journal: { table: Table; id: string; before: Row | undefined; keys: string[] }[] = []
  const put = (table: Table, row: Row) => {
    const target = shelves[table] as Shelf<Row, string>
    const before = target.put(row)
    note(table, row.id, before)
    journal.push({
      table,
      id: row.id,
      before,
      keys: before ? [...keysOf(table, before), ...keysOf(table, row)] : keysOf(table, row),
    })
  }
  const given = new Set(tables.flatMap((table) => chart[table].map((row) => row.id)))
  const end = (table: Table, row: Row, day: Day) => {
    if (row.from < day) put(table, { ...row, until: day })
    else if (given.has(row.id)) return false
    else {
      const target = shelves[table] as Shelf<Row, string>
      target.drop(row.id)
      note(table, row.id, row)
      journal.push({ table, id: row.id, before: row, keys: keysOf(table, row) })
    }
    return true
  }
  return {
    ...shelves,
    chart,
    newId,
    touchedBy,
    put,
    end,
    attempt(change, work, failed) {
      journal = []
      work()
      if (!failed()) {
        for (const { keys } of journal) for (const key of keys) touchedBy.set(key, change)
        return
      }
      for (const { table, id, before } of journal.toReversed()) {
        const target = shelves[table] as Shelf<Row, string>
        if (before) target.put(before)
        else target.drop(id)
      }
    },
    effects: () =>
      [...firsts].flatMap(([id, { table, before = null }]): Effect[] => {
        const after = shelves[table].get(id) ?? null
        if (before === null ? after === null : after !== null && sameRow(before, after)) return []
        return [{ table, before, after }]
      }),
    toChart: () => ({
      ...chart,
      ...(Object.fromEntries(tables.map((table) => [table, [...shelves[table].all()]])) as unknown as Pick<
        Chart,
        Table
      >),
    }),
  }
}

export function shelvesOf(chart: Chart): Shelves {
  return {
    units: shelf(chart.units, { unit: (row) => row.unitId, parent: (row) => row.parentId }),
    positions: shelf(chart.positions, {
      position: (row) => row.positionId,
      unit: (row) => row.unitId,
      superior: (row) => row.reportsToId,
    }),
    seats: shelf(chart.seats, { person: (row) => row.personId, position: (row) => row.positionId }),
    holdings: shelf(chart.holdings, {
      responsibility: (row) => row.responsibilityId,
      position: (row) => row.positionId,
      unit: (row) => row.unitId,
      for: (row) => row.forUnitId,
    }),
  }
}

export function running<R extends Period>(rows: readonly R[], on: Day): R | undefined {
  return rows.find((row) => runsOn(row, on))
}

/** The first of them that begins after a day: what is planned already. */
export function planned<R extends Period>(rows: readonly R[], after: Day): R | undefined {
  return rows.filter((row) => row.from > after).toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
}

/** Rows that still run on a day or begin later. */
export function lasting<R extends Period>(rows: readonly R[], day: Day): R[] {
  return rows.filter((row) => row.until === null || row.until > day)
}
