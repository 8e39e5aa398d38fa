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
    'responsibility_part',
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
    'responsibilities.retired',
    'responsibilities.assigned',
    'responsibilities.released',
    'responsibilities.reassigned',
  ],
  listens: [],
  jobs: {},
  screens: {
    mine: {
      path: '/my-responsibilities',
      permission: 'responsibilities.read',
      menu: { section: 'mine', order: 20, icon: 'briefcase-business' },
      phone: { tab: 2, icon: 'briefcase-business' },
    },
    responsibilities: {
      path: '/responsibilities',
      permission: 'responsibilities.read',
      menu: { section: 'people', order: 30, icon: 'list-tree' },
    },
    roles: {
      path: '/roles-chart',
      permission: 'responsibilities.read',
      menu: { section: 'people', order: 32, icon: 'grid-3x3' },
      phone: true,
    },
    create: { path: '/responsibilities/new', permission: 'responsibilities.edit' },
    responsibility: { path: '/responsibilities/$responsibilityId', permission: 'responsibilities.read', phone: true },
    edit: { path: '/responsibilities/$responsibilityId/edit', permission: 'responsibilities.edit' },
    position: {
      path: '/positions/$positionId/responsibilities',
      permission: 'responsibilities.read',
      phone: true,
    },
    library: {
      path: '/library',
      permission: 'responsibilities.read',
      menu: { section: 'people', order: 35, icon: 'library' },
    },
    profile: { path: '/library/$profileCode', permission: 'responsibilities.read' },
  },
  imports: ['responsibilities'],
  settings: {},
})
