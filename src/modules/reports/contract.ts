import { dashboardRoutes } from './contract/dashboards.ts'
import { fulfilmentRoutes } from './contract/fulfilment.ts'
import { scheduleRoutes } from './contract/schedules.ts'
import { seeingRoutes } from './contract/seeing.ts'

export * from './contract/dashboards.ts'
export * from './contract/fulfilment.ts'
export * from './contract/schedules.ts'
export * from './contract/seeing.ts'
export * from './contract/shapes.ts'

export const routes = { ...fulfilmentRoutes, ...seeingRoutes, ...dashboardRoutes, ...scheduleRoutes }
