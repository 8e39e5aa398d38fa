import { lazy } from 'react'
import UserRound from 'lucide-react/icons/user-round'
import { bindWeb } from '#web/bind'
import { readNow } from '#web/query'
import { language } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { personName } from '../person-name.ts'

export { AssignSheet, type AssignSheetProps } from './AssignSheet.tsx'
export { OrgChart, type OrgChartProps } from './chart/OrgChart.tsx'
export { DayChip } from './DayChip.tsx'
export { EndSeatSheet } from './EndSeatSheet.tsx'
export { FormSheet } from './FormSheet.tsx'
export { GradeLists } from './GradeLists.tsx'
export { LocalTextField } from './LocalTextField.tsx'
export { PersonName, usePersonName } from './PersonName.tsx'
export { PersonPicker } from './PersonPicker.tsx'
export { PositionName } from './PositionName.tsx'
export { PositionPicker } from './PositionPicker.tsx'
export { UnitName } from './UnitName.tsx'
export { UnitPicker } from './UnitPicker.tsx'
export { useUnitNodes } from './unit-nodes.ts'

export const web = bindWeb(manifest, {
  screens: {
    units: lazy(() => import('./UnitsScreen.tsx')),
    chart: lazy(() => import('./ChartScreen.tsx')),
    position: lazy(() => import('./PositionScreen.tsx')),
    calendar: lazy(() => import('./CalendarScreen.tsx')),
    team: lazy(() => import('./TeamScreen.tsx')),
  },
  search: {
    permission: 'organisation.read',
    async find(text) {
      const { rows } = await readNow(routes.listPersons, { text, limit: 6 })
      return rows.map((person) => ({
        id: person.id,
        title: personName(person, language()),
        note: person.number,
        icon: UserRound,
        href: `/people/${person.id}`,
      }))
    },
  },
})
