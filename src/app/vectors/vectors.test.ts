import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Case, Inputs } from './case.ts'
import { differencesOf } from './run-cases.ts'

const root = join(import.meta.dirname, '../../..')
const examples = join(root, '../shared/data/payroll/examples.json')

function check(area: string, inputs: Inputs, expected: Inputs): string[] {
  return differencesOf({ name: area, area, inputs, expected })
}

/** The same amounts for every month from the first on. */
function months(first: number, last: number, amounts: Inputs): Inputs[] {
  return Array.from({ length: last - first + 1 }, (_, at) => ({ month: first + at, ...amounts }))
}

function withheld(rows: readonly Inputs[], taxes: readonly string[], more: Inputs = {}): string[] {
  const expected = taxes.map((tax_withheld) => ({ tax_withheld }))
  return check('cn.iit.cumulative', { months: rows, ...more }, { months: expected })
}

describe('Chinese tax, worked by hand', () => {
  const crossing = [...Array.from({ length: 10 }, () => '105'), '280', '350']
  test.each([
    ['10,000, Jan–Mar', months(1, 3, { income: '10000', si: '1500', special: '1000' }), ['75', '75', '75'], {}],
    [
      '30,000: 555, 625, 1,850',
      months(1, 3, { income: '30000', si: '4500', special: '2000' }),
      ['555', '625', '1850'],
      {},
    ],
    ['crosses 36,000 in November', months(1, 12, { income: '10000', si: '1500' }), crossing, {}],
    [
      'hired in July',
      months(7, 12, { income: '25000', si: '2500', hf: '1750', special: '2000' }),
      ['412.50', '412.50', '780', '1375', '1375', '1375'],
      { hire_month: 7 },
    ],
    [
      'first job, hired in July',
      months(7, 12, { income: '15000', si: '1575', hf: '1050' }),
      ['0', '0', '0', '0', '206.25', '221.25'],
      { hire_month: 7, first_job: true },
    ],
    [
      '60,000 from January',
      months(1, 12, { income: '8000', si: '1240' }),
      [...Array.from({ length: 8 }, () => '0'), '25.20', '202.80', '202.80', '202.80'],
      { full_60k: true },
    ],
    [
      'negative months are not refunded',
      [50000, 3000, 3000, 20000, 20000].map((income, at) => ({ month: at + 1, income, si: '2000' })),
      ['1780', '0', '0', '500', '1300'],
      {},
    ],
    [
      'a late declaration',
      Array.from({ length: 8 }, (_, at) => ({
        month: at + 1,
        income: '22000',
        si: '3850',
        special: at === 5 ? '18000' : at > 5 ? '3000' : '0',
      })),
      ['394.50', '394.50', '636', '1315', '1315', '0', '530', '1015'],
      {},
    ],
    [
      'two payments in March',
      [...months(1, 3, { income: '18000', si: '3150', special: '1000' }), { month: 3, income: '30000' }],
      ['265.50', '265.50', '265.50', '2338.50'],
      {},
    ],
    [
      'an unpaid month',
      [15000, 15000, 15000, 0, 15000, 15000].map((income, at) => ({
        month: at + 1,
        income,
        si: '2625',
        special: '1500',
      })),
      ['176.25', '176.25', '176.25', '0', '0', '78.75'],
      {},
    ],
    [
      'arrears are taxed when paid',
      [10000, 10000, 10000, 16000, 12000].map((income, at) => ({ month: at + 1, income, si: '1750' })),
      ['97.50', '97.50', '97.50', '277.50', '157.50'],
      {},
    ],
    ['half-up', [{ month: 1, income: '6501.50' }], ['45.05'], {}],
    ['all brackets', months(1, 12, { income: '100000', si: '5611' }), ['6418.90'], {}],
  ])('%s', (_name, rows, taxes, more) => {
    expect(withheld(rows, taxes, more)).toEqual([])
  })
  test('the year of all brackets', () => {
    const rows = months(1, 12, { income: '100000', si: '5611' })
    expect(check('cn.iit.cumulative', { months: rows }, { year_withheld: '300780.60' })).toEqual([])
  })
  test.each([
    ['36000', '1080'],
    ['144000', '11880'],
    ['300000', '43080'],
    ['420000', '73080'],
    ['660000', '145080'],
    ['960000', '250080'],
  ])('the seam at %s gives %s', (taxable, tax) => {
    const income = String(Number(taxable) + 5000)
    expect(withheld([{ month: 1, income }], [tax])).toEqual([])
  })
  test.each([
    ['36000', '1080'],
    ['36001', '3390.10'],
    ['144000', '14190'],
    ['144001', '27390.20'],
    ['300000', '58590'],
    ['300001', '72340.25'],
    ['960001', '416840.45'],
  ])('bonus %s: %s', (bonus, tax) => {
    expect(check('cn.iit.bonus', { bonus }, { tax })).toEqual([])
  })
  test.each([
    ['4000', '640'],
    ['25000', '4000'],
    ['62500', '13000'],
    ['100000', '25000'],
  ])('labour %s: %s', (payment, tax) => {
    expect(check('cn.iit.labour', { payment }, { tax })).toEqual([])
  })
  test('severance of 600,000 in Shanghai', () => {
    const inputs = { amount: '600000', local_average_annual_wage: '150924' }
    expect(check('cn.iit.severance', inputs, { taxable: '147228', tax: '12525.60' })).toEqual([])
  })
})

