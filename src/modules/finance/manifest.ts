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
  screens: {},
  imports: ['budget'],
  settings: {},
})
