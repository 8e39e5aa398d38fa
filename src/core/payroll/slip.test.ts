import { describe, expect, test } from 'vitest'
import { decimal } from '../formula/index.ts'
import {
  arrears,
  blindZones,
  bonusChoice,
  china,
  cliffOf,
  contributionsOf,
  earlyRetirementTax,
  equityTax,
  fenText,
  hongKong,
  isPayFault,
  maternityAllowance,
  minimumWageGap,
  newYear,
  paySentence,
  planOf,
  readFen,
  settlement,
  singapore,
  slipOf,
  unitedStates,
  untakenLeave,
  type PayItem,
} from './index.ts'

const day = '2026-07-31'
const inputs = [{ name: 'base', aliases: ['月薪'], type: 'number' }] as const
const person = {
  city: '上海',
  bases: { insurance: 2_800_000, fund: 2_800_000 },
  standing: { hireMonth: 7 },
  special: 350_000,
}

function slip(items: readonly PayItem[], base = '28000') {
  return slipOf(planOf(items, inputs), china, person, new Map([['base', decimal(base)]]), newYear(2026), day)
}

function sentenceFrom(act: () => unknown): string {
  try {
    act()
    return 'no problem'
  } catch (thrown) {
    return isPayFault(thrown) ? paySentence(thrown.payProblem, 'en') : String(thrown)
  }
}

describe('slips', () => {
  const wage: PayItem = { code: '工资', kind: 'earning', formula: '月薪' }
  test('28,000 in Shanghai: three months, each cent', () => {
    let before = newYear(2026)
    const nets = ['2026-07-31', '2026-08-31', '2026-09-30'].map((paidOn) => {
      const one = slipOf(planOf([wage], inputs), china, person, new Map([['base', decimal('28000')]]), before, paidOn)
      before = one.yearToDate
      return fenText(one.net)
    })
    expect(nets).toEqual(['22662.00', '22662.00', '22116.00'])
  })
  test('items in any order, forward references, and what comes after tax', () => {
    const items: PayItem[] = [
      { code: '税负', kind: 'information', formula: '个税 / 应发' },
      { code: '工会费', kind: 'deduction', formula: '(基数) * 0.5%', rounding: 'yuan-up' },
      { code: '基数', kind: 'information', formula: '工资 + 1' },
      wage,
    ]
    for (const order of [items, items.toReversed()]) {
      const one = slip(order)
      expect(one.lines.find((line) => line.code === '工会费')?.fen).toBe(14_100)
      expect(one.lines.find((line) => line.code === '税负')?.reason.facts).toMatchObject({
        tax: '438',
        gross: '28000',
        unrounded: '0.01564285714285714286',
      })
      expect(one.net).toBe(2_266_200 - 14_100)
    }
  })
  test('lines add up to the net, and untaxed earnings are not taxed', () => {
    const one = slip([wage, { code: '独生子女费', kind: 'earning', formula: '5', isTaxable: false }])
    const sum = one.lines.reduce(
      (all, { side, fen }) => all + (side === 'earning' ? fen : side === 'employee' ? -fen : 0),
      0,
    )
    expect([sum, one.yearToDate.income]).toEqual([one.net, 2_800_000])
  })
  test('a month without pay leaves a receivable', () => {
    const one = slip([wage], '0')
    expect([one.net, one.receivable]).toEqual([0, 490_000])
  })
  test.each<[string, PayItem[], string]>([
    [
      'a cycle is named',
      [
        { ...wage, formula: 'b + 1' },
        { code: 'b', kind: 'earning', formula: '工资' },
      ],
      'Pay item “工资”: The formulas need each other in a circle: 工资 → b → 工资.',
    ],
    ['a misspelt name', [{ ...wage, formula: '月新' }], 'Pay item “工资”: There is no “月新” here. Did you mean 月薪?'],
    [
      'an earning that needs its tax',
      [wage, { code: 'x', kind: 'earning', formula: '个税' }],
      'Pay item “x” is earned before tax but needs tax, which comes after.',
    ],
    [
      'through another item',
      [wage, { code: 'y', kind: 'earning', formula: 'z' }, { code: 'z', kind: 'information', formula: '个税' }],
      'Pay item “y” is earned before tax but needs tax, which comes after.',
    ],
    ['a text as pay', [{ ...wage, formula: '"a"' }], 'Pay item “工资”: This is a text; expected was a number.'],
    [
      'a division by zero',
      [{ ...wage, formula: '1 / (月薪 - 28000)' }],
      'Pay item “工资” can’t be computed: Division by zero.',
    ],
  ])('%s', (_name, items, sentence) => {
    const compute = () =>
      slipOf(planOf(items, inputs, 'en'), china, person, new Map([['base', decimal('28000')]]), newYear(2026), day, {
        language: 'en',
      })
    expect(sentenceFrom(compute)).toBe(sentence)
  })
})

