import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'tasks',
  requires: ['base', 'organisation', 'responsibilities'],
  tables: ['task', 'task_entry'],
  permissions: [],
  grants: {},
  routes,
  events: [],
  listens: [],
  jobs: {},
  screens: {},
  settings: {},
})
