import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'responsibilities',
  requires: ['base', 'organisation'],
  tables: [
    'responsibility',
    'responsibility_version',
    'responsibility_indicator',
    'responsibility_duty',
    'holding',
    'library_profile',
    'library_task',
    'library_skill',
    'library_title',
    'library_source',
  ],
  permissions: ['responsibilities.read', 'responsibilities.edit', 'responsibilities.assign'],
  grants: {
    employee: { 'responsibilities.read': 'tenant' },
    manager: { 'responsibilities.read': 'tenant' },
    hr: {
      'responsibilities.read': 'tenant',
      'responsibilities.edit': 'tenant',
      'responsibilities.assign': 'tenant',
    },
    auditor: { 'responsibilities.read': 'tenant' },
    administrator: { 'responsibilities.read': 'tenant' },
  },
  routes,
  events: [
    'responsibilities.version-appended',
    'responsibilities.version-corrected',
    'responsibilities.version-withdrawn',
    'responsibilities.assigned',
    'responsibilities.released',
  ],
  listens: [],
  jobs: {},
  screens: {},
  imports: ['responsibilities'],
  settings: {},
})
