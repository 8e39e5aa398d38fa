import { decimalText, fixedText } from '#core/formula'
import {
  bonusTax,
  labourTax,
  newYear,
  nonResidentTax,
  severanceTax,
  withhold,
  type Bracket,
  type Fen,
  type Standing,
} from '#core/payroll'
import { fenIn, given, money, rowsIn, type Area, type Inputs } from './case.ts'

/** Tables have held since 2019; a case names no year. */
const year = 2026
const paidOn = `${year}-06-30`

const cumulative: Area = (inputs) => {
  const rows = rowsIn(inputs, 'months')
  if (given(inputs, 'resident') === false) return nonResident(rows)
  const first = Math.min(...rows.map((row) => Number(given(row, 'month') ?? 1)))
  const standing: Standing = {
    hireMonth: Number(given(inputs, 'hire_month') ?? first),
    isFirstJob: given(inputs, 'first_job') === true,
    hasFull60000: given(inputs, 'full_60k') === true,
  }
  let before = newYear(year)
  const months = rows.map((row) => {
    const month = Number(given(row, 'month') ?? 1)
    const result = withhold(before, standing, `${year}-${String(month).padStart(2, '0')}-15`, {
      income: fenIn(row, 'income'),
      exempt: fenIn(row, 'exempt'),
      insurance: fenIn(row, 'si') + fenIn(row, 'hf'),
      special: fenIn(row, 'special'),
      other: fenIn(row, 'other'),
    })
    before = result.yearToDate
    return {
      month,
      ...rateOf(result.bracket),
      ...money({
        cumulative_basic_deduction: result.basicDeduction,
        cumulative_taxable: result.taxable,
        cumulative_tax: result.tax,
        balance_before_floor: result.balance,
        tax_withheld: result.withheld,
      }),
    }
  })
  return { months, ...money({ year_withheld: before.withheld }) }
}

function nonResident(rows: readonly Inputs[]): Inputs {
  let year_withheld: Fen = 0
  const months = rows.map((row) => {
    const { tax, taxable, bracket } = nonResidentTax(fenIn(row, 'income') - fenIn(row, 'exempt'), paidOn)
    year_withheld += tax
    const amounts = { cumulative_taxable: taxable, cumulative_tax: tax, balance_before_floor: tax, tax_withheld: tax }
    return { month: Number(given(row, 'month') ?? 1), ...rateOf(bracket), ...money(amounts) }
  })
  return { months, ...money({ year_withheld }) }
}

const bonus: Area = (inputs) => {
  const { bracket, tax, net } = bonusTax(fenIn(inputs, 'bonus'), paidOn)
  return { ...rateOf(bracket), ...money({ tax, net }) }
}

const labour: Area = (inputs) => {
  const { bracket, taxable, tax } = labourTax(fenIn(inputs, 'payment'), paidOn)
  return { ...rateOf(bracket), ...money({ income_amount: taxable, tax }) }
}

const severance: Area = (inputs) => {
  const { exempt, taxable, tax } = severanceTax(
    fenIn(inputs, 'amount'),
    fenIn(inputs, 'local_average_annual_wage'),
    paidOn,
  )
  return money({ exempt, taxable, tax })
}

export const chinaTax: Readonly<Record<string, Area>> = {
  'cn.iit.cumulative': cumulative,
  'cn.iit.bonus': bonus,
  'cn.iit.labour': labour,
  'cn.iit.severance': severance,
}

function rateOf({ rate, quick }: Bracket): Inputs {
  return { rate: fixedText(rate, 2), quick_deduction: decimalText(quick) }
}
