import { earningRoutes } from './contract/earnings.ts'
import { planRoutes } from './contract/plans.ts'
import { settlementRoutes } from './contract/settlements.ts'

export * from './contract/earnings.ts'
export * from './contract/plans.ts'
export * from './contract/settlements.ts'
export { Month, PayStep } from './contract/shapes.ts'

export const routes = { ...planRoutes, ...earningRoutes, ...settlementRoutes }
