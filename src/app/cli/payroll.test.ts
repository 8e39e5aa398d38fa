import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const launcher = join(import.meta.dirname, '../../../bin/remit.mjs')
const directory = mkdtempSync(join(tmpdir(), 'remit-payroll-'))
afterAll(() => rmSync(directory, { recursive: true }))

type Answer = Record<string, unknown> & { lines?: unknown; yearToDate?: Record<string, string> }

function calc(file: unknown, args: string[] = [], language = 'en') {
  writeFileSync(join(directory, 'people.json'), typeof file === 'string' ? file : JSON.stringify(file))
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [launcher, 'payroll', 'calc', 'people.json', ...args],
    {
      encoding: 'utf8',
      cwd: directory,
      env: { PATH: process.env['PATH'], LANG: language },
    },
  )
  return {
    answers: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Answer),
    stderr,
    status,
  }
}

const items = [
  { code: '工资', kind: 'earning', formula: '月薪' },
  { code: '加班费', kind: 'earning', formula: 'ROUND(月薪 / 21.75 / 8 * 150% * 加班小时, 2)' },
]
const zhang = {
  number: 'E1',
  name: '张三',
  city: '上海',
  insuranceBase: 28000,
  fundBase: '28000',
  hireMonth: 7,
  special: '3500',
  inputs: { 月薪: '28000', 加班小时: 0 },
}
const file = { paidOn: '2026-07-31', items, people: [zhang] }

describe('remit payroll calc', () => {
  test('a slip, and the next month from its year to date', () => {
    let yearToDate: Record<string, string> | undefined
    const nets = ['2026-07-31', '2026-08-31', '2026-09-30'].map((paidOn) => {
      const { answers, status } = calc({
        ...file,
        paidOn,
        people: [{ ...zhang, ...(yearToDate ? { yearToDate } : {}) }],
      })
      yearToDate = answers[0]?.yearToDate
      return [status, answers[0]?.['net']]
    })
    expect(nets).toEqual([
      [0, '22662.00'],
      [0, '22662.00'],
      [0, '22116.00'],
    ])
  })
  test('bad rows get a sentence and the others their slips', () => {
    const people = [
      { ...zhang, city: '深圳' },
      { name: '无号' },
      { ...zhang, inputs: { 月薪: '28000' } },
      { ...zhang, insuranceBase: '1.005' },
      { ...zhang, inputs: { 月薪: '很多', 加班小时: 1 } },
      { ...zhang, yearToDate: { year: 2025 } },
      zhang,
    ]
    const { answers, stderr, status } = calc({ ...file, people })
    expect(answers.map((one) => one['error'] ?? one['net'])).toEqual([
      'There is no data on social insurance and housing fund for 深圳 on 2026-07-31.',
      'number: Invalid input: expected string, received undefined',
      'Pay item “加班费” can’t be computed: No value was given for “加班小时”.',
      '“insuranceBase” is not an amount with at most two decimals: 1.005.',
      '“月薪” is of another kind here than for the people before.',
      'The year to date is of 2025; this payment belongs to 2026.',
      '22662.00',
    ])
    expect([stderr, status]).toEqual(['1 slips, 6 errors\n', 1])
  })
  test('data of a city can come with the file', () => {
    const rule = { from: '2026-07-01', until: '2027-07-01', source: '深圳 2026', floor: '4492', cap: '27501' }
    const pension = [{ ...rule, employee: '0.08', employer: '0.16', rounding: 'jiao-up' }]
    const people = [{ ...zhang, city: '深圳', insuranceBase: '5000.05' }]
    const [slip] = calc({ ...file, cities: { 深圳: { pension } }, people }).answers
    expect(slip?.lines).toMatchObject({ 'pension.employee': '400.10', 'pension.employer': '800.10' })
  })
  test('--explain gives each line its reason', () => {
    const [slip] = calc(file, ['--explain']).answers
    const lines = slip?.lines as { code: string; amount: string; rule: string; facts: Record<string, string> }[]
    expect(lines.find((line) => line.code === 'tax')).toMatchObject({
      amount: '438.00',
      rule: 'cn.iit.cumulative',
      facts: { taxable: '14600.00', rate: '0.03', basicDeduction: '5000.00', withheldBefore: '0.00' },
    })
  })
  test('a bonus apart is explained on a line of its own', () => {
    const bonus = { code: '年终奖', kind: 'earning', formula: '奖金', taxedAs: 'bonus' }
    const people = [{ ...zhang, inputs: { ...zhang.inputs, 奖金: '144001' } }]
    const [slip] = calc({ ...file, items: [...items, bonus], people }, ['--explain']).answers
    const lines = slip?.lines as { code: string; amount: string; facts: Record<string, string> }[]
    // 144,001 ÷ 12 is just above 12,000: 20 % − 1,410; the wage's tax is what it is without the bonus
    expect(lines.find((line) => line.code === 'tax.bonus')).toMatchObject({
      amount: '27390.20',
      facts: { bonus: '144001.00', rate: '0.2', quick: '1410' },
    })
    expect(lines.find((line) => line.code === 'tax')?.amount).toBe('438.00')
    expect(slip).toMatchObject({ gross: '172001.00', net: '139272.80' })
  })
  test('a broken item stops everything, in the reader’s language', () => {
    const { answers, stderr, status } = calc({ ...file, items: [{ ...items[0], formula: '月新' }] }, [], 'zh_CN.UTF-8')
    expect([answers, stderr, status]).toEqual([[], '薪资项“工资”：没有名为“月新”的数据。是否想写：月薪？\n', 1])
  })
  test.each([
    ['{', 'not JSON'],
    [{ ...file, paidOn: '2026-02-30' }, 'paidOn'],
    [{ ...file, more: 1 }, 'more'],
  ])('%j is refused', (bad, word) => {
    const { answers, stderr, status } = calc(bad)
    expect([answers, status]).toEqual([[], 1])
    expect(stderr).toContain(word)
  })
})
