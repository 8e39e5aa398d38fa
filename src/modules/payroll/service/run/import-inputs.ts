import type { Context } from '#kernel/context'
import type { ImportField, Importer, ImportPlan, ImportRow, RowFault } from '#kernel/importer'
import { peopleByNumber } from '#modules/organisation'
import { inputNamePattern } from '../../rules/input-names.ts'
import { importedInputs, type NewInput } from '../../store/run/inputs.ts'
import { mayRunFor, writeInputs } from '../../store/run/inputs.ts'
import { itemVersions } from '../../store/items.ts'
import { isReserved, knownNames } from './inputs.ts'

const field = (key: string, zh: string[], en: string[], kind: ImportField['kind'], required = false): ImportField => ({
  key,
  titles: { en, 'zh-CN': zh },
  kind,
  required,
  ...(kind === 'text' ? { maxLength: 200 } : {}),
})

/** Columns of a month's attendance, by the names formulas use. */
const attendance = [
  field('unpaid_days', ['无薪天数', '事假天数'], ['Unpaid days'], 'decimal'),
  field('sick_days', ['病假天数'], ['Sick days'], 'decimal'),
  field('overtime_workday_hours', ['工作日加班小时'], ['Overtime on workdays (hours)'], 'decimal'),
  field('overtime_restday_hours', ['休息日加班小时'], ['Overtime on rest days (hours)'], 'decimal'),
  field('overtime_holiday_hours', ['法定节日加班小时'], ['Overtime on holidays (hours)'], 'decimal'),
] as const

/** A sheet of a month: attendance in columns of its own, anything else as an item with its value, a row each. */
export const inputImporter: Importer = {
  permission: 'payroll.run',
  fields: [
    field('number', ['工号', '员工编号'], ['Staff number', 'Number'], 'text', true),
    field('period', ['月份', '期间'], ['Month', 'Period'], 'text', true),
    ...attendance,
    field('name', ['项目', '项目名称'], ['Item'], 'text'),
    field('value', ['数值', '金额'], ['Value', 'Amount'], 'decimal'),
    field('label', ['说明', '备注'], ['Note'], 'text'),
  ],
  plan,
}

async function plan(ctx: Context, rows: readonly ImportRow[]): Promise<ImportPlan> {
  const { inputs, faults } = await readRows(ctx, rows)
  const known = await importedInputs(ctx, inputs)
  const keyOf = ({ personId, period, name, source }: Pick<NewInput, 'personId' | 'period' | 'name' | 'source'>) =>
    `${personId} ${period} ${name} ${source}`
  const before = new Map(known.map((one) => [keyOf(one), one]))
  const changed: NewInput[] = []
  let created = 0
  for (const { line, input } of inputs) {
    const old = before.get(keyOf(input))
    const isSame = old !== undefined && Number(old.value) === Number(input.value) && old.label === input.label
    if (isSame) continue
    if (old?.isUsed) faults.push({ line, field: 'value', code: 'payroll.input-used', facts: {} })
    else changed.push(input)
    if (!old) created += 1
  }
  return {
    faults: faults.toSorted((a, b) => a.line - b.line),
    created,
    updated: changed.length - created,
    unchanged: inputs.length - changed.length,
    async apply() {
      await writeInputs(ctx, changed)
      await ctx.audit({ action: 'payroll.import-inputs', target: 'pay-inputs', after: { count: changed.length } })
      await ctx.announce('payroll')
    },
  }
}

type Line = { readonly line: number; readonly input: NewInput }

async function readRows(ctx: Context, rows: readonly ImportRow[]): Promise<{ inputs: Line[]; faults: RowFault[] }> {
  const people = await peopleByNumber(ctx, [
    ...new Set(rows.map(({ values }) => String(values['number'] ?? '').trim())),
  ])
  const allowed = await mayRunFor(ctx, [...people.values()])
  const names = await namesByTitle(ctx)
  const seen = new Map<string, number>()
  const inputs: Line[] = []
  const faults: RowFault[] = []
  for (const { line, values } of rows) {
    const said = (key: string) => String(values[key] ?? '').trim()
    const fault = (at: string, code: string, facts: RowFault['facts']) =>
      void faults.push({ line, field: at, code: `payroll.${code}`, facts })
    const personId = people.get(said('number'))
    const period = /^\d{4}-(0[1-9]|1[0-2])/.exec(said('period'))?.[0]
    const told: { at: string; name: string; source: 'attendance' | 'file'; value: string }[] = attendance
      .filter(({ key }) => said(key) !== '')
      .map(({ key }) => ({ at: key, name: key, source: 'attendance', value: said(key) }))
    const wanted = said('name')
    const name = names.get(wanted.toLowerCase()) ?? (inputNamePattern.test(wanted) ? wanted : undefined)
    if (!personId || !allowed.has(personId)) fault('number', 'unknown-person', { number: said('number') })
    else if (!period) fault('period', 'bad-period', { period: said('period') })
    else if (wanted && !name) fault('name', 'unknown-input', { name: wanted })
    else if (name && isReserved(name)) fault('name', 'input-reserved', { name: wanted })
    else if (name && said('value') === '') fault('value', 'value-missing', { name: wanted })
    else if (!name && told.length === 0) fault('value', 'nothing-told', {})
    else {
      if (name) told.push({ at: 'name', name, source: 'file', value: said('value') })
      for (const { at, ...one } of told) {
        const key = `${personId} ${period} ${one.name} ${one.source}`
        const first = seen.get(key)
        seen.set(key, first ?? line)
        if (first === undefined)
          inputs.push({
            line,
            input: { ...one, personId, period, label: said('label'), sourceKey: '', runKind: 'regular' },
          })
        else fault(at, 'input-twice', { first })
      }
    }
  }
  return { inputs, faults }
}

/** Names by what they are called: the run's and the modules' by their Chinese names, items by their names in any language. */
async function namesByTitle(ctx: Context): Promise<ReadonlyMap<string, string>> {
  const items = (await itemVersions(ctx)).flatMap(({ code, formula, name }) =>
    // an item that only passes on what was put in under a name of its own
    inputNamePattern.test(formula.trim())
      ? Object.values(name).map((title) => [title.toLowerCase(), formula.trim()] as const)
      : [[code, code] as const],
  )
  return new Map([...items, ...knownNames(ctx).map(({ name, alias }) => [alias.toLowerCase(), name] as const)])
}
