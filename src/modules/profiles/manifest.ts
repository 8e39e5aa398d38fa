import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'profiles',
  requires: ['base', 'organisation', 'responsibilities'],
  tables: ['job_profile', 'job_profile_version', 'position_need', 'description_issue', 'description_reading'],
  permissions: ['profiles.read', 'profiles.edit', 'profiles.issue'],
  grants: {
    employee: { 'profiles.read': 'tenant' },
    manager: { 'profiles.read': 'tenant' },
    hr: { 'profiles.read': 'tenant', 'profiles.edit': 'tenant', 'profiles.issue': 'tenant' },
    auditor: { 'profiles.read': 'tenant' },
    administrator: { 'profiles.read': 'tenant' },
  },
  routes,
  events: ['profiles.profile-changed', 'profiles.need-changed', 'profiles.description-issued'],
  listens: [],
  jobs: {},
  screens: {
    system: {
      path: '/position-system',
      permission: 'profiles.read',
      menu: { section: 'people', order: 36, icon: 'layers' },
      phone: true,
    },
    profile: { path: '/job-profiles/$profileId', permission: 'profiles.read', phone: true },
    description: { path: '/positions/$positionId/description', permission: 'profiles.read', phone: true },
  },
  settings: {},
})
