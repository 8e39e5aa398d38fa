import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'sources',
  requires: ['base', 'organisation', 'people', 'subjects', 'responsibilities', 'tasks', 'indicators'],
  tables: ['source', 'source_secret', 'source_run', 'source_reject'],
  permissions: ['sources.read', 'sources.edit'],
  grants: {
    hr: { 'sources.read': 'tenant' },
    auditor: { 'sources.read': 'tenant' },
    administrator: { 'sources.read': 'tenant', 'sources.edit': 'tenant' },
  },
  routes,
  events: ['sources.changed'],
  listens: [],
  jobs: { poll: { every: '* * * * *' }, run: {}, watch: { every: '35 * * * *' }, prune: { every: '20 3 * * *' } },
  screens: {
    sources: {
      path: '/sources',
      permission: 'sources.read',
      menu: { section: 'measure', order: 22, icon: 'plug' },
      phone: true,
    },
    source: { path: '/sources/$sourceId', permission: 'sources.read', phone: true },
  },
  settings: {},
})
