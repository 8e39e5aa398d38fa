import { describe, expect, test } from 'vitest'
import {
  compile,
  evaluate,
  fixedText,
  functions,
  functionNamed,
  inferInputs,
  plainOf,
  round,
  roundings,
  decimal,
} from './index.ts'
import { valueOf } from './value-for-tests.ts'

const wages = {
  基本工资: '12345.67',
  天数: '15',
  得分: 88,
  城市: '上海',
  入职: '2026-02-09',
  工时: 'PT7H30M',
  空: null,
  在职: true,
}
const orders = [
  { 金额: '100.10', 类型: '新', 日: '2026-01-05' },
  { 金额: '200.20', 类型: '老', 日: '2026-01-07' },
  { 金额: null, 类型: '新', 日: '2026-01-09' },
  { 金额: '50', 类型: '新', 日: null },
]

describe('values', () => {
  test.each([
    ['exact sums', '0.1 + 0.2', '0.3'],
    ['a leading equals sign', '= 1 + 1', '2'],
    ['products before sums', '2 + 3 * 4', '14'],
    ['from left to right', '10 - 3 - 2', '5'],
    ['division from left to right', '100 / 5 / 2', '10'],
    ['a quotient that ends', '1 / 8', '0.125'],
    ['a quotient that does not end: 20 decimals, half-even', '2 / 3', '0.66666666666666666667'],
    ['percent', '200 * 15%', '30'],
    ['percent of a parenthesis', '(1 + 1)%', '0.02'],
    ['powers', '1.05 ^ 3', '1.157625'],
    ['negative powers', '2 ^ -2', '0.25'],
    ['a sign before a parenthesised power', '-(2^2)', '-4'],
    ['large numbers stay exact', '9007199254740993 + 0.01', '9007199254740993.01'],
    ['large products stay exact', '123456789012345678 * 987654321', '121932631124828531222374638'],
    ['text joined with numbers', '"共" & 1.50 & "元"', '共1.5元'],
    ['a quote inside a text', '"a""b"', 'a"b'],
    ['comparison of numbers by value', '1.50 = 1.5', true],
    ['comparison of texts', '"a" < "b"', true],
    ['full-width signs, Chinese quotes and names', '如果（基本工资＞１００００，“高”，“低”）', '高'],
    ['a name in brackets', '[基本工资] + 1', '12346.67'],
    ['a decimal without a leading zero', '.5 + .5', '1'],
    ['a day as literal', '2026-03-01 - 2026-02-27', '2'],
    ['a day and days', '入职 + 30', '2026-03-11'],
    ['a day against a text', '入职 < "2026-03-01"', true],
    ['a day and months', '2026-01-31 + DURATION("P1M")', '2026-02-28'],
    ['durations add up', '工时 + DURATION(30, "min")', 'PT8H'],
    ['duration times number', '工时 * 2', 'PT15H'],
    ['duration by duration', 'DURATION("PT8H") / DURATION("PT2H")', '4'],
    ['negative duration', 'DURATION("PT1H") - DURATION("PT3H")', '-PT2H'],
    ['IF computes one branch only', 'IF(TRUE, 1, 1 / 0)', '1'],
    ['IF without else is blank', 'ISBLANK(IF(FALSE, 1))', true],
    ['IFS with a last else', 'IFS(得分 >= 90, "A", 得分 >= 80, "B", "C")', 'B'],
    ['SWITCH', 'SWITCH(城市, "北京", 1, "上海", 2, 3)', '2'],
    ['AND stops early', 'AND(FALSE, 1 / 0 = 1)', false],
    ['OR', '或(假, 真)', true],
    ['NOT', 'NOT(在职)', false],
    ['IFBLANK', 'IFBLANK(空, 7) + 1', '8'],
    ['IFERROR forgives a division by zero', 'IFERROR(1 / 0, -1)', '-1'],
    ['ROUND half-up', 'ROUND(1.005, 2)', '1.01'],
    ['ROUND half-up by size', 'ROUND(-1.005, 2)', '-1.01'],
    ['ROUND half-even', 'ROUND(2.5, 0, "half-even") & ROUND(3.5, 0, "half-even")', '24'],
    ['ROUND in Chinese', 'ROUND(0.125, 2, "四舍六入五成双")', '0.12'],
    ['ROUND to hundreds', 'ROUND(1250, -2)', '1300'],
    ['ROUNDUP', 'ROUNDUP(-1.001, 2)', '-1.01'],
    ['ROUNDDOWN', 'ROUNDDOWN(1.999, 2)', '1.99'],
    ['INT goes down', 'INT(-1.5)', '-2'],
    ['见分进角', '见分进角(590.72)', '590.8'],
    ['CEILING to a step', 'CEILING(23, 5)', '25'],
    ['FLOOR to a step', 'FLOOR(2.39, 0.1)', '2.3'],
    ['MOD takes the sign of the divisor', 'MOD(-7, 3)', '2'],
    ['QUOTIENT', 'QUOTIENT(-7, 2)', '-3'],
    ['CLAMP', 'CLAMP(5000, 7546, 37731)', '7546'],
    ['MIN, MAX, ABS, SIGN', 'MIN(3, 1, 2) + MAX(3, 1) * ABS(-2) + SIGN(-9)', '6'],
    ['SUM leaves blanks out', 'SUM(订单.金额, 1)', '351.3'],
    ['COUNT and ROWS', 'COUNT(订单.金额) & ROWS(订单)', '34'],
    ['AVERAGE', 'ROUND(AVERAGE(订单.金额), 2)', '116.77'],
    ['MEDIAN', 'MEDIAN({1; 4; 2; 3})', '2.5'],
    ['MAX of days', 'MAX(订单.日)', '2026-01-09'],
    ['SUMIF by value', 'SUMIF(订单.类型, "新", 订单.金额)', '150.1'],
    ['COUNTIF by a bound', 'COUNTIF(订单.金额, ">=100")', '2'],
    ['COUNTIF by a day', 'COUNTIF(订单.日, ">2026-01-05")', '2'],
    ['AVERAGEIF', 'AVERAGEIF(订单.类型, "老", 订单.金额)', '200.2'],
    ['FILTER by row', 'SUM(FILTER(订单.金额, 订单.类型 = "新"))', '150.1'],
    ['row by row', 'SUM(订单.金额 * 2)', '700.6'],
    ['SUMPRODUCT', 'SUMPRODUCT({1; 2}, {10; 20})', '50'],
    ['LOOKUP in tiers', 'LOOKUP(36000, {0, 3%; 36000, 10%; 144000, 20%})', '0.1'],
    ['LOOKUP exact', 'LOOKUP("b", {"a"; "b"}, {1; 2}, "exact")', '2'],
    ['XLOOKUP with a default', 'XLOOKUP("z", {"a"; "b"}, {1; 2}, 9)', '9'],
    ['VLOOKUP', 'VLOOKUP(15, {0, "a", 1; 10, "b", 2}, 3)', '2'],
    ['TIERED', 'TIERED(50000, {0, 3%; 36000, 10%})', '2480'],
    ['CHOOSE, INDEX', 'CHOOSE(2, 5, 6) + INDEX({7; 8}, 1)', '13'],
    ['YEAR, MONTH, DAY', 'YEAR(入职) & "/" & MONTH(入职) & "/" & DAY(入职)', '2026/2/9'],
    ['DATE', 'DATE(2024, 2, 29) = DATE("2024-02-29")', true],
    ['DAYS', 'DAYS(2026-03-01, 2026-02-01)', '28'],
    ['EDATE and EOMONTH', 'DAYS(EOMONTH(2024-01-31, 1), EDATE(2024-01-31, 1))', '0'],
    ['DATEDIF in full months', 'DATEDIF(2026-01-31, 2026-02-28, "m")', '1'],
    ['DATEDIF in full years', '日期间隔(2020-02-29, 2026-02-28, "年")', '6'],
    ['WEEKDAY from Monday', 'WEEKDAY(2026-11-22)', '7'],
    [
      'NETWORKDAYS with days off and working weekends',
      'NETWORKDAYS(2026-10-01, 2026-10-11, {2026-10-01; 2026-10-02}, {2026-10-10})',
      '6',
    ],
    ['LEN counts characters', 'LEN("𠮷野家")', '3'],
    ['LEFT, MID, RIGHT', 'LEFT("abcdef", 2) & MID("abcdef", 3, 2) & RIGHT("abcdef", 2)', 'abcdef'],
    ['TEXT with decimals', 'TEXT(1234.5, 2)', '1234.50'],
    ['VALUE', 'VALUE("12.50") + 1', '13.5'],
    ['CONCAT of a column', 'CONCAT(订单.类型)', '新老新新'],
    ['HOURS', 'HOURS(工时)', '7.5'],
  ])('%s: %s', (_name, formula, expected) => {
    expect(valueOf(formula, { ...wages, 订单: orders })).toEqual(expected)
  })
  test('WORKDAYS goes by the calendar given, and a year it lacks is a problem', () => {
    const calendar = { years: [2026], statutory: ['2026-10-01'], rest: ['2026-10-02'], workday: ['2026-10-10'] }
    expect(valueOf('WORKDAYS(2026-10-01, 2026-10-11)', {}, calendar)).toBe('6')
    expect(valueOf('WORKDAY(2026-09-30, 1)', {}, calendar)).toBe('2026-10-05')
    expect(valueOf('WORKDAYS(2026-12-31, 2027-01-01)', {}, calendar)).toBe('no-calendar-year@1')
    expect(valueOf('WORKDAYS(2026-10-01, 2026-10-11)')).toBe('no-calendar@1')
  })
})

