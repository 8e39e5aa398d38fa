import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'finance',
  requires: ['base', 'organisation', 'people', 'payroll'],
  tables: [],
  permissions: ['finance.read', 'finance.set-up', 'finance.book', 'finance.export'],
  grants: {
    finance: {
      'finance.read': 'tenant',
      'finance.set-up': 'tenant',
      'finance.book': 'tenant',
      'finance.export': 'tenant',
    },
    auditor: { 'finance.read': 'tenant' },
  },
  routes,
  events: [],
  listens: [],
  jobs: {},
  screens: {},
  settings: {},
})
