export { createTenant } from './service/create-tenant.ts'
