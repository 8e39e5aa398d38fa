import { defineRoutes } from '#core/contract'
import { declarationRoutes } from './contract/declarations.ts'
import { groupRoutes } from './contract/groups.ts'
import { itemRoutes } from './contract/items.ts'
import { parameterRoutes } from './contract/parameters.ts'
import { certificateRoutes } from './contract/certificates.ts'
import { questionRoutes } from './contract/questions.ts'
import { arrearRoutes } from './contract/arrears.ts'
import { inputRoutes } from './contract/inputs.ts'
import { openingRoutes } from './contract/openings.ts'
import { runRoutes } from './contract/runs.ts'
import { slipRoutes } from './contract/slips.ts'
import { termRoutes } from './contract/terms.ts'
import { yearRoutes } from './contract/year.ts'

export * from './contract/certificates.ts'
export * from './contract/questions.ts'
export * from './contract/slips.ts'
export * from './contract/arrears.ts'
export * from './contract/inputs.ts'
export * from './contract/openings.ts'
export {
  inputSources,
  runKinds,
  type Finding,
  type PayRun,
  type RunLine,
  type RunSlip,
  type RunTotals,
  type SlipRow,
} from './contract/run-shapes.ts'
export * from './contract/declarations.ts'
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
  ...declarationRoutes,
  ...slipRoutes,
  ...certificateRoutes,
  ...runRoutes,
  ...inputRoutes,
  ...arrearRoutes,
  ...openingRoutes,
  ...yearRoutes,
  ...questionRoutes,
})
