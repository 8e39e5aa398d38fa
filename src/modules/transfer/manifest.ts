import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'transfer',
  requires: ['base'],
  tables: ['import_run'],
  permissions: ['transfer.import'],
  grants: { hr: { 'transfer.import': 'tenant' }, administrator: { 'transfer.import': 'tenant' } },
  routes,
  events: ['transfer.imported'],
  listens: [],
  jobs: {},
  screens: {
    imports: {
      path: '/imports',
      permission: 'transfer.import',
      menu: { section: 'system', order: 4, icon: 'file-up' },
    },
    import: { path: '/imports/$kind', permission: 'transfer.import' },
  },
  settings: {},
})
