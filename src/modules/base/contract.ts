import { defineRoutes } from '#core/contract'
import { accessRoutes } from './contract/access.ts'
import { accountRoutes } from './contract/account.ts'
import { apiKeyRoutes } from './contract/api-key.ts'
import { auditRoutes } from './contract/audit.ts'
import { companyRoutes } from './contract/company.ts'
import { fileRoutes } from './contract/file.ts'
import { invitationRoutes } from './contract/invitation.ts'
import { notificationRoutes } from './contract/notification.ts'
import { roleRoutes } from './contract/role.ts'
import { savedViewRoutes } from './contract/saved-view.ts'
import { sessionRoutes } from './contract/session.ts'
import { wordsRoutes } from './contract/words.ts'

export { AccessChange, PersonAccess } from './contract/access.ts'
export { Account, GivenRole } from './contract/account.ts'
export { ApiKey } from './contract/api-key.ts'
export { AuditRow } from './contract/audit.ts'
export { Company, ModuleState, Setting } from './contract/company.ts'
export { StoredFile } from './contract/file.ts'
export { Invitation, InvitationLink } from './contract/invitation.ts'
export { Notification } from './contract/notification.ts'
export { Role, RoleGrant, scopes } from './contract/role.ts'
export { SavedView } from './contract/saved-view.ts'
export { demoPassword, OpenSession, Session } from './contract/session.ts'

export const routes = defineRoutes({
  ...sessionRoutes,
  ...invitationRoutes,
  ...accountRoutes,
  ...roleRoutes,
  ...accessRoutes,
  ...companyRoutes,
  ...auditRoutes,
  ...fileRoutes,
  ...notificationRoutes,
  ...wordsRoutes,
  ...apiKeyRoutes,
  ...savedViewRoutes,
})
