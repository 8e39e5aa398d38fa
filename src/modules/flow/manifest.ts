import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'flow',
  requires: ['base', 'organisation', 'people', 'responsibilities'],
  tables: [
    'flow',
    'flow_version',
    'flow_number',
    'flow_link',
    'flow_instance',
    'flow_task',
    'flow_event',
    'flow_timer',
    'flow_evidence',
    'flow_reader',
    'flow_delegation',
    'flow_attempt',
  ],
  permissions: ['flow.start', 'flow.act', 'flow.read', 'flow.design', 'flow.manage', 'flow.gates', 'flow.attempts'],
  grants: {
    employee: { 'flow.start': 'self', 'flow.act': 'self' },
    manager: { 'flow.read': 'reports' },
    hr: { 'flow.read': 'tenant', 'flow.design': 'tenant' },
    auditor: { 'flow.act': 'self', 'flow.read': 'tenant', 'flow.attempts': 'tenant' },
    administrator: {
      'flow.start': 'self',
      'flow.act': 'self',
      'flow.read': 'tenant',
      'flow.design': 'tenant',
      'flow.manage': 'tenant',
      'flow.gates': 'tenant',
      'flow.attempts': 'tenant',
    },
  },
  routes,
  events: [
    'flow.started',
    'flow.ended',
    'flow.gate-passed',
    'flow.gate-voided',
    'flow.command-called',
    'flow.published',
  ],
  listens: [
    'organisation.calendar-changed',
    'organisation.person-changed',
    'people.file-changed',
    'organisation.roster-applied',
  ],
  jobs: {
    fireTimers: { every: '* * * * *' },
    turnDelegations: { every: '* * * * *' },
    reckonTimers: {},
    handOverLeavers: { every: '40 0 * * *' },
  },
  screens: {
    inbox: {
      path: '/inbox',
      permission: 'flow.act',
      menu: { section: 'mine', order: 5, icon: 'inbox' },
      phone: { tab: 3, icon: 'inbox' },
    },
    start: {
      path: '/requests/new',
      permission: 'flow.start',
      menu: { section: 'mine', order: 6, icon: 'file-plus-2' },
      phone: true,
    },
    startForm: { path: '/requests/new/$flowId', permission: 'flow.start', phone: true },
    request: { path: '/requests/$requestId', permission: 'flow.act', phone: true },
    requests: {
      path: '/requests',
      permission: 'flow.read',
      menu: { section: 'team', order: 25, icon: 'files' },
      phone: true,
    },
    delegations: {
      path: '/delegations',
      permission: 'flow.act',
      menu: { section: 'mine', order: 45, icon: 'user-round-check' },
      phone: true,
    },
    handOver: {
      path: '/flow-hand-over',
      permission: 'flow.manage',
      menu: { section: 'system', order: 6, icon: 'arrow-left-right' },
      phone: true,
    },
    attempts: {
      path: '/flow-attempts',
      permission: 'flow.attempts',
      menu: { section: 'system', order: 7, icon: 'shield-x' },
      phone: true,
    },
    flows: {
      path: '/flows',
      permission: 'flow.design',
      menu: { section: 'system', order: 5, icon: 'workflow' },
      phone: true,
    },
    flow: { path: '/flows/$flowId', permission: 'flow.design', phone: true },
  },
  settings: {
    /** The working day by which deadlines are reckoned, as hours of the clock: 09:00-12:00,13:00-18:00. */
    shifts: '09:00-12:00,13:00-18:00',
    /** A person may leave only when nothing is left with them in flows. */
    blockLeaving: true,
  },
})
