import { accountRoutes } from './contract/accounts.ts'
import { bankRoutes } from './contract/bank.ts'
import { costCentreRoutes } from './contract/cost-centres.ts'
import { labourCostRoutes } from './contract/labour-cost.ts'
import { ledgerLinkRoutes } from './contract/ledger-link.ts'
import { taxRoutes } from './contract/tax.ts'
import { voucherRoutes } from './contract/vouchers.ts'

export * from './contract/accounts.ts'
export * from './contract/bank.ts'
export * from './contract/cost-centres.ts'
export * from './contract/labour-cost.ts'
export * from './contract/ledger-link.ts'
export * from './contract/shapes.ts'
export * from './contract/tax.ts'
export * from './contract/vouchers.ts'

export const routes = {
  ...accountRoutes,
  ...costCentreRoutes,
  ...voucherRoutes,
  ...bankRoutes,
  ...taxRoutes,
  ...labourCostRoutes,
  ...ledgerLinkRoutes,
}
