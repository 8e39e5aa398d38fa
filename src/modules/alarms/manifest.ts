import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'alarms',
  requires: ['base', 'organisation', 'people', 'responsibilities', 'tasks', 'indicators'],
  tables: ['alarm'],
  permissions: ['alarms.read', 'alarms.decide'],
  grants: {
    employee: { 'alarms.read': 'self' },
    manager: { 'alarms.read': 'reports' },
    hr: { 'alarms.read': 'tenant', 'alarms.decide': 'tenant' },
    auditor: { 'alarms.read': 'tenant' },
    administrator: { 'alarms.read': 'tenant' },
  },
  routes,
  events: ['alarms.assigned', 'alarms.muted', 'alarms.unmuted'],
  listens: [
    'organisation.unit-closed',
    'organisation.unit-created',
    'organisation.position-changed',
    'organisation.position-closed',
    'organisation.assignment-changed',
    'organisation.absence-changed',
    'organisation.roster-applied',
    'organisation.reorganised',
    'responsibilities.assigned',
    'responsibilities.released',
    'responsibilities.reassigned',
    'responsibilities.version-appended',
    'responsibilities.version-corrected',
    'responsibilities.version-withdrawn',
    'responsibilities.retired',
    'base.account-changed',
  ],
  jobs: { look: { every: '12 * * * *' }, lookSoon: {} },
  screens: {
    alarms: {
      path: '/alarms',
      permission: 'alarms.read',
      menu: { section: 'people', order: 33, icon: 'siren' },
      phone: true,
    },
  },
  settings: { noDataDays: 30 },
})
