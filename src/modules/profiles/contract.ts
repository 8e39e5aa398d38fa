import { descriptionRoutes } from './contract/descriptions.ts'
import { profileRoutes } from './contract/profiles.ts'

export * from './contract/descriptions.ts'
export * from './contract/profiles.ts'
export * from './shapes.ts'

export const routes = { ...profileRoutes, ...descriptionRoutes }
