import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { SlipSums } from './slips.ts'

export const yearRoutes = defineRoutes({
  /** What I was paid in a tax year, by the month of payment. */
  readOwnYear: {
    method: 'GET',
    path: '/my-payslips/years/:year',
    permission: 'payroll.read-own',
    confirms: true,
    input: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    output: z.object({
      year: z.int(),
      /** Years with payslips, the newest first. */
      years: z.array(z.int()),
      months: z.array(
        z.object({ month: z.string(), slips: z.array(z.object({ id: z.uuid(), period: z.string() })), sums: SlipSums }),
      ),
      total: SlipSums,
    }),
  },
})
