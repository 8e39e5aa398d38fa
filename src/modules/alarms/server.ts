import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'
import { assignAlarms, muteAlarms, unmuteAlarms } from './service/decide.ts'
import { listAlarms } from './service/list-alarms.ts'
import { look, lookAtOrganisation, lookSoon } from './service/look.ts'

export const server = bindServer(manifest, {
  routes: { listAlarms, assignAlarms, muteAlarms, unmuteAlarms },
  jobs: { look, lookSoon: lookAtOrganisation },
  listens: {
    'organisation.unit-closed': lookSoon,
    'organisation.unit-created': lookSoon,
    'organisation.position-changed': lookSoon,
    'organisation.position-closed': lookSoon,
    'organisation.assignment-changed': lookSoon,
    'organisation.absence-changed': lookSoon,
    'organisation.roster-applied': lookSoon,
    'organisation.reorganised': lookSoon,
    'responsibilities.assigned': lookSoon,
    'responsibilities.released': lookSoon,
    'responsibilities.reassigned': lookSoon,
    'responsibilities.version-appended': lookSoon,
    'responsibilities.version-corrected': lookSoon,
    'responsibilities.version-withdrawn': lookSoon,
    'responsibilities.retired': lookSoon,
    'base.account-changed': lookSoon,
  },
  catchUp: look,
})
