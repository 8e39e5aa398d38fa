import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'indicators',
  requires: ['base', 'organisation', 'people', 'subjects', 'responsibilities', 'tasks'],
  tables: [
    'fact',
    'fact_kind',
    'fact_arrival',
    'tally',
    'tally_mark',
    'closed_period',
    'closed_cell',
    'late_fact',
    'catch_up_run',
  ],
  permissions: [
    'indicators.read',
    'indicators.read-team',
    'indicators.record',
    'indicators.correct',
    'indicators.close',
    'indicators.reopen',
    'indicators.edit-kinds',
  ],
  grants: {
    employee: { 'indicators.read': 'self' },
    manager: { 'indicators.read': 'reports', 'indicators.read-team': 'reports' },
    hr: {
      'indicators.read': 'tenant',
      'indicators.read-team': 'tenant',
      'indicators.correct': 'tenant',
      'indicators.close': 'tenant',
      'indicators.reopen': 'tenant',
      'indicators.edit-kinds': 'tenant',
    },
    auditor: { 'indicators.read': 'tenant', 'indicators.read-team': 'tenant' },
    administrator: { 'indicators.record': 'tenant', 'indicators.edit-kinds': 'tenant' },
  },
  routes,
  events: [
    'indicators.facts-recorded',
    'indicators.reversed',
    'indicators.period-closed',
    'indicators.period-reopened',
  ],
  listens: ['tasks.handed-in', 'tasks.taken-back'],
  jobs: {
    watchKinds: { every: '25 * * * *' },
    keepTallies: { every: '* * * * *' },
    keepMonths: { every: '50 2 * * *' },
    catchUpStep: {},
  },
  screens: {
    board: {
      path: '/board',
      permission: 'indicators.read-team',
      menu: { section: 'team', order: 1, icon: 'layout-grid' },
      phone: true,
    },
    myFigures: {
      path: '/my-figures',
      permission: 'indicators.read',
      menu: { section: 'mine', order: 30, icon: 'target' },
      phone: { tab: 3, icon: 'target' },
    },
    personFigures: { path: '/figures/$personId', permission: 'indicators.read', phone: true },
    figure: {
      path: '/figures/$personId/$responsibilityId/$indicatorKey',
      permission: 'indicators.read',
      phone: true,
    },
    closing: {
      path: '/closed-periods',
      permission: 'indicators.read-team',
      menu: { section: 'measure', order: 26, icon: 'lock' },
    },
    facts: {
      path: '/facts',
      permission: 'indicators.read-team',
      menu: { section: 'measure', order: 20, icon: 'database' },
    },
  },
  imports: ['facts'],
  settings: {},
})
