import { defineRoutes } from '#core/contract'
import { reviewRoutes } from './contract/reviews.ts'
import { roundRoutes } from './contract/rounds.ts'
import { schemeRoutes } from './contract/schemes.ts'

export * from './contract/reviews.ts'
export * from './contract/rounds.ts'
export * from './contract/schemes.ts'
export * from './contract/shapes.ts'

export const routes = defineRoutes({ ...schemeRoutes, ...roundRoutes, ...reviewRoutes })
