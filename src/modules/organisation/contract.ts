import { calendarRoutes } from './contract/calendar.ts'
import { personRoutes } from './contract/persons.ts'
import { positionRoutes } from './contract/positions.ts'
import { unitRoutes } from './contract/units.ts'

export * from './contract/shared.ts'
export { CalendarDay, CalendarYear, dayKinds } from './contract/calendar.ts'
export { Assignment, Person, PersonDetail } from './contract/persons.ts'
export { Position, PositionDetail, PositionVersion, type Neighbour } from './contract/positions.ts'
export { Unit, UnitDetail, unitKinds, UnitVersion } from './contract/units.ts'

export const routes = { ...unitRoutes, ...positionRoutes, ...personRoutes, ...calendarRoutes }
