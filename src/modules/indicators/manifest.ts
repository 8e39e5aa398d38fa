import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'indicators',
  requires: ['base', 'organisation', 'responsibilities', 'tasks'],
  tables: ['fact'],
  permissions: [],
  grants: {},
  routes,
  events: [],
  listens: [],
  jobs: {},
  screens: {},
  settings: {},
})
