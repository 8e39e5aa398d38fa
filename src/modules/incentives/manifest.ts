import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'incentives',
  requires: ['base', 'organisation', 'people', 'responsibilities', 'indicators'],
  tables: ['incentive_plan', 'incentive_terms', 'incentive_settlement', 'incentive_entry', 'incentive_entry_fact'],
  permissions: ['incentives.read', 'incentives.set-up', 'incentives.settle'],
  grants: {
    employee: { 'incentives.read': 'self' },
    manager: { 'incentives.read': 'reports' },
    finance: { 'incentives.read': 'tenant', 'incentives.set-up': 'tenant', 'incentives.settle': 'tenant' },
    auditor: { 'incentives.read': 'tenant' },
  },
  routes,
  events: [],
  listens: [],
  jobs: {},
  screens: {},
  settings: {},
})
