import { closingRoutes } from './contract/closing.ts'
import { factRoutes } from './contract/facts.ts'
import { figureRoutes } from './contract/figures.ts'
import { kindRoutes } from './contract/kinds.ts'
import { whyRoutes } from './contract/why.ts'

export * from './contract/closing.ts'
export * from './contract/facts.ts'
export * from './contract/figures.ts'
export * from './contract/kinds.ts'
export * from './contract/shapes.ts'
export * from './contract/why.ts'

export const routes = { ...factRoutes, ...kindRoutes, ...figureRoutes, ...closingRoutes, ...whyRoutes }
