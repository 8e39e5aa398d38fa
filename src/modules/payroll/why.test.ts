import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decimal } from '#core/formula'
import {
  arrears,
  china,
  hongKong,
  newYear,
  planOf,
  singapore,
  slipOf,
  unitedStates,
  type ChinesePerson,
  type PayItem,
  type PayLine,
} from '#core/payroll'
import { languages, wordsOf, type Words } from '#kernel/i18n'
import { runInputNames } from './rules/input-names.ts'
import { lineKey } from './rules/line-key.ts'
import { explainedRules, formulaIn, nameBehind, whyOf } from './rules/why.ts'

const engine = join(import.meta.dirname, '../../core/payroll')
const wage: PayItem = { code: 'base_wage', kind: 'earning', formula: 'wage' }
const bonus: PayItem = { code: 'bonus', kind: 'earning', formula: 'wage * 2', taxedAs: 'bonus' }
const gold: PayItem = { code: 'gold', kind: 'earning', formula: 'wage * 30', taxedAs: 'severance' }
const share: PayItem = { code: 'share', kind: 'information', formula: 'tax / gross' }
const items = [wage, share]
const person: ChinesePerson = {
  city: '上海',
  bases: { insurance: 2_000_000, fund: 2_000_000 },
  standing: { hireMonth: 1 },
  localAverageYear: 12_000_000,
}
const inputs = [{ name: 'wage', type: 'number' as const }]
const values = new Map([['wage', decimal('20000')]])
const chinese = (all: readonly PayItem[], more: Partial<ChinesePerson> = {}) =>
  slipOf(planOf(all, inputs), china, { ...person, ...more }, values, newYear(2026), '2026-06-30').lines
const abroad = [
  slipOf(planOf(items, inputs), hongKong, {}, values, hongKong.newYear(2026), '2026-06-30').lines,
  slipOf(planOf(items, inputs), singapore, { bandMaxAge: 55 }, values, singapore.newYear(2026), '2026-06-30').lines,
  slipOf(
    planOf(items, inputs),
    unitedStates,
    { periods: 12, status: 'single' },
    values,
    unitedStates.newYear(2026),
    '2026-06-30',
  ).lines,
].flat()
const hours = { workday: decimal('2'), restday: decimal('3'), statutory: decimal('4') }
const month = chinese([wage, bonus, gold, share])
/** Lines of every rule there is. */
const everyLine: PayLine[] = [
  ...month,
  ...chinese(items, { isNonResident: true }),
  ...abroad,
  ...(china.overtime?.(2_000_000, hours) ?? []),
  ...(unitedStates.overtime?.(2_000_000, hours) ?? []),
  ...arrears([{ period: '2026-05', paid: chinese(items), now: month }]).map(({ line }) => line),
]

const wordOf = (words: Words | undefined, key: string): unknown =>
  key.split('.').reduce<unknown>((place, part) => (place as Words | undefined)?.[part], words)

