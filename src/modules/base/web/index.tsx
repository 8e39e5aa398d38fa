import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'

export { AccessChanges } from './AccessChanges.tsx'

export const web = bindWeb(manifest, {
  screens: {
    signIn: lazy(() => import('./SignInScreen.tsx')),
    invitation: lazy(() => import('./InvitationScreen.tsx')),
    me: lazy(() => import('./MeScreen.tsx')),
    notifications: lazy(() => import('./NotificationsScreen.tsx')),
    accounts: lazy(() => import('./AccountsScreen.tsx')),
    roles: lazy(() => import('./RolesScreen.tsx')),
    modules: lazy(() => import('./ModulesScreen.tsx')),
    settings: lazy(() => import('./SettingsScreen.tsx')),
    apiKeys: lazy(() => import('./ApiKeysScreen.tsx')),
    audit: lazy(() => import('./AuditScreen.tsx')),
    apiDocs: lazy(() => import('./ApiDocsScreen.tsx')),
  },
})
