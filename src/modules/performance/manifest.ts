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
  screens: {
    myReviews: {
      path: '/my-reviews',
      permission: 'performance.read',
      menu: { section: 'mine', order: 32, icon: 'award' },
      phone: true,
      waiting: { path: '/my-reviews', figures: ['waiting'] },
    },
    teamReviews: {
      path: '/team-reviews',
      permission: 'performance.review',
      menu: { section: 'team', order: 4, icon: 'clipboard-check' },
      phone: true,
      waiting: { path: '/team-reviews', figures: ['waiting'] },
    },
    review: { path: '/reviews/$reviewId', permission: 'performance.read', phone: true },
    schemes: {
      path: '/review-schemes',
      permission: 'performance.set-up',
      menu: { section: 'measure', order: 40, icon: 'ruler' },
    },
    scheme: { path: '/review-schemes/$schemeId', permission: 'performance.set-up' },
    rounds: {
      path: '/review-rounds',
      permission: 'performance.calibrate',
      menu: { section: 'measure', order: 41, icon: 'calendar-check' },
    },
    round: { path: '/review-rounds/$roundId', permission: 'performance.read' },
  },
  settings: {},
})
