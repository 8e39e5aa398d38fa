import fc from 'fast-check'
import { expect, test } from 'vitest'
import { taxDifferences, taxMonthGap, type TaxMonth } from './tax-check.ts'
import { shippedTaxTemplates, taxCells, type TaxRow } from './tax-sheets.ts'

const columnsOf = (code: string) =>
  shippedTaxTemplates.find((one) => one.code === code)?.content.columns.map(({ title }) => title) ?? []

test('the forms of the client: 29, 28, 11 and 14 columns in their order', () => {
  expect(columnsOf('wages-29')).toHaveLength(29)
  expect(columnsOf('wages-29').slice(0, 12)).toEqual(
    '工号,*姓名,*证件类型,*证件号码,本期收入,本期免税收入,基本养老保险费,基本医疗保险费,失业保险费,住房公积金,累计子女教育,累计继续教育'.split(
      ',',
    ),
  )
  expect(columnsOf('wages-29').slice(-5)).toEqual(['其他', '准予扣除的捐赠额', '减免税额', '协定减免', '备注'])
  expect(columnsOf('wages-28')).toEqual(columnsOf('wages-29').filter((title) => title !== '协定减免'))
  expect([columnsOf('bonus-11').length, columnsOf('labour-14').length]).toEqual([11, 14])
})

test('texts stay texts, amounts have two decimals', () => {
  const row: TaxRow = {
    number: '007',
    name: '张伟',
    idKind: '居民身份证',
    idNumber: '31010119900307001X',
    item: '',
    note: '',
    income: 2_800_000,
  }
  const content = shippedTaxTemplates[0]?.content ?? { columns: [] }
  expect(taxCells(content, row).slice(0, 6)).toEqual([
    '007',
    '张伟',
    '居民身份证',
    '31010119900307001X',
    '28000.00',
    '0.00',
  ])
})

const fen = fc.integer({ min: 0, max: 10_000_000 })
test('sheet and slip agree for whatever a slip consists of; one fen too much is seen', () => {
  fc.assert(
    fc.property(
      fc.record({ income: fen, apart: fen, bonus: fen, severance: fen, insurance: fen, tax: fen, others: fen }),
      (part) => {
        const gross = part.income + part.apart + part.bonus + part.severance
        const deductions = part.insurance + part.tax + part.others
        const month: TaxMonth = {
          ...part,
          exempt: 0,
          gross,
          deductions,
          net: Math.max(0, gross - deductions),
          receivable: Math.max(0, deductions - gross),
        }
        expect(taxMonthGap(month)).toBe(0)
        expect(Math.abs(taxMonthGap({ ...month, net: month.net + 1 }))).toBe(1)
      },
    ),
  )
})

test('differences come in the order of the computation; what one side does not tell is not compared', () => {
  expect(
    taxDifferences(
      { income: 10, special: 5, taxable: 5, due: 3 },
      { income: 10, special: 4, taxable: 6, reduced: 1, due: 3 },
    ),
  ).toEqual([
    { step: 'special', ours: 5, theirs: 4 },
    { step: 'taxable', ours: 5, theirs: 6 },
  ])
  expect(taxDifferences({ due: 3 }, { due: 4 }, 1)).toEqual([])
})
