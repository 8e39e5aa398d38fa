import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'incentives',
  requires: ['base', 'organisation', 'people', 'subjects', 'responsibilities', 'tasks', 'indicators'],
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
  screens: {
    plans: {
      path: '/incentive-plans',
      permission: 'incentives.read-plans',
      menu: { section: 'pay', order: 50, icon: 'gift' },
    },
    plan: { path: '/incentive-plans/$planId', permission: 'incentives.read-plans' },
    settlement: {
      path: '/incentive-settlement',
      permission: 'incentives.read-plans',
      menu: { section: 'pay', order: 51, icon: 'badge-check' },
    },
    mine: {
      path: '/my-incentives',
      permission: 'incentives.read',
      menu: { section: 'mine', order: 42, icon: 'gift' },
      phone: true,
    },
    earnings: { path: '/incentives/$personId', permission: 'incentives.read', phone: true },
    counts: {
      path: '/team-incentives',
      permission: 'incentives.read-counts',
      menu: { section: 'team', order: 24, icon: 'gift' },
      phone: true,
    },
  },
  settings: {},
})
