import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'reorganisation',
  requires: ['base', 'organisation', 'responsibilities'],
  tables: ['draft', 'draft_change', 'draft_approval', 'draft_effect'],
  permissions: ['reorganisation.read', 'reorganisation.edit', 'reorganisation.approve', 'reorganisation.apply'],
  grants: {
    hr: {
      'reorganisation.read': 'tenant',
      'reorganisation.edit': 'tenant',
      'reorganisation.approve': 'tenant',
      'reorganisation.apply': 'tenant',
    },
    administrator: {
      'reorganisation.read': 'tenant',
      'reorganisation.approve': 'tenant',
      'reorganisation.apply': 'tenant',
    },
    auditor: { 'reorganisation.read': 'tenant' },
  },
  routes,
  events: ['reorganisation.submitted', 'reorganisation.approved', 'reorganisation.applied', 'reorganisation.undone'],
  listens: [],
  jobs: { applyDue: { every: '*/10 * * * *' }, tellConcerned: {} },
  screens: {
    drafts: {
      path: '/reorganisation',
      permission: 'reorganisation.read',
      menu: { section: 'people', order: 20, icon: 'split' },
      phone: true,
    },
    draft: { path: '/reorganisation/$draftId', permission: 'reorganisation.read', phone: true },
  },
  settings: { fourEyes: true, tellPeople: true },
})