describe('why', () => {
  const written = globSync('**/*.ts', { cwd: engine })
    .filter((file) => !file.includes('test'))
    .flatMap((file) =>
      [...readFileSync(join(engine, file), 'utf8').matchAll(/\brule: '([^']+)'/g)].map(([, rule]) => rule ?? ''),
    )

  test('every rule the engine writes is met here and can be explained', () => {
    expect(written.length).toBeGreaterThan(8)
    const met = new Set(everyLine.map(({ reason }) => reason.rule))
    expect([...new Set(written)].toSorted()).toEqual([...met].toSorted())
    expect([...met].filter((rule) => !explainedRules.includes(rule))).toEqual([])
  })

  test.each(languages)('has words in %s for every rule, fact, line, rounding and kind', (language) => {
    const words = wordsOf(language)['payroll'] as Words
    const wanted = everyLine.flatMap((line) => {
      const { rule, source } = line.reason
      const why = whyOf(line, { lines: everyLine, inputs: [] })
      if (why.kind === 'item') return [`why.kinds.${source}`]
      return [
        `why.rules.${lineKey(rule)}`,
        ...(items.some(({ code }) => code === line.code) ? [] : [`slips.lines.${lineKey(line.code)}`]),
        ...why.steps.map(({ key }) => `why.facts.${key}`),
        ...why.steps.filter(({ kind }) => kind === 'rounding').map(({ value }) => `why.roundings.${value}`),
      ]
    })
    const ofItems = new Set(['slips.lines.bonus', 'slips.lines.gold', 'slips.lines.share'])
    const missing = [...new Set(wanted)].filter((key) => !ofItems.has(key) && typeof wordOf(words, key) !== 'string')
    expect(missing).toEqual([])
    expect(runInputNames.filter(({ name }) => typeof wordOf(words, `why.inputs.${name}`) !== 'string')).toEqual([])
  })

  test('no fact of a rule is hidden', () => {
    for (const line of everyLine) {
      const why = whyOf(line, { lines: everyLine, inputs: [] })
      const facts = Object.keys(line.reason.facts)
      if (why.kind === 'law') expect(why.steps.map(({ key }) => key)).toEqual(expect.arrayContaining(facts))
      else
        expect(['formula', 'unrounded', ...why.values.map(({ name }) => name)]).toEqual(expect.arrayContaining(facts))
    }
  })

  test('the steps of the tax come to the tax, by their signs', () => {
    const tax = chinese(items, { standing: { hireMonth: 6 } }).find(({ code }) => code === 'tax') as PayLine
    expect(tax.fen).toBeGreaterThan(0)
    const why = whyOf(tax, { lines: [], inputs: [] })
    if (why.kind !== 'law') throw new Error('not law')
    let sum = 0
    for (const { sign, key, value } of why.steps) {
      if (key === 'result') continue
      if (sign === '=') expect([key, sum.toFixed(2)]).toEqual([key, Number(value).toFixed(2)])
      else if (sign === '×') sum *= Number(value)
      else sum += sign === '−' ? -Number(value) : Number(value)
    }
    expect(sum.toFixed(2)).toBe((tax.fen / 100).toFixed(2))
    expect(why.source).toContain('2018年第61号')
  })

  test('a value of a formula opens the line it is, the lines it sums, or what was brought in', () => {
    const lines = chinese([wage, { code: 'fee', kind: 'deduction', formula: 'base_wage * 1% + insurance * 0' }, share])
    const brought = { name: 'wage', value: '20000', source: { kind: 'terms', label: '', path: '/pay-terms/1' } }
    const opened = (code: string) => {
      const why = whyOf(lines.find((line) => line.code === code) as PayLine, { lines, inputs: [brought] })
      return why.kind === 'item' ? why.values : []
    }
    expect(opened('base_wage')).toMatchObject([{ name: 'wage', lines: [], inputs: [brought] }])
    const [fee, insurance] = opened('fee')
    expect(fee?.lines.map(({ code }) => code)).toEqual(['base_wage'])
    expect(insurance?.lines.every(({ reason }) => reason.rule === 'cn.contribution')).toBe(true)
    expect(opened('share').map(({ name, lines: of }) => [name, of.length > 0])).toEqual([
      ['tax', true],
      ['gross', true],
    ])
  })

  test('a formula is told in the reader’s names; texts in quotes and functions stay', () => {
    const names = { base_wage: { en: 'Base wage', 'zh-CN': '基本工资' } }
    expect(nameBehind('基本工资', names)).toBe('base_wage')
    expect(nameBehind('应发', names)).toBe('gross')
    expect(nameBehind('MAX', names)).toBeUndefined()
    expect(
      formulaIn('MAX(基本工资, 10) + IF(base_wage = "base_wage", 1, 2)', (token) => nameBehind(token, names) && 'Base'),
    ).toBe('MAX(Base, 10) + IF(Base = "base_wage", 1, 2)')
  })
})
