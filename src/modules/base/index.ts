export { attachFiles } from './service/files.ts'
export { createTenant } from './service/create-tenant.ts'
export { inviteLogin, makeSetupLink } from './service/invite.ts'
export { tellAccounts, tellPeople } from './service/notifications.ts'
