import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'

export const web = bindWeb(manifest, {
  screens: {
    vouchers: lazy(() => import('./vouchers/VouchersScreen.tsx')),
    voucher: lazy(() => import('./vouchers/VoucherScreen.tsx')),
    bankFiles: lazy(() => import('./bank/BankFilesScreen.tsx')),
    taxFiling: lazy(() => import('./tax/TaxFilingScreen.tsx')),
    labourCost: lazy(() => import('./cost/LabourCostScreen.tsx')),
    setUp: lazy(() => import('./setup/SetUpScreen.tsx')),
  },
})
