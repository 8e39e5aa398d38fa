import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'tasks',
  requires: ['base', 'organisation', 'subjects', 'responsibilities'],
  tables: [
    'task',
    'task_entry',
    'task_comment',
    'task_guest',
    'task_plea',
    'task_subject',
    'subtask',
    'task_count',
    'task_run',
  ],
  permissions: ['tasks.read', 'tasks.do', 'tasks.assign', 'tasks.settle'],
  grants: {
    employee: { 'tasks.read': 'self', 'tasks.do': 'self', 'tasks.assign': 'self' },
    manager: { 'tasks.read': 'reports', 'tasks.assign': 'reports', 'tasks.settle': 'reports' },
    hr: { 'tasks.read': 'tenant', 'tasks.settle': 'tenant' },
    auditor: { 'tasks.read': 'tenant' },
    administrator: { 'tasks.read': 'tenant' },
  },
  routes,
  events: ['tasks.handed-in', 'tasks.taken-back', 'tasks.completed', 'tasks.cancelled'],
  listens: [
    'organisation.assignment-changed',
    'organisation.roster-applied',
    'organisation.reorganised',
    'organisation.calendar-changed',
    'responsibilities.assigned',
    'responsibilities.released',
    'responsibilities.reassigned',
    'responsibilities.version-appended',
    'responsibilities.version-corrected',
    'responsibilities.version-withdrawn',
  ],
  jobs: { makeTasks: { every: '5 0 * * *' }, makeTasksNow: {}, remind: { every: '*/10 * * * *' } },
  screens: {
    myDay: {
      path: '/',
      permission: 'tasks.do',
      menu: { section: 'mine', order: 1, icon: 'sun' },
      phone: { tab: 1, icon: 'sun' },
    },
    tasks: {
      path: '/tasks',
      permission: 'tasks.read',
      menu: { section: 'team', order: 2, icon: 'list-checks' },
      phone: true,
    },
    task: { path: '/tasks/$taskId', permission: 'tasks.read', phone: true },
  },
  settings: {
    catchUpDays: 3,
    remindHoursBefore: 2,
    takeBackHours: 24,
    escalateWorkdays: 2,
    workHours: '09:00-12:00,13:00-18:00',
  },
})
