import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'overlap',
  requires: ['base', 'organisation', 'responsibilities', 'tasks', 'indicators', 'reorganisation'],
  tables: ['overlap_statement', 'overlap_pair', 'overlap_decision', 'overlap_run'],
  permissions: ['overlap.read', 'overlap.decide'],
  grants: {
    manager: { 'overlap.read': 'partners' },
    hr: { 'overlap.read': 'tenant', 'overlap.decide': 'tenant' },
    auditor: { 'overlap.read': 'tenant' },
    administrator: { 'overlap.read': 'tenant' },
  },
  routes,
  events: ['overlap.decided', 'overlap.decision-taken-back'],
  listens: [
    'responsibilities.version-appended',
    'responsibilities.version-corrected',
    'responsibilities.version-withdrawn',
    'responsibilities.assigned',
    'responsibilities.released',
  ],
  jobs: { analyse: { every: '40 1 * * *' }, analyseSoon: {} },
  screens: {
    overlap: {
      path: '/overlap',
      permission: 'overlap.read',
      menu: { section: 'people', order: 45, icon: 'blend' },
      phone: true,
    },
  },
  settings: {
    sameFromPermille: 800,
    likelyFromPermille: 600,
    possibleFromPermille: 400,
    hoursMeasure: 'hours',
    activityDimension: 'activity',
  },
})
