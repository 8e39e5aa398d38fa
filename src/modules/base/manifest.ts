import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'base',
  requires: [],
  mandatory: true,
  tables: [],
  permissions: ['base.administer', 'base.read-audit'],
  grants: { administrator: { 'base.administer': 'tenant' }, auditor: { 'base.read-audit': 'tenant' } },
  routes,
  events: ['base.tenant-created'],
  listens: [],
  jobs: {},
  screens: {},
  settings: {},
})
