import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'people',
  requires: ['base', 'organisation'],
  tables: ['personnel_file'],
  permissions: ['people.read', 'people.read-identity', 'people.edit', 'people.export', 'people.import'],
  grants: {
    employee: { 'people.read': 'self', 'people.read-identity': 'self' },
    manager: { 'people.read': 'reports', 'people.export': 'reports' },
    hr: {
      'people.read': 'tenant',
      'people.read-identity': 'tenant',
      'people.edit': 'tenant',
      'people.export': 'tenant',
      'people.import': 'tenant',
    },
    auditor: { 'people.read': 'tenant' },
    administrator: {
      'people.read': 'tenant',
      'people.edit': 'tenant',
      'people.export': 'tenant',
      'people.import': 'tenant',
    },
  },
  routes,
  events: ['people.file-changed'],
  listens: ['organisation.person-created', 'organisation.roster-applied'],
  jobs: {},
  screens: {
    roster: {
      path: '/people',
      permission: 'people.read',
      menu: { section: 'people', order: 20, icon: 'contact-round' },
      phone: true,
    },
    // everybody may open a colleague's page; what stands on it depends on who looks
    person: { path: '/people/$personId', permission: 'organisation.read', phone: true },
  },
  imports: ['roster'],
  settings: {},
})
