import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'goals',
  requires: ['base', 'organisation', 'responsibilities'],
  tables: ['goal', 'goal_responsibility'],
  permissions: ['goals.read', 'goals.edit'],
  grants: {
    employee: { 'goals.read': 'tenant' },
    manager: { 'goals.read': 'tenant' },
    hr: { 'goals.read': 'tenant', 'goals.edit': 'tenant' },
    auditor: { 'goals.read': 'tenant' },
    administrator: { 'goals.read': 'tenant' },
  },
  routes,
  events: ['goals.changed'],
  listens: [],
  jobs: {},
  screens: {
    goals: {
      path: '/goals',
      permission: 'goals.read',
      menu: { section: 'measure', order: 5, icon: 'goal' },
      phone: true,
    },
  },
  settings: {},
})
