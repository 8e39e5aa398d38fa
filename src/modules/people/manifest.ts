import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'people',
  requires: ['base', 'organisation'],
  tables: ['personnel_file'],
  permissions: [],
  grants: {},
  routes,
  events: [],
  listens: [],
  jobs: {},
  screens: {},
  settings: {},
})