describe('problems, each at its place', () => {
  test.each([
    ['1 +', 'expected@4'],
    ['1 + + 2)', 'expected@8'],
    ['(1 + 2', 'expected@7'],
    ['"abc', 'text-not-closed@1'],
    ['[abc', 'name-not-closed@1'],
    ['1 $ 2', 'bad-character@3'],
    ['1e3', 'bad-number@1'],
    ['007', 'bad-number@1'],
    ['1,000', 'bad-number@3'],
    ['-2 ^ 2', 'ambiguous-power@1'],
    ['2 ^ 3 ^ 2', 'ambiguous-power@7'],
    ['1 < 2 < 3', 'chained-comparison@7'],
    ['10 % 3', 'percent-as-modulo@4'],
    ['基本工姿 + 1', 'unknown-name@1'],
    ['1 + SMU(2)', 'unknown-function@5'],
    ['SUM + 1', 'function-without-call@1'],
    ['基本工资(1)', 'name-called@1'],
    ['订单.金钱', 'unknown-column@1'],
    ['基本工资.金额', 'not-a-table@1'],
    ['ROUND()', 'too-few-arguments@1'],
    ['ABS(1, 2)', 'too-many-arguments@8'],
    ['1 + "a"', 'wrong-operands@1'],
    ['ABS("a")', 'wrong-type@5'],
    ['IF(1, 2, 3)', 'wrong-type@4'],
    ['IF(TRUE, 1, "a")', 'branches-differ@1'],
    ['ROUND(1, 2, "haf-up")', 'unknown-word@13'],
    ['{1, 2; 3}', 'ragged-rows@1'],
    ['{1, 基本工资}', 'not-constant@5'],
    ['{1; "a"}', 'mixed-types@5'],
    ['1 + 1 / 0', 'division-by-zero@5'],
    ['2 * 空', 'blank@5'],
    ['AVERAGE(FILTER(订单.金额, 订单.金额 > 9999))', 'empty@1'],
    ['LOOKUP(-1, {0, 1; 5, 2})', 'not-found@1'],
    ['LOOKUP(1, {0, 1; 0, 2})', 'key-twice@1'],
    ['10 ^ 90 * 10 ^ 90', 'number-too-long@1'],
    ['2 ^ 0.5', 'not-whole@1'],
    ['DATE(2026, 2, 30)', 'bad-date@1'],
    ['9999-12-31 + 1', 'bad-date@1'],
    ['2026-01-01 + 0.5', 'not-whole@1'],
    ['DURATION("soon")', 'bad-duration@1'],
    ['DURATION("P1M") > DURATION("P30D")', 'not-comparable@1'],
    ['1 +\n 空 * 2', 'blank@2'],
  ])('%s: %s', (formula, expected) => {
    expect(valueOf(formula, { ...wages, 订单: orders })).toBe(expected)
  })
  test('every problem of a formula is reported, with suggestions', () => {
    const { catalogue } = inferInputs(wages)
    const compiled = compile('基本工姿 +\n  SMU(天树)', catalogue)
    expect(compiled.ok ? [] : compiled.problems.map(({ at, facts }) => [at?.line, at?.column, facts['near']])).toEqual([
      [1, 1, ['基本工资']],
      [2, 3, ['SUM']],
    ])
  })
})

