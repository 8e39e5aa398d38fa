import { defineRoutes } from '#core/contract'
import { definitionRoutes } from './contract/definitions.ts'
import { deskRoutes } from './contract/desk.ts'
import { gateRoutes } from './contract/gates.ts'
import { inboxRoutes } from './contract/inbox.ts'
import { requestRoutes } from './contract/requests.ts'
import { ruleRoutes } from './contract/rules.ts'

export * from './contract/definitions.ts'
export * from './contract/desk.ts'
export * from './contract/gates.ts'
export * from './contract/inbox.ts'
export * from './contract/requests.ts'
export * from './contract/rules.ts'
export * from './contract/shapes.ts'

export const routes = defineRoutes({
  ...definitionRoutes,
  ...requestRoutes,
  ...inboxRoutes,
  ...gateRoutes,
  ...deskRoutes,
  ...ruleRoutes,
})
