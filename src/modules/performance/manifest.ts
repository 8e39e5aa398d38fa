import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'performance',
  requires: ['base', 'organisation', 'people', 'responsibilities', 'flow', 'profiles', 'indicators'],
  tables: [
    'review_scheme',
    'review_scheme_version',
    'review_scheme_place',
    'review_round',
    'review',
    'review_part',
    'review_change',
  ],
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
  events: [
    'performance.scheme-published',
    'performance.round-opened',
    'performance.round-moved',
    'performance.round-frozen',
    'performance.review-corrected',
  ],
  listens: ['flow.ended'],
  jobs: { keepScores: { every: '20 * * * *' }, keepRound: {}, chase: { every: '30 1 * * *' } },
  screens: {},
  settings: {},
})