describe('explanations', () => {
  test('each name and each step, in the order of computing', () => {
    const { catalogue, inputs } = inferInputs({ a: '10', b: '4' })
    const compiled = compile('ROUND((a + b) / 3, 2)', catalogue)
    if (!compiled.ok) throw new Error('does not compile')
    const result = evaluate(compiled.program, inputs, { isExplained: true })
    expect(result.steps?.map(({ text, value, type }) => [text, plainOf(value, type)])).toEqual([
      ['a', '10'],
      ['b', '4'],
      ['(a + b)', '14'],
      ['(a + b) / 3', '4.66666666666666666667'],
      ['ROUND((a + b) / 3, 2)', '4.67'],
    ])
  })
})

describe('functions', () => {
  test('every name leads to its own function', () => {
    for (const spec of functions)
      for (const name of spec.names) expect([name, functionNamed(name) === spec]).toEqual([name, true])
  })
  test('every function has a Chinese name', () => {
    expect(
      functions.filter(({ names }) => !names.some((name) => /\p{sc=Han}/u.test(name))).map((one) => one.names[0]),
    ).toEqual([])
  })
  test.each(roundings.map((mode) => [mode] as const))(
    'rounding %s agrees with its definition on ties and beside them',
    (mode) => {
      const whole: Record<string, string> = {
        'half-up': '-3 -2 -2 3 2 2',
        'half-even': '-2 -2 -2 2 2 2',
        'half-down': '-2 -2 -2 2 2 2',
        up: '-3 -3 -3 3 3 3',
        down: '-2 -2 -2 2 2 2',
        ceiling: '-2 -2 -2 3 3 3',
        floor: '-3 -3 -3 2 2 2',
      }
      const given = ['-2.5', '-2.4999', '-2.1', '2.5', '2.49', '2.000000000000000000000000001']
      expect(given.map((text) => fixedText(round(decimal(text), 0, mode), 0)).join(' ')).toBe(whole[mode])
    },
  )
})
