import { noCalendar, parameter, type Jurisdiction } from '../jurisdiction.ts'
import { fenText, type Fen } from '../money.ts'
import { cpf, cpfRules } from './cpf.ts'

export type SingaporePerson = { readonly bandMaxAge: number | null; readonly additional?: Fen }
export type SingaporeYear = {
  readonly version: 1
  readonly year: number
  readonly ordinarySubject: Fen
  readonly additionalSubject: Fen
}

/** Singapore: CPF; no tax is withheld. */
export const singapore: Jurisdiction<SingaporePerson, SingaporeYear> = {
  id: 'sg',
  currency: 'SGD',
  newYear: (year) => ({ version: 1, year, ordinarySubject: 0, additionalSubject: 0 }),
  statutory: ({ bandMaxAge, additional = 0 }, { gross }, before, paidOn) => {
    const ordinary = gross - additional
    const paid = cpf({ bandMaxAge, ordinary, additional, ordinaryBefore: before.ordinarySubject }, paidOn)
    const facts = {
      ordinary: fenText(paid.ordinarySubject),
      additional: fenText(paid.additionalSubject),
      total: fenText(paid.total),
    }
    const reason = { rule: 'sg.cpf', source: 'cpf.gov.sg 2026', facts }
    return {
      lines: [
        { code: 'cpf.employee', side: 'employee', fen: paid.employee, reason },
        { code: 'cpf.employer', side: 'employer', fen: paid.employer, reason },
      ],
      insurance: paid.employee,
      employerInsurance: paid.employer,
      tax: 0,
      yearToDate: {
        ...before,
        ordinarySubject: before.ordinarySubject + paid.ordinarySubject,
        additionalSubject: before.additionalSubject + paid.additionalSubject,
      },
    }
  },
  params: (_person, paidOn) => [parameter('cpf', 'sg', cpfRules, paidOn)],
  calendar: noCalendar,
  overtime: null,
  minimumWage: null,
  annualLeave: null,
  termination: null,
  rounding: 'yuan-half-up',
  filings: [
    { code: 'sg.cpf', rhythm: 'month', dueDay: 14, source: 'cpf.gov.sg' },
    { code: 'sg.ir8a', rhythm: 'year', dueDay: 1, dueMonth: 3, source: 'iras.gov.sg' },
  ],
  bankFormats: [],
}
