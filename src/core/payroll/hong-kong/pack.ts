import { noCalendar, parameter, type Jurisdiction } from '../jurisdiction.ts'
import { fenText } from '../money.ts'
import { mpf, mpfRules } from './mpf.ts'

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
  params: (_person, paidOn) => [parameter('mpf', 'hk', mpfRules, paidOn)],
  calendar: noCalendar,
  overtime: null,
  minimumWage: null,
  annualLeave: null,
  termination: null,
  rounding: 'fen-half-up',
  filings: [
    { code: 'hk.mpf', rhythm: 'month', dueDay: 10, source: 'mpfa.org.hk' },
    { code: 'hk.ir56b', rhythm: 'year', dueDay: 30, dueMonth: 4, source: 'ird.gov.hk' },
  ],
  bankFormats: [],
}
