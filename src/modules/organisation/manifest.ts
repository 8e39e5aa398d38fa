import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'organisation',
  requires: ['base'],
  mandatory: true,
  tables: [
    'unit',
    'unit_version',
    'position',
    'position_version',
    'person',
    'assignment',
    'calendar_year',
    'calendar_day',
  ],
  permissions: [],
  grants: {},
  routes,
  events: [],
  listens: [],
  jobs: {},
  screens: {},
  settings: {},
})
