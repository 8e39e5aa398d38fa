import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'
import { previewRole } from './service/preview-access.ts'
import { acceptInvitation, readInvitation } from './service/accept-invitation.ts'
import { createAccount, inviteAccount, listAccounts, updateAccount } from './service/accounts.ts'
import { createApiKey, listApiKeys, revokeApiKey } from './service/api-keys.ts'
import { listSettings, readCompany, setSetting, updateCompany } from './service/company.ts'
import { downloadFile, uploadFile } from './service/files.ts'
import { listAudit } from './service/list-audit.ts'
import { listModules, switchModule } from './service/modules.ts'
import { listNotifications, live, markRead } from './service/notifications.ts'
import {
  changePassword,
  confirm,
  endSession,
  listSessions,
  readConfirmation,
  setLanguage,
  signOut,
} from './service/own-account.ts'
import { readSession } from './service/read-session.ts'
import { readWords } from './service/read-words.ts'
import { createRole, deleteRole, listPermissions, listRoles, updateRole } from './service/roles.ts'
import { signIn } from './service/sign-in.ts'
import { deleteSavedView, listSavedViews, saveView } from './service/saved-views.ts'
import { sweep } from './service/sweep.ts'

export const server = bindServer(manifest, {
  routes: {
    readSession,
    signIn,
    signOut,
    listSessions,
    endSession,
    changePassword,
    readConfirmation,
    confirm,
    setLanguage,
    readInvitation,
    acceptInvitation,
    listAccounts,
    createAccount,
    updateAccount,
    inviteAccount,
    listRoles,
    createRole,
    updateRole,
    deleteRole,
    previewRole,
    listPermissions,
    listModules,
    switchModule,
    listSettings,
    setSetting,
    readCompany,
    updateCompany,
    listAudit,
    uploadFile,
    downloadFile,
    listNotifications,
    markRead,
    live,
    readWords,
    listApiKeys,
    createApiKey,
    revokeApiKey,
    listSavedViews,
    saveView,
    deleteSavedView,
  },
  jobs: { sweep },
  listens: {},
})
