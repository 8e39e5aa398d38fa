import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'performance',
  requires: ['base', 'organisation', 'people', 'responsibilities', 'flow', 'indicators'],
  tables: [],
  permissions: [
    'performance.read',
    'performance.review',
    'performance.set-up',
    'performance.calibrate',
    'performance.freeze',
  ],
  grants: {
    employee: { 'performance.read': 'self' },
    manager: { 'performance.read': 'reports', 'performance.review': 'reports' },
    hr: {
      'performance.read': 'tenant',
      'performance.set-up': 'tenant',
      'performance.calibrate': 'tenant',
      'performance.freeze': 'tenant',
    },
    auditor: { 'performance.read': 'tenant' },
  },
  routes,
  events: [],
  listens: [],
  jobs: {},
  screens: {},
  settings: {},
})
