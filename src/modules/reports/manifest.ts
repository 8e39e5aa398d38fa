import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'reports',
  requires: ['base', 'organisation', 'people', 'responsibilities', 'tasks', 'indicators'],
  tables: ['dashboard', 'dashboard_share', 'report_schedule', 'report_recipient', 'report_delivery', 'capability_mark'],
  permissions: ['reports.read', 'reports.compose', 'reports.share', 'reports.mark'],
  grants: {
    employee: { 'reports.read': 'self', 'reports.compose': 'self' },
    manager: { 'reports.read': 'reports', 'reports.share': 'reports', 'reports.mark': 'reports' },
    hr: { 'reports.read': 'tenant', 'reports.compose': 'self', 'reports.share': 'tenant', 'reports.mark': 'tenant' },
    auditor: { 'reports.read': 'tenant' },
    administrator: { 'reports.read': 'tenant', 'reports.compose': 'self', 'reports.share': 'tenant' },
  },
  routes,
  events: ['reports.shared', 'reports.sent'],
  listens: [],
  jobs: { send: { every: '* * * * *' }, make: {}, mail: {} },
  screens: {
    reports: {
      path: '/reports',
      permission: 'reports.read',
      menu: { section: 'mine', order: 32, icon: 'chart-column' },
      phone: true,
    },
    personReport: { path: '/reports/people/$personId', permission: 'reports.read', phone: true },
    dashboard: { path: '/reports/dashboards/$dashboardId', permission: 'reports.read', phone: true },
  },
  settings: { hoursKind: 'hours', hoursMeasure: 'hours', hoursPerDay: 8 },
})