describe('dated data', () => {
  test.each([
    ['an unknown city', '深圳', day, 'There is no data on social insurance and housing fund for 深圳 on 2026-07-31.'],
    [
      'a day after the last notice',
      '上海',
      '2027-07-31',
      'There is no data on pension insurance for 上海 on 2027-07-31.',
    ],
    [
      'bounds not known yet',
      '北京',
      day,
      'The data on medical insurance for 北京 on 2026-07-31 is marked incomplete: 2026-07 起的医疗缴费基数上下限（未核实） is missing.',
    ],
  ])('%s', (_name, city, on, sentence) => {
    expect(sentenceFrom(() => contributionsOf(city, on, { insurance: 1_000_000, fund: 1_000_000 }))).toBe(sentence)
  })
  test('bounds switch per scheme: Kunming in May 2026', () => {
    const lines = contributionsOf('昆明', '2026-05-31', { insurance: 100_000 })
    expect(Object.fromEntries(lines.map((line) => [line.code, line.reason.facts['base']]))).toMatchObject({
      'pension.employee': '4403.00',
      'medical.employee': '4357.00',
    })
  })
  test('Beijing, on the floor: the year’s change is 22.68 and 57.66 over two months without fund', () => {
    const total = (on: string, side: string) =>
      contributionsOf('北京', on, { insurance: 0 }, {}, { schemes: ['medical'] }).reduce(
        (sum, line) => (line.side === side ? sum + line.fen : sum),
        0,
      )
    // 7,162 → 7,270: pension 8.64 and unemployment 0.54 a month
    expect(total('2026-07-31', 'employee') - total('2026-06-30', 'employee')).toBe(918)
  })
  test('minimum wage, with own contributions inside or on top', () => {
    expect(minimumWageGap('上海', day, 300_000, 50_000)).toBe(24_000)
    expect(minimumWageGap('昆明', day, 300_000, 50_000)).toBe(0)
  })
})

describe('other amounts', () => {
  test('bonus: choice, blind zones and the cliff', () => {
    const { separate, merged, best } = bonusChoice(readFen('69000'), readFen('60000'), day)
    expect([separate, merged, best]).toEqual([1_017_000, 1_038_000, { separatePart: 3_600_000, tax: 786_000 }])
    expect(blindZones(day).map(({ above, upTo }) => `${fenText(above)}–${fenText(upTo)}`)).toEqual([
      '36000.00–38566.67',
      '144000.00–160500.00',
      '300000.00–318333.33',
      '420000.00–447500.00',
      '660000.00–706538.46',
      '960000.00–1120000.00',
    ])
    expect([cliffOf(3_600_000, day), cliffOf(3_600_001, day)?.above, cliffOf(3_856_667, day)]).toEqual([
      undefined,
      3_600_000,
      undefined,
    ])
  })
  test('equity, settlement, early retirement, leave, maternity', () => {
    expect([equityTax(0, 10_000_000, day), equityTax(10_000_000, 15_000_000, day)]).toEqual([748_000, 2_560_000])
    expect(settlement(readFen('66000'), readFen('180'), day)).toEqual({ tax: 408_000, due: 390_000 })
    expect(earlyRetirementTax(readFen('300000'), 3, day)).toBe(4_440_00)
    expect(untakenLeave(readFen('15000'), decimal('3'))).toBe(413_793)
    expect(maternityAllowance(readFen('9000'), 158)).toBe(4_740_000)
  })
  test('arrears by difference: only what changed, and proposing again gives the same', () => {
    const reason = { rule: 'item', source: 'earning', facts: {} }
    const line = (code: string, fen: number) => ({ code, side: 'earning' as const, fen, reason })
    const slips = [{ period: '2026-02', paid: [line('a', 100), line('b', 5)], now: [line('a', 120), line('c', 7)] }]
    expect(arrears(slips).map(({ period, code, fen }) => [period, code, fen])).toEqual([
      ['2026-02', 'a', 20],
      ['2026-02', 'b', -5],
      ['2026-02', 'c', 7],
    ])
    expect(arrears([{ period: '2026-02', paid: [line('a', 1)], now: [line('a', 1)] }])).toEqual([])
  })
})

test('the same items in four jurisdictions', () => {
  const plan = planOf([{ code: 'wage', kind: 'earning', formula: 'base' }], inputs)
  const given = new Map([['base', decimal('5000')]])
  const on = '2026-06-30'
  expect(slipOf(plan, singapore, { bandMaxAge: 55 }, given, singapore.newYear(2026), on).net).toBe(400_000)
  expect(slipOf(plan, hongKong, {}, given, hongKong.newYear(2026), on).employerCost).toBe(525_000)
  const american = slipOf(
    plan,
    unitedStates,
    { periods: 24, status: 'married-jointly', credits: 440_000 },
    given,
    unitedStates.newYear(2026),
    on,
  )
  expect(american.net).toBe(500_000 - 23_500 - 31_000 - 7250)
})