describe('other worked cases', () => {
  test.each<[string, string, Inputs, Inputs]>([
    [
      'part month, four ways',
      'cn.proration',
      { wage: '21750', employed_from: '2026-02-09', employed_to: '2026-02-28' },
      { forward_21_75: '15000', reverse_21_75: '16750', by_month_paid_days: '16312.50', by_calendar_days: '15535.71' },
    ],
    [
      'forward never exceeds the wage',
      'cn.proration',
      { wage: '10000', employed_from: '2026-07-02', employed_to: '2026-07-31' },
      { forward_21_75: '10000' },
    ],
    [
      'reverse pays two days of February',
      'cn.proration',
      { wage: '10000', employed_from: '2026-02-27', employed_to: '2026-02-28' },
      { paid_days_employed: 2, reverse_21_75: '1724.14' },
    ],
    [
      '3 years',
      'cn.severance',
      {
        start: '2023-03-01',
        last_day: '2026-02-28',
        avg_12_months: '18000',
        local_avg_month: '12577',
        minimum_wage: '2740',
      },
      { n_months: '3', N: '54000' },
    ],
    [
      '3 years less a day of half',
      'cn.severance',
      {
        start: '2023-03-01',
        last_day: '2026-08-30',
        avg_12_months: '18000',
        local_avg_month: '12577',
        minimum_wage: '2740',
      },
      { n_months: '3.5', N: '63000' },
    ],
    [
      '3 years and a half',
      'cn.severance',
      {
        start: '2023-03-01',
        last_day: '2026-08-31',
        avg_12_months: '18000',
        local_avg_month: '12577',
        minimum_wage: '2740',
      },
      { n_months: '4', N: '72000', two_N: '144000' },
    ],
    [
      'three local averages for twelve years',
      'cn.severance',
      {
        start: '2008-01-01',
        last_day: '2025-12-31',
        avg_12_months: '60000',
        local_avg_month: '12577',
        minimum_wage: '2740',
      },
      { n_months: '12', base: '37731', N: '452772', capped_3x: true },
    ],
    ['man born in March 1967', 'cn.retirement', { category: 'male60', birth_month: '1967-03' }, { retires: '2027-10' }],
    [
      'a statutory day on a Sunday',
      'cn.calendar.day',
      { date: '2026-04-05' },
      { type: 'statutory', overtime_rate: '3' },
    ],
    [
      '7,384 × 8 %',
      'cn.si.rounding',
      { base: '7384', rate: '0.08' },
      { exact: '590.72', jiao_half_up: '590.7', fen_then_jiao_up: '590.8', yuan_half_up: '591' },
    ],
    [
      'CPF 30 y 5,000',
      'sg.cpf',
      { age_band_max: '55', ow: '5000' },
      { total: '1850', employee: '1000', employer: '850' },
    ],
    [
      'CPF above the cap',
      'sg.cpf',
      { age_band_max: '55', ow: '9000' },
      { total: '2960', employee: '1600', employer: '1360' },
    ],
    ['CPF cents', 'sg.cpf', { age_band_max: '55', ow: '3333.33' }, { total: '1233', employee: '666', employer: '567' }],
    ['CPF 57 y', 'sg.cpf', { age_band_max: '60', ow: '6001.50' }, { total: '2041', employee: '1080', employer: '961' }],
    ['CPF 600', 'sg.cpf', { age_band_max: '55', ow: '600' }, { total: '162', employee: '60', employer: '102' }],
    ['CPF 450', 'sg.cpf', { age_band_max: '55', ow: '450' }, { total: '77', employee: '0', employer: '77' }],
    [
      'CPF bonus in December',
      'sg.cpf',
      { age_band_max: '55', ow: '8000', aw: '20000', ow_ytd_subject: '88000' },
      { aw_subject: '6000', total: '5180', employee: '2800', employer: '2380' },
    ],
    ['MPF just under', 'hk.mpf', { relevant_income: '7099.99' }, { employer: '355', employee: '0' }],
    ['MPF from 7,100', 'hk.mpf', { relevant_income: '7100' }, { employer: '355', employee: '355' }],
    ['MPF half-up', 'hk.mpf', { relevant_income: '18888.88' }, { employer: '944.44' }],
    ['MPF holiday', 'hk.mpf', { relevant_income: '18000', employee_holiday: true }, { employer: '900', employee: '0' }],
    [
      'US single biweekly',
      'us.federal',
      { wages: '2000', periods: 26, status: 'single' },
      { federal_income_tax: '156.15', ss_employee: '124', medicare_employee: '29' },
    ],
    [
      'US married with credits',
      'us.federal',
      { wages: '5000', periods: 24, status: 'mfj', credits: '4400' },
      { federal_income_tax: '235' },
    ],
    [
      'US at the social cap',
      'us.federal',
      { wages: '15000', periods: 12, status: 'single', ytd_wages: '180000' },
      { federal_income_tax: '2661.17', ss_employee: '279' },
    ],
    [
      'US below the allowance',
      'us.federal',
      { wages: '250', periods: 52, status: 'single' },
      { federal_income_tax: '0' },
    ],
    [
      'US everything',
      'us.federal',
      { wages: '25000', periods: 12, status: 'mfj', extra: '100', other: '6000', ytd_wages: '190000' },
      { federal_income_tax: '4342.33', medicare_employee: '497.50', medicare_employer: '362.50' },
    ],
    ['FLSA 45 h', 'us.flsa', { hours: '45', rate: '20' }, { week_total: '950' }],
    [
      'FLSA with bonus',
      'us.flsa',
      { hours: '45', rate: '20', bonus_nd: '50' },
      { regular_rate: '21.1111', week_total: '1002.78' },
    ],
    ['FLSA salary', 'us.flsa', { hours: '48', salary: '800' }, { week_total: '1040' }],
    ['FLSA fluctuating', 'us.flsa', { hours: '50', salary: '800', fluctuating: true }, { week_total: '880' }],
    ['FLSA quarters', 'us.flsa', { hours: '52.25', rate: '17.37', bonus_nd: '33.33' }, { week_total: '1051.21' }],
  ])('%s', (_name, area, inputs, expected) => {
    expect(check(area, inputs, expected)).toEqual([])
  })
  test('a year without calendar and an unknown area are told', () => {
    expect(check('cn.calendar.day', { date: '2027-10-01' }, { type: 'statutory' })).toEqual([
      'The calendar has no year 2027.',
    ])
    expect(check('cn.nothing', {}, {})).toEqual(['no such area: cn.nothing'])
  })
})

