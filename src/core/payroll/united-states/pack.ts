import { noCalendar, parameter, type Jurisdiction } from '../jurisdiction.ts'
import { fenText, type Fen } from '../money.ts'
import { federal, federalRules, type FederalInput } from './federal.ts'

import { overtimeLines } from './overtime.ts'

export type AmericanPerson = Omit<FederalInput, 'wages' | 'yearToDateWages'>
export type AmericanYear = { readonly version: 1; readonly year: number; readonly wages: Fen }

/** United States, federal: income tax, social security and Medicare. States are not covered. */
export const unitedStates: Jurisdiction<AmericanPerson, AmericanYear> = {
  id: 'us',
  currency: 'USD',
  newYear: (year) => ({ version: 1, year, wages: 0 }),
  statutory: (person, { taxable }, before, paidOn) => {
    const paid = federal({ ...person, wages: taxable, yearToDateWages: before.wages }, paidOn)
    const facts = {
      wages: fenText(taxable),
      before: fenText(before.wages),
      adjustedAnnual: fenText(paid.adjustedAnnual),
    }
    const reason = { rule: 'us.federal', source: 'IRS Pub. 15-T 2026', facts }
    const line = (code: string, side: 'employee' | 'employer', fen: Fen) => ({ code, side, fen, reason })
    return {
      lines: [
        line('social.employee', 'employee', paid.social),
        line('medicare.employee', 'employee', paid.medicareEmployee),
        line('social.employer', 'employer', paid.social),
        line('medicare.employer', 'employer', paid.medicareEmployer),
        line('tax', 'employee', paid.incomeTax),
      ],
      insurance: paid.social + paid.medicareEmployee,
      employerInsurance: paid.social + paid.medicareEmployer,
      tax: paid.incomeTax,
      yearToDate: { ...before, wages: before.wages + taxable },
    }
  },
  params: (_person, paidOn) => [parameter('federal', 'us', federalRules, paidOn)],
  calendar: noCalendar,
  overtime: overtimeLines,
  minimumWage: null,
  annualLeave: null,
  termination: null,
  rounding: 'fen-half-up',
  filings: [
    { code: 'us.941', rhythm: 'quarter', dueDay: 31, source: 'IRS Form 941' },
    { code: 'us.w-2', rhythm: 'year', dueDay: 31, dueMonth: 1, source: 'IRS Form W-2' },
  ],
  bankFormats: [],
}
