import { defineModule } from '#core/manifest'

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
  permissions: [],
  grants: {},
  routes: {},
  events: [],
  listens: [],
  jobs: {},
  screens: {},
  settings: {},
})
