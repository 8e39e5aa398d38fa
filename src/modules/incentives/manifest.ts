import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'incentives',
  requires: ['base', 'organisation', 'people', 'responsibilities', 'indicators'],
  tables: ['incentive_plan', 'incentive_terms', 'incentive_settlement', 'incentive_entry', 'incentive_entry_fact'],
  permissions: [
    'incentives.read',
    'incentives.read-counts',
    'incentives.read-plans',
    'incentives.set-up',
    'incentives.settle',
  ],
  grants: {
    employee: { 'incentives.read': 'self' },
    manager: { 'incentives.read-counts': 'reports' },
    hr: { 'incentives.read-plans': 'tenant', 'incentives.read-counts': 'tenant' },
    finance: {
      'incentives.read': 'tenant',
      'incentives.read-counts': 'tenant',
      'incentives.read-plans': 'tenant',
      'incentives.set-up': 'tenant',
      'incentives.settle': 'tenant',
    },
    auditor: { 'incentives.read': 'tenant', 'incentives.read-counts': 'tenant', 'incentives.read-plans': 'tenant' },
  },
  routes,
  events: ['incentives.switched-on', 'incentives.switched-off', 'incentives.settled'],
  listens: [],
  jobs: {},
  screens: {},
  settings: {},
})
