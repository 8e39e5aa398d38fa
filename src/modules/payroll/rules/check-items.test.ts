import { expect, test } from 'vitest'
import { planOf } from '#core/payroll'
import { aliasesOf, checkItems, ofGroup, strayNames } from './check-items.ts'
import { inputEntries, runInputNames } from './input-names.ts'

const item = (code: string, formula: string, kind: 'earning' | 'deduction' | 'information' = 'earning', zh = code) => ({
  code,
  formula,
  kind,
  name: { 'zh-CN': zh },
})
const inputs = inputEntries([{ name: 'performance_score', alias: '绩效得分', module: 'performance' }], ['meal'])
const problems = (...items: ReturnType<typeof item>[]) =>
  checkItems(items, inputs).problems.map(({ name, code }) => `${name} ${code}`)

test('items may use each other in any order, the names of runs, modules and free ones', () => {
  const items = [
    item('total', '基本工资 + bonus', 'information'),
    item('bonus', 'base * 绩效得分 + meal'),
    item('base', '出勤工资', 'earning', '基本工资'),
    item('union', '应发 * 0.02', 'deduction'),
  ]
  const { problems: found, usedBy } = checkItems(items, inputs)
  expect(found).toEqual([])
  expect(usedBy.get('base')).toEqual(['bonus', 'total'])
  expect(usedBy.has('union')).toBe(false)
})

test('broken names with their place, circles by name, tax before itself, and what is no amount', () => {
  expect(problems(item('a', 'bse + 1'))).toEqual(['a unknown-name'])
  expect(checkItems([item('a', '1 + bse')], inputs).problems[0]).toMatchObject({
    at: { line: 1, column: 5, length: 3 },
  })
  expect(problems(item('a', 'b'), item('b', 'a'))).toEqual(['a cycle'])
  expect(problems(item('a', '个税 * 2'))).toEqual(['a circle-through-tax'])
  expect(problems(item('a', 'b + 1'), item('b', 'tax', 'information'))).toEqual(['a circle-through-tax'])
  expect(problems(item('a', '"text"'))).toEqual(['a wrong-type'])
  expect(problems(item('a', '"text"', 'information'))).toEqual([])
})

test('what is sound here a run can plan, and what a run refuses is told here', () => {
  const sets = [
    [item('a', 'wage'), item('b', 'a * 2', 'deduction', '扣款')],
    [item('a', 'net_pay')],
    [item('a', '应发')],
    [item('a', 'b'), item('b', 'a')],
    [item('a', 'wage', 'earning', '约定工资'), item('b', '约定工资 + 1')],
  ]
  for (const items of sets) {
    const engine = items.map((one) => ({ ...one, aliases: aliasesOf(one) }))
    const taken = new Set(engine.flatMap(({ code, aliases }) => [code, ...aliases]))
    const plans = () => planOf(engine, inputEntries([], ['meal'], taken))
    if (checkItems(items, inputEntries([], ['meal'])).problems.length === 0) expect(plans).not.toThrow()
    else expect(plans).toThrow()
  }
})

test("a group's own item goes before the one of all groups, and only there", () => {
  const all = { groupId: null, code: 'base' }
  const own = { groupId: 'g', code: 'base' }
  const other = { groupId: null, code: 'meal' }
  expect(ofGroup([all, own, other], 'g')).toEqual([own, other])
  expect(ofGroup([all, own, other], 'h')).toEqual([all, other])
  expect(ofGroup([all, own, other], null)).toEqual([all, other])
})

test('free names never take one that is known already', () => {
  const entries = inputEntries([{ name: 'wage', alias: '工龄', module: 'm' }], ['paid_days', 'meal', 'meal'])
  const names = entries.flatMap(({ name, aliases = [] }) => [name, ...aliases])
  expect(new Set(names).size).toBe(names.length)
  expect(entries).toHaveLength(runInputNames.length + 1)
})

test('a name that kept items go by stays known when nobody brings it any more', () => {
  const kept = [item('base', '出勤工资', 'earning', '基本工资'), item('post', 'post_pay + 基本工资 * 0 + meal')]
  expect(strayNames(kept, inputs)).toEqual(['post_pay'])
  const known = inputEntries([], ['meal', ...strayNames(kept, inputs)])
  expect(checkItems([...kept, item('night', 'nigth_pay * 2')], known).problems).toMatchObject([
    { name: 'night', code: 'unknown-name' },
  ])
})
