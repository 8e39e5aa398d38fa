import { absenceRoutes } from './contract/absences.ts'
import { calendarRoutes } from './contract/calendar.ts'
import { chartRoutes } from './contract/chart.ts'
import { dottedLineRoutes } from './contract/dotted-lines.ts'
import { gradeRoutes } from './contract/grades.ts'
import { personRoutes } from './contract/persons.ts'
import { positionRoutes } from './contract/positions.ts'
import { workbookRoutes } from './contract/workbook.ts'
import { unitRoutes } from './contract/units.ts'

export * from './contract/shared.ts'
export { CalendarDay, CalendarYear, dayKinds } from './contract/calendar.ts'
export * from './contract/chart.ts'
export { Absence, absenceKinds } from './contract/absences.ts'
export { dottedKinds, DottedLine } from './contract/dotted-lines.ts'
export { Grade, JobFamily } from './contract/grades.ts'
export { Assignment, Person, PersonDetail } from './contract/persons.ts'
export { Position, PositionDetail, PositionVersion, type Neighbour } from './contract/positions.ts'
export { LegalEntity, Unit, UnitDetail, unitKinds, UnitVersion } from './contract/units.ts'

export const routes = {
  ...unitRoutes,
  ...positionRoutes,
  ...personRoutes,
  ...dottedLineRoutes,
  ...gradeRoutes,
  ...workbookRoutes,
  ...absenceRoutes,
  ...calendarRoutes,
  ...chartRoutes,
}
