import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'subjects',
  requires: ['base', 'organisation'],
  tables: ['subject_type', 'subject'],
  permissions: ['subjects.read', 'subjects.keep', 'subjects.edit-types'],
  grants: {
    employee: { 'subjects.read': 'self', 'subjects.keep': 'self' },
    manager: { 'subjects.read': 'reports', 'subjects.keep': 'reports' },
    hr: { 'subjects.read': 'tenant' },
    auditor: { 'subjects.read': 'tenant' },
    administrator: { 'subjects.read': 'tenant', 'subjects.keep': 'tenant', 'subjects.edit-types': 'tenant' },
  },
  routes,
  events: ['subjects.changed', 'subjects.handed-over'],
  listens: [],
  jobs: {},
  screens: {
    subjects: {
      path: '/subjects',
      permission: 'subjects.read',
      menu: { section: 'team', order: 8, icon: 'boxes' },
      phone: true,
    },
    subject: { path: '/subjects/$subjectId', permission: 'subjects.read', phone: true },
  },
  imports: ['subjects'],
  settings: {},
})
