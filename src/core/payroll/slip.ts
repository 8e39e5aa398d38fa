import type { Day, WorkCalendar } from '../calendar/index.ts'
import {
  catalogueOf,
  compileSet,
  decimalText,
  evaluate,
  kindOf,
  plainOf,
  sentenceOf,
  type Catalogue,
  type Decimal,
  type FormulaSet,
  type NameEntry,
  type Value,
} from '../formula/index.ts'
import type { PayLine } from './explained.ts'
import { statutoryNames, type PayItem } from './item.ts'
import type { Jurisdiction, Statutory } from './jurisdiction.ts'
import { fenOf, yuanOf, type Fen } from './money.ts'
import { payFault } from './problem.ts'

/** Items compiled against what people bring along, in the order of their needs. Made once for a whole run. */
export type PayPlan = {
  readonly before: FormulaSet['order']
  readonly after: FormulaSet['order']
  readonly items: ReadonlyMap<string, PayItem>
}

export type Slip<YearToDate> = {
  readonly lines: readonly PayLine[]
  readonly gross: Fen
  readonly deductions: Fen
  readonly net: Fen
  /** What could not be taken from the wage: net is then 0 and this is to be recovered. */
  readonly receivable: Fen
  readonly employerCost: Fen
  readonly yearToDate: YearToDate
}

/** Compiles the items of a run. A broken one, or an earning that needs its own tax, is a fault that names it. */
export function planOf(items: readonly PayItem[], inputs: readonly NameEntry[], language = 'zh-CN'): PayPlan {
  const statutory = Object.entries(statutoryNames).map(([name, alias]): NameEntry => ({
    name,
    aliases: [alias],
    type: 'number',
    source: 'statutory',
  }))
  const catalogue: Catalogue = catalogueOf([...inputs, ...statutory])
  const set = compileSet(
    items.map(({ code, aliases = [], formula }) => ({ name: code, aliases, formula })),
    catalogue,
  )
  const [broken] = set.problems
  if (broken) throw payFault('item-broken', { item: broken.name, sentence: sentenceOf(broken, language) })
  const byCode = new Map(items.map((item) => [item.code, item]))
  const late = lateItems(set)
  for (const { name, program } of set.order) {
    const item = byCode.get(name)
    const type = program.type
    if (type !== 'number' && item?.kind !== 'information') {
      const sentence = sentenceOf({ code: 'wrong-type', facts: { wanted: ['number'], found: kindOf(type) } }, language)
      throw payFault('item-broken', { item: name, sentence })
    }
    const needs = late.get(name)
    if (item?.kind === 'earning' && needs) throw payFault('circle-through-tax', { item: name, needs })
  }
  return {
    before: set.order.filter(({ name }) => !late.has(name)),
    after: set.order.filter(({ name }) => late.has(name)),
    items: byCode,
  }
}

/** One person's slip: earnings, contributions and tax, then what depends on them; each line with its reason. */
export function slipOf<Person, YearToDate>(
  plan: PayPlan,
  jurisdiction: Jurisdiction<Person, YearToDate>,
  person: Person,
  inputs: ReadonlyMap<string, Value>,
  yearToDate: YearToDate,
  paidOn: Day,
  around: { readonly calendar?: WorkCalendar | null; readonly language?: string; readonly isExplained?: boolean } = {},
): Slip<YearToDate> {
  const values = new Map(inputs)
  const lines: PayLine[] = []
  for (const one of plan.before) lines.push(computed(plan, one, values, around))
  const gross = sumOf(lines, plan, 'earning')
  const { taxable, ...apart } = taxed(lines, plan)
  const statutory = jurisdiction.statutory(person, { gross, taxable, ...apart }, yearToDate, paidOn)
  for (const [name, fen] of Object.entries(amounts(gross, taxable, statutory))) values.set(name, yuanOf(fen))
  for (const one of plan.after) lines.push(computed(plan, one, values, around))
  const all = [...lines, ...statutory.lines]
  const deductions = sumOf(lines, plan, 'deduction') + statutory.insurance + statutory.tax
  const left = gross - deductions
  return {
    lines: all,
    gross,
    deductions,
    net: Math.max(0, left),
    receivable: Math.max(0, -left),
    employerCost: gross + statutory.employerInsurance + sumOf(lines, plan, 'employer'),
    yearToDate: statutory.yearToDate,
  }
}

function amounts<YearToDate>(gross: Fen, taxable: Fen, statutory: Statutory<YearToDate>) {
  const { insurance, employerInsurance, tax } = statutory
  return { gross, taxable_income: taxable, insurance, employer_insurance: employerInsurance, tax }
}

/** Items that need a statutory result, directly or through others, each with the name it needs. */
function lateItems(set: FormulaSet): Map<string, string> {
  const late = new Map<string, string>()
  for (const { name, program, uses } of set.order) {
    const direct = program.names.find((entry) => Object.hasOwn(statutoryNames, entry.name))
    const needs = direct?.name ?? uses.map((one) => late.get(one)).find((one) => one !== undefined)
    if (needs !== undefined) late.set(name, needs)
  }
  return late
}

function computed(
  plan: PayPlan,
  { name, program }: FormulaSet['order'][number],
  values: Map<string, Value>,
  around: Parameters<typeof slipOf>[6],
): PayLine {
  const item = plan.items.get(name) as PayItem
  const result = evaluate(program, values, around)
  if (!result.ok) {
    const sentence = sentenceOf(result.problem, around?.language ?? 'zh-CN')
    throw payFault('item-failed', { item: name, sentence })
  }
  const isAmount = result.type === 'number' && result.value !== null
  const fen = isAmount ? fenOf(result.value as Decimal, item.rounding) : 0
  // others go on with the rounded amount, which is what is paid
  const isPaid = item.kind !== 'information' || item.rounding !== undefined
  values.set(name, isAmount && isPaid ? yuanOf(fen) : result.value)
  const facts: Record<string, string> = { formula: item.formula }
  for (const { name: used, type } of program.names) facts[used] = shown(values.get(used) ?? null, type)
  if (isAmount && decimalText(result.value as Decimal) !== decimalText(yuanOf(fen)))
    facts['unrounded'] = decimalText(result.value as Decimal)
  return { code: name, side: sides[item.kind], fen, reason: { rule: 'item', source: item.kind, facts } }
}

const sides = { earning: 'earning', deduction: 'employee', employer: 'employer', information: 'information' } as const

function shown(value: Value, type: NameEntry['type']): string {
  const plain = plainOf(value, type)
  return typeof plain === 'string' ? plain : JSON.stringify(plain)
}

/** What is taxable, and the parts of it that may be taxed apart. */
function taxed(lines: readonly PayLine[], plan: PayPlan) {
  let [taxable, bonus, severance] = [0, 0, 0]
  for (const { code, fen } of lines) {
    const item = plan.items.get(code)
    if (item?.kind !== 'earning' || item.isTaxable === false) continue
    taxable += fen
    if (item.taxedAs === 'bonus') bonus += fen
    else if (item.taxedAs === 'severance') severance += fen
  }
  return { taxable, bonus, severance }
}

function sumOf(lines: readonly PayLine[], plan: PayPlan, kind: PayItem['kind']): Fen {
  return lines.reduce((sum, line) => (plan.items.get(line.code)?.kind === kind ? sum + line.fen : sum), 0)
}
