import { defineModule } from '#core/manifest'
import { routes } from './contract.ts'

export const manifest = defineModule({
  name: 'finance',
  requires: ['base', 'organisation', 'people', 'responsibilities', 'payroll'],
  tables: [
    'ledger_account',
    'account_rule',
    'cost_centre',
    'cost_share',
    'voucher',
    'voucher_line',
    'voucher_part',
    'ledger_link',
    'voucher_sending',
    'file_template',
    'bank_file',
    'bank_row',
    'tax_result',
    'labour_budget',
  ],
  permissions: ['finance.read', 'finance.set-up', 'finance.book', 'finance.export'],
  grants: {
    finance: {
      'finance.read': 'tenant',
      'finance.set-up': 'tenant',
      'finance.book': 'tenant',
      'finance.export': 'tenant',
    },
    auditor: { 'finance.read': 'tenant' },
  },
  routes,
  events: ['finance.vouchers-made'],
  listens: [],
  jobs: {},
  screens: {
    vouchers: {
      path: '/finance/vouchers',
      permission: 'finance.read',
      menu: { section: 'pay', order: 40, icon: 'book-open-check' },
      phone: true,
    },
    voucher: { path: '/finance/vouchers/$voucherId', permission: 'finance.read', phone: true },
    bankFiles: {
      path: '/finance/bank',
      permission: 'finance.read',
      menu: { section: 'pay', order: 42, icon: 'landmark' },
      phone: true,
    },
    taxFiling: {
      path: '/finance/tax',
      permission: 'finance.read',
      menu: { section: 'pay', order: 44, icon: 'file-spreadsheet' },
      phone: true,
    },
    labourCost: {
      path: '/finance/labour-cost',
      permission: 'finance.read',
      menu: { section: 'pay', order: 46, icon: 'chart-column' },
      phone: true,
    },
    setUp: {
      path: '/finance/set-up',
      permission: 'finance.read',
      menu: { section: 'pay', order: 70, icon: 'settings-2' },
      phone: true,
    },
  },
  imports: ['budget'],
  settings: {},
})
