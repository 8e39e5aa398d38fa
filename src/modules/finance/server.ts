import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'
import { endRule, readAccounts, saveAccount, setCostKind, setRule, takeDefaultChart } from './service/accounts.ts'
import { checkBankFile } from './service/bank-check.ts'
import { downloadBankFile, importFailures, listBankFiles, listBankRows, makeBankFile } from './service/bank-files.ts'
import { listBankTemplates, saveBankTemplate } from './service/bank-templates.ts'
import {
  endCostCentre,
  endCostShare,
  listCostCentres,
  listCostShares,
  setCostCentre,
  setCostShare,
} from './service/cost-centres.ts'
import { budgetImporter } from './service/import-budget.ts'
import { readLabourCost } from './service/labour-cost.ts'
import { listLedgerLinks, saveLedgerLink } from './service/ledger-links.ts'
import { sendVoucher } from './service/send-voucher.ts'
import { exportLabourCost } from './service/labour-cost-file.ts'
import { downloadTaxSheet, importTaxResults, readTaxFiling } from './service/tax.ts'
import { listTaxTemplates, saveTaxTemplate } from './service/tax-templates.ts'
import { exportVouchers } from './service/voucher-files.ts'
import {
  listBookedRuns,
  listParts,
  listVouchers,
  makeVouchers,
  previewVouchers,
  readVoucher,
  reverseVoucher,
} from './service/vouchers.ts'

export const server = bindServer(manifest, {
  routes: {
    readAccounts,
    takeDefaultChart,
    saveAccount,
    setRule,
    setCostKind,
    endRule,
    listCostCentres,
    setCostCentre,
    endCostCentre,
    listCostShares,
    setCostShare,
    endCostShare,
    listBookedRuns,
    previewVouchers,
    makeVouchers,
    listVouchers,
    readVoucher,
    listParts,
    reverseVoucher,
    exportVouchers,
    listBankTemplates,
    saveBankTemplate,
    checkBankFile,
    makeBankFile,
    listBankFiles,
    listBankRows,
    downloadBankFile,
    importFailures,
    listTaxTemplates,
    saveTaxTemplate,
    readTaxFiling,
    downloadTaxSheet,
    importTaxResults,
    readLabourCost,
    exportLabourCost,
    listLedgerLinks,
    saveLedgerLink,
    sendVoucher,
  },
  imports: { budget: budgetImporter },
  jobs: {},
  listens: {},
})
