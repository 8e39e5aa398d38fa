import type { Day } from '../calendar/index.ts'
import type { Change } from './change.ts'
import type { Chart } from './chart.ts'
import type { Effect } from './effects.ts'
import { faultKey, faultsOf, type Facts, type FaultCode } from './faults.ts'
import { closePosition, changePosition, createPosition } from './change-positions.ts'
import { endResponsibility, moveResponsibility, reassignPerson } from './change-people.ts'
import { changeUnit, closeUnit, createUnit, mergeUnits, splitUnit } from './change-units.ts'
import { openLedger, type Ledger } from './ledger.ts'

/** What stands in the way of a change, or what it would leave wrong. `change` is its place in the list, from 0. */
export type DraftProblem = {
  readonly change: number
  readonly code: FaultCode | RefusalCode
  readonly facts: Facts
}
export type RefusalCode =
  | 'before-draft'
  | 'unknown-unit'
  | 'unknown-position'
  | 'unknown-person'
  | 'unknown-responsibility'
  | 'exists-already'
  | 'unit-not-there'
  | 'position-not-there'
  | 'planned-later'
  | 'nothing-changes'
  | 'root-stays'
  | 'into-itself'
  | 'not-in-unit'
  | 'not-seated'
  | 'not-held'
  | 'begins-that-day'

/** How a change is carried out: it writes into the ledger and says what is in the way. */
export type Doing = {
  readonly ledger: Ledger
  readonly day: Day
  refuse(code: RefusalCode, facts: Facts): void
}

export type Applied = {
  readonly chart: Chart
  readonly effects: readonly Effect[]
  readonly problems: readonly DraftProblem[]
}

/**
 * Carries out changes on a chart, in the order of their days and then of the list; `day` is that of changes without one.
 * Total: a change that can't be is left out and named. What the whole would leave wrong, and was not wrong before, is
 * named at the change that touched it last, so the order within a day does not matter. `newId` gives ids to new rows.
 */
export function applyChanges(chart: Chart, changes: readonly Change[], day: Day, newId: () => string): Applied {
  const ledger = openLedger(chart, newId)
  const problems: DraftProblem[] = []
  const order = changes
    .map((change, index) => ({ change, index, on: change.day ?? day }))
    .toSorted((a, b) => (a.on === b.on ? a.index - b.index : a.on < b.on ? -1 : 1))
  for (const { change, index, on } of order) {
    let failed = false
    const refuse: Doing['refuse'] = (code, facts) => {
      failed = true
      problems.push({ change: index, code, facts })
    }
    ledger.attempt(
      index,
      () => {
        if (on < day) refuse('before-draft', { day: on })
        else carryOut({ ledger, day: on, refuse }, change)
      },
      () => failed,
    )
  }
  const after = ledger.toChart()
  const effects = ledger.effects()
  problems.push(...newFaults(chart, after, ledger, effects))
  return { chart: after, effects, problems: problems.toSorted((a, b) => a.change - b.change) }
}

function carryOut(doing: Doing, change: Change): void {
  if (change.do === 'create-unit') return createUnit(doing, change)
  if (change.do === 'rename-unit') return changeUnit(doing, change.unitId, { name: change.name })
  if (change.do === 'move-unit') return changeUnit(doing, change.unitId, { parentId: change.parentId })
  if (change.do === 'split-unit') return splitUnit(doing, change)
  if (change.do === 'merge-units') return mergeUnits(doing, change)
  if (change.do === 'close-unit') return closeUnit(doing, change.unitId, change.toUnitId)
  if (change.do === 'create-position') return createPosition(doing, change)
  if (change.do === 'rename-position') return changePosition(doing, change.positionId, { title: change.title })
  if (change.do === 'move-position') return changePosition(doing, change.positionId, { unitId: change.unitId })
  if (change.do === 'change-headcount') return changePosition(doing, change.positionId, { headcount: change.headcount })
  if (change.do === 'change-line') return changePosition(doing, change.positionId, { reportsToId: change.reportsToId })
  if (change.do === 'close-position') return closePosition(doing, change.positionId, change.toPositionId)
  if (change.do === 'reassign-person') return reassignPerson(doing, change)
  if (change.do === 'move-responsibility') return moveResponsibility(doing, change)
  return endResponsibility(doing, change)
}

function newFaults(before: Chart, after: Chart, ledger: Ledger, effects: readonly Effect[]): DraftProblem[] {
  const changed = new Set(effects.flatMap((effect) => effect.after?.id ?? []))
  const faults = effects.length === 0 ? [] : faultsOf(after, changed)
  if (faults.length === 0) return []
  const known = new Set(faultsOf(before).map(faultKey))
  const problems = faults
    .filter((fault) => !known.has(faultKey(fault)))
    .map(({ code, facts, about }) => ({
      change: Math.max(0, ...about.map((key) => ledger.touchedBy.get(key) ?? 0)),
      code,
      facts,
    }))
  // all that stand in a circle say so: one of them is enough
  return problems.filter(
    ({ code, change }, at) =>
      !code.endsWith('-cycle') || problems.findIndex((one) => one.code === code && one.change === change) === at,
  )
}
