import { defineRoutes } from '#core/contract'
import { groupRoutes } from './contract/groups.ts'
import { itemRoutes } from './contract/items.ts'
import { parameterRoutes } from './contract/parameters.ts'
import { questionRoutes } from './contract/questions.ts'
import { slipRoutes } from './contract/slips.ts'
import { termRoutes } from './contract/terms.ts'
import { yearRoutes } from './contract/year.ts'

export * from './contract/questions.ts'
export * from './contract/slips.ts'
export * from './contract/groups.ts'
export * from './contract/items.ts'
export * from './contract/parameters.ts'
export * from './contract/shapes.ts'
export * from './contract/terms.ts'

export const routes = defineRoutes({
  ...groupRoutes,
  ...itemRoutes,
  ...parameterRoutes,
  ...termRoutes,
  ...slipRoutes,
  ...yearRoutes,
  ...questionRoutes,
})
