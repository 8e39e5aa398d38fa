import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import { managersOf } from './store/lines.ts'

export { awayBetween, contributeAway, type Away } from './away.ts'
export { soundOf } from './pinyin.ts'
export { timelineProblem } from './problems.ts'
export { appended, closed, withdrawn, type TimelineStep } from './rules.ts'
export { chartFile } from './service/chart.ts'
export { applyRoster } from './service/apply-roster.ts'
export { reorganise } from './service/reorganise.ts'
export { workCalendar } from './service/work-calendar.ts'
export { readChart, type ChartState, type RosterChanges, type RosterSeat } from './store/bulk.ts'
export { checkFile } from './workbook/check-file.ts'
export { wholeSheets } from './workbook/whole-sheets.ts'
export { contributeSheets, type PartRow, type PartRows, type PartSheet, type WorkbookPart } from './workbook/part.ts'
export * as sheetFields from './workbook/part-fields.ts'
export { exportOrganisation } from './service/export-organisation.ts'
export { dottedLinesOn, type DottedLineOn } from './store/dotted-lines.ts'
export { grades, jobFamilies } from './store/grades.ts'
export { linesAbove, managersOf, subtree, whoLeads, type Superior } from './store/lines.ts'
export { peopleByNumber, positionsByCode, unitsByCode, type Ids } from './store/look-up.ts'
export { homeUnit, seatedIn, visiblePeople } from './store/home.ts'
export { nameIn } from './store/name-in.ts'
export { companyOf } from './store/companies.ts'
export { countPeople } from './store/person-count.ts'
export { matches as personMatches } from './store/persons.ts'
export { assignedBetween, holdersOf, positionsOf } from './store/seats.ts'

/** Whom a person answers to on a day, vacancies skipped upward; null at the top. */
export async function managerOf(ctx: Context, personId: string, day: Day): Promise<string | null> {
  const [superior] = await managersOf(ctx, [personId], day)
  return superior?.managerId ?? null
}
