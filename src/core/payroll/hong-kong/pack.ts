import type { Jurisdiction } from '../jurisdiction.ts'
import { fenText } from '../money.ts'
import { mpf } from './mpf.ts'

export type HongKongPerson = { readonly isInHoliday?: boolean }
export type HongKongYear = { readonly version: 1; readonly year: number }

/** Hong Kong: MPF; no tax is withheld. */
export const hongKong: Jurisdiction<HongKongPerson, HongKongYear> = {
  id: 'hk',
  currency: 'HKD',
  newYear: (year) => ({ version: 1, year }),
  statutory: ({ isInHoliday = false }, { gross }, before, paidOn) => {
    const { employee, employer } = mpf(gross, isInHoliday, paidOn)
    const facts = { income: fenText(gross), holiday: String(isInHoliday) }
    const reason = { rule: 'hk.mpf', source: 'mpfa.org.hk', facts }
    return {
      lines: [
        { code: 'mpf.employee', side: 'employee', fen: employee, reason },
        { code: 'mpf.employer', side: 'employer', fen: employer, reason },
      ],
      insurance: employee,
      employerInsurance: employer,
      tax: 0,
      yearToDate: before,
    }
  },
}
