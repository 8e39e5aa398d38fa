import type { Day } from '#core/calendar'
import { decimal } from '#core/formula'
import type {
  AmericanPerson,
  ChinesePerson,
  Fen,
  HongKongPerson,
  Scheme,
  SingaporePerson,
  Standing,
} from '#core/payroll'
import type { PersonMonth, Term } from './person-month.ts'

export const schemes = ['pension', 'medical', 'maternity', 'unemployment', 'injury', 'fund'] as const

export type Known = Pick<PersonMonth, 'hiredOn' | 'birthDay' | 'specialFen' | 'otherFen' | 'isFirstJob' | 'isOnce'>
export type Paid = {
  readonly term: Term
  readonly city: string
  readonly paidOn: Day
  /** Special and other deductions booked earlier in the tax year. */
  readonly booked: { readonly specialFen: Fen; readonly otherFen: Fen }
}

/**
 * A person as the Chinese rules see them. Bases are the declared ones, else the agreed wage (a new hire's is the first
 * full month's, china.md 2.2); who is paid one-off amounts contributes with the regular slip of the month alone.
 * What was declared and not yet booked in the year is booked now: late declarations are caught up.
 */
export function chinesePerson(known: Known, { term, city, paidOn, booked }: Paid): ChinesePerson {
  const { bases, rates, standing } = term
  const insurance = bases['insurance'] ?? bases['all'] ?? term.wageFen
  return {
    city,
    bases: { insurance, fund: bases['fund'] ?? bases['all'] ?? insurance },
    rates: Object.fromEntries(
      Object.entries(rates).map(([scheme, { employee, employer }]) => [
        scheme,
        { employee: decimal(employee), employer: decimal(employer) },
      ]),
    ),
    excepted: known.isOnce ? [...schemes] : (term.excepted as readonly Scheme[]),
    standing: standingOf(standing, known, paidOn),
    isNonResident: standing['isNonResident'] === true,
    special: Math.max(0, known.specialFen - booked.specialFen),
    mergesBonus: standing['mergesBonus'] === true,
    ...(typeof standing['localAverageYearFen'] === 'number'
      ? { localAverageYear: standing['localAverageYearFen'] }
      : {}),
    other: Math.max(0, known.otherFen - booked.otherFen),
    reduced: fenIn(standing, 'reducedFen'),
  }
}

/** The first month at this employer in the tax year: of the hire when it lies in the year, else January. */
function standingOf(standing: Term['standing'], { hiredOn, isFirstJob }: Known, paidOn: Day): Standing {
  const isNew = hiredOn !== null && hiredOn.slice(0, 4) === paidOn.slice(0, 4)
  return {
    hireMonth: isNew ? Number(hiredOn.slice(5, 7)) : 1,
    isFirstJob: isFirstJob || standing['isFirstJob'] === true,
    hasFull60000: standing['hasFull60000'] === true,
  }
}

export function singaporeanPerson({ birthDay }: Known, { paidOn }: Paid): SingaporePerson {
  return { bandMaxAge: bandOf(birthDay, paidOn) }
}

/** CPF bands change on the first of the month after the birthday; without a birth day the full rates hold. */
function bandOf(birthDay: Day | null, paidOn: Day): number | null {
  if (!birthDay) return 55
  const months =
    (Number(paidOn.slice(0, 4)) - Number(birthDay.slice(0, 4))) * 12 +
    Number(paidOn.slice(5, 7)) -
    Number(birthDay.slice(5, 7)) -
    1
  return [55, 60, 65, 70].find((age) => months < age * 12) ?? null
}

export function hongKongPerson({ hiredOn }: Known, { paidOn }: Paid): HongKongPerson {
  return { isInHoliday: hiredOn !== null && hiredOn.slice(0, 7) === paidOn.slice(0, 7) }
}

export function americanPerson(_known: Known, { term: { standing } }: Paid): AmericanPerson {
  const said = standing['filingStatus']
  const status = said === 'married-jointly' || said === 'head-of-household' ? said : 'single'
  return {
    periods: 12,
    status,
    credits: fenIn(standing, 'creditsFen'),
    otherIncome: fenIn(standing, 'otherIncomeFen'),
    extra: fenIn(standing, 'extraFen'),
  }
}

function fenIn(standing: Term['standing'], key: string): Fen {
  const value = standing[key]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0
}