describe('the command', () => {
  const command = (file: string) =>
    spawnSync(process.execPath, [join(root, 'bin/remit.mjs'), 'run', 'src/app/vectors.ts', file], { encoding: 'utf8' })
  test.runIf(existsSync(examples))('all examples', () => {
    const { cases } = JSON.parse(readFileSync(examples, 'utf8')) as { cases: Case[] }
    expect(cases.flatMap((one) => differencesOf(one).map((difference) => `${one.name}: ${difference}`))).toEqual([])
    expect(command(examples).stdout).toMatch(new RegExp(`${cases.length} passed, 0 failed\n$`))
  })
  test('names what differs and fails', () => {
    const directory = mkdtempSync(join(tmpdir(), 'remit-vectors-'))
    const file = join(directory, 'cases.json')
    const one = { name: 'wrong', area: 'hk.mpf', inputs: { relevant_income: '8000' }, expected: { employee: '400.01' } }
    writeFileSync(file, JSON.stringify({ cases: [one, { ...one, expected: { employee: '400.0' } }] }))
    const { stdout, status } = command(file)
    rmSync(directory, { recursive: true })
    expect([stdout, status]).toEqual([
      '✗ wrong (hk.mpf)\n    employee: expected "400.01", got "400.00"\n1 passed, 1 failed\n',
      1,
    ])
  })
})
