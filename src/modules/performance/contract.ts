import { defineRoutes } from '#core/contract'

export const routes = defineRoutes({})
