import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPayees, isLuhn } from './bank-checks.ts'
import { bankCells, bankText, shippedBankTemplates, type BankPayment, type BankTemplate } from './bank-template.ts'
import { matchReturned } from './failure-list.ts'

const payment = (parts: Partial<BankPayment> = {}): BankPayment => ({
  personNumber: 'E1',
  name: '张伟',
  number: '6222020200112230',
  bank: '招商银行',
  branch: '上海分行',
  mobile: '13800138000',
  fen: 2_266_200,
  ...parts,
})
const template = (code: string, parts: Partial<BankTemplate> = {}): BankTemplate => ({
  ...(shippedBankTemplates.find((one) => one.code === code)?.content as BankTemplate),
  ...parts,
})

test('招商银行: account as text, two decimals, no thousands separator', () => {
  expect(bankCells(template('cmb'), [payment()])).toEqual([['6222020200112230', '张伟', '22662.00', '上海分行', '']])
})

test('工商银行: twelve columns, CRLF; commas in names cannot shift a column', () => {
  const lines = bankText(template('icbc'), [payment({ branch: '上海,分行', name: '=cmd|x' })]).split('\r\n')
  expect(lines[0]?.split(',')).toHaveLength(12)
  expect(lines[1]).toBe(",,,上海，分行,,,6222020200112230,'=cmd|x,22662.00,工资,,13800138000")
  expect(lines[2]).toBe('')
})

test('separator, mark of the account, fen and totals are data', () => {
  const text = bankText(
    template('icbc', {
      separator: '|',
      hasHeader: false,
      amount: 'fen',
      accountMark: 'tab',
      totals: 'first',
      columns: [
        { title: '1', field: 'line' },
        { title: '2', field: 'number' },
        { title: '3', field: 'amount' },
      ],
    }),
    [payment(), payment({ fen: 1 })],
  )
  expect(text).toBe('2|2266201\r\n1|6222020200112230\t|2266200\r\n2|6222020200112230\t|1\r\n')
})

test('rows add up to the total and have a cell for each column, whatever is in the names', () => {
  const text = fc.string({ maxLength: 20 })
  const any = fc.record({ name: text, branch: text, fen: fc.integer({ min: 1, max: 1e10 }) })
  fc.assert(
    fc.property(
      fc.array(any, { minLength: 1, maxLength: 30 }),
      fc.constantFrom(',', ';', '|', '\t'),
      (many, separator) => {
        const made = template('icbc', { separator: separator as ',', hasHeader: false })
        const lines = bankText(made, many.map(payment)).split('\r\n').slice(0, -1)
        expect(lines).toHaveLength(many.length)
        const rows = lines.map((line) => line.split(separator))
        expect(new Set(rows.map((row) => row.length))).toEqual(new Set([12]))
        const sum = rows.reduce((total, row) => total + BigInt((row[8] ?? '').replace('.', '')), 0n)
        expect(sum).toBe(many.reduce((total, { fen }) => total + BigInt(fen), 0n))
      },
    ),
  )
})

test('check digits: one wrong digit is found', () => {
  expect(['6222020200112230', '4539578763621486'].map(isLuhn)).toEqual([isLuhn('6222020200112230'), true])
  fc.assert(
    fc.property(fc.stringMatching(/^\d{15}$/), fc.nat(14), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
      const valid = [...'0123456789'].map((digit) => body + digit).filter(isLuhn)
      expect(valid).toHaveLength(1)
      const [number = ''] = valid
      const other = String((Number(number[at]) + by) % 10)
      expect(isLuhn(number.slice(0, at) + other + number.slice(at + 1))).toBe(false)
    }),
  )
})

test('accounts of people: missing, short, of another name, twice', () => {
  const account = (number: string, holder: string) => ({ number, holder, bank: '', branch: '' })
  const found = checkPayees([
    { personId: 'none', name: 'a', account: null },
    { personId: 'short', name: 'a', account: account('1234', 'a') },
    { personId: 'letters', name: 'a', account: account('12345678x', 'a') },
    { personId: 'other', name: '张伟', account: account('4539578763621486', '张玮') },
    { personId: 'luhn', name: 'b', account: account('4539578763621487', 'b') },
    { personId: 'fine', name: '买买提·艾力', account: account('621 483 000', '买买提.艾力') },
    { personId: 'one', name: 'c', account: account('11112222', 'c') },
    { personId: 'two', name: 'd', account: account('1111 2222', 'd') },
  ])
  expect(Object.fromEntries(found)).toEqual({
    none: ['no-account'],
    short: ['bad-number'],
    letters: ['bad-number'],
    other: ['other-name'],
    luhn: ['luhn'],
    one: ['same-account'],
    two: ['same-account'],
  })
})

test('the bank’s list: by account, by mask and name; what was paid is no failure, strangers are told', () => {
  const sent = [
    { line: 1, number: '6222020200112230', name: '张伟' },
    { line: 2, number: '6222020200119999', name: '李敏' },
  ]
  const row = (line: number, number: string, name: string, state: string, reason = '') => ({
    line,
    number,
    name,
    state,
    reason,
  })
  expect(
    matchReturned(
      [
        row(2, '6222 0202 0011 2230', '', '失败', '账号不存在'),
        row(3, '6222****9999', '李敏', '', '户名不符'),
        row(4, '6222020200119999', '李敏', '交易成功'),
        row(5, '9999', '王五', '处理不成功'),
      ],
      sent,
    ),
  ).toEqual({
    failed: [
      { line: 1, reason: '账号不存在' },
      { line: 2, reason: '户名不符' },
    ],
    unknown: [{ line: 5, name: '王五' }],
    paid: 1,
  })
})
