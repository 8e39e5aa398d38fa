import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'base',
  requires: [],
  mandatory: true,
  tables: ['sign_in_failure', 'saved_view'],
  permissions: ['base.administer', 'base.manage-accounts', 'base.read-audit', 'base.share-views'],
  grants: {
    manager: { 'base.share-views': 'reports' },
    hr: { 'base.manage-accounts': 'tenant', 'base.share-views': 'tenant' },
    auditor: { 'base.read-audit': 'tenant' },
    administrator: {
      'base.administer': 'tenant',
      'base.manage-accounts': 'tenant',
      'base.read-audit': 'tenant',
      'base.share-views': 'tenant',
    },
  },
  routes,
  events: [
    'base.tenant-created',
    'base.account-created',
    'base.account-changed',
    'base.module-switched',
    'base.setting-changed',
  ],
  listens: [],
  jobs: { sweep: { every: '20 3 * * *' } },
  screens: {
    signIn: { path: '/sign-in', permission: 'public', phone: true },
    invitation: { path: '/welcome/$token', permission: 'public', phone: true },
    me: { path: '/me', permission: 'signed-in', phone: { tab: 90, icon: 'user-round' } },
    notifications: { path: '/notifications', permission: 'signed-in', phone: true },
    accounts: {
      path: '/system/accounts',
      permission: 'base.manage-accounts',
      menu: { section: 'system', order: 10, icon: 'user-round-cog' },
    },
    roles: {
      path: '/system/roles',
      permission: 'base.administer',
      menu: { section: 'system', order: 20, icon: 'shield-check' },
    },
    modules: {
      path: '/system/modules',
      permission: 'base.administer',
      menu: { section: 'system', order: 30, icon: 'blocks' },
    },
    settings: {
      path: '/system/settings',
      permission: 'base.administer',
      menu: { section: 'system', order: 40, icon: 'settings' },
    },
    apiKeys: {
      path: '/system/api-keys',
      permission: 'base.administer',
      menu: { section: 'system', order: 50, icon: 'key-round' },
    },
    audit: {
      path: '/system/audit',
      permission: 'base.read-audit',
      menu: { section: 'system', order: 60, icon: 'scroll-text' },
    },
    apiDocs: { path: '/api/docs', permission: 'public' },
  },
  settings: {
    /** Characters a password needs at least; never below 8, whatever stands here. */
    minPasswordLength: 12,
    /** Hours without a request after which a session ends; at most 12. */
    sessionIdleHours: 12,
    /** Days after which a session ends in any case; at most 7. */
    sessionDays: 7,
    /** Hours an invitation to an account may be taken up. */
    invitationHours: 72,
  },
})
