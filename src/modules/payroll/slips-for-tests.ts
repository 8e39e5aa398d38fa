import { decimal } from '#core/formula'
import { china, newYear, planOf, slipOf, type PayItem, type YearToDate } from '#core/payroll'
import type { Context } from '#kernel/context'
import { drawChart } from '#test/chart'
import type { World } from '#test/world'
import { server as base } from '../base/server.ts'
import { server as flow } from '../flow/server.ts'
import { server as organisation } from '../organisation/server.ts'
import { server as people } from '../people/server.ts'
import { server as responsibilities } from '../responsibilities/server.ts'
import { server as subjects } from '../subjects/server.ts'
import { server as payroll } from './server.ts'
import { sumSlip } from './rules/sum-slip.ts'

/** A wage that stands nowhere else: whoever may not see pay must never be answered these digits. */
export const canaryWage = '73219.37'
export const canaryDigits = /73[,.]?219|7321937/

/** Payroll and what it stands on. */
export const payModules = [base, organisation, people, subjects, responsibilities, flow, payroll]

const items: readonly (PayItem & { name: Record<string, string>; place: number; isOnSlip?: boolean })[] = [
  { code: 'base_wage', kind: 'earning', formula: 'wage', name: { en: 'Base wage', 'zh-CN': '基本工资' }, place: 1 },
  {
    code: 'performance_pay',
    kind: 'earning',
    formula: 'performance_base * performance_score',
    name: { en: 'Performance pay', 'zh-CN': '绩效工资' },
    place: 2,
  },
  { code: 'back_pay', kind: 'earning', formula: 'arrears', name: { en: 'Back pay', 'zh-CN': '补发' }, place: 3 },
  {
    code: 'union_fee',
    kind: 'deduction',
    formula: 'gross * 0.5%',
    rounding: 'yuan-down',
    name: { en: 'Union fee', 'zh-CN': '工会会费' },
    place: 4,
  },
  {
    code: 'day_rate',
    kind: 'information',
    formula: 'wage / 21.75',
    name: { en: 'Day rate', 'zh-CN': '日工资' },
    place: 5,
  },
  {
    code: 'secret_basis',
    kind: 'information',
    formula: 'wage * 2',
    name: { en: 'Basis', 'zh-CN': '计算基数' },
    place: 6,
    isOnSlip: false,
  },
]
const inputs = ['wage', 'performance_base', 'performance_score', 'arrears'].map((name) => ({
  name,
  type: 'number' as const,
}))

export type Paid = { readonly wage?: string; readonly score?: string; readonly arrears?: string }

/**
 * A firm with two clerks, one who has left, and their head, and slips computed by the real engine: `pay` publishes one of a month, in order,
 * for the tax of a year builds upon what went before.
 */
export async function openPaidFirm(world: World) {
  const chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { FIRM: {}, SALES: { below: 'FIRM' } },
      positions: {
        HEAD: { unit: 'SALES', isLead: true },
        CLERK: { unit: 'SALES', reportsTo: 'HEAD', headcount: 3 },
      },
      people: {
        wang: { on: 'CLERK' },
        zhao: { on: 'CLERK' },
        head: { on: 'HEAD' },
        gone: { on: 'CLERK', until: '2026-02-01' },
      },
    }),
  )
  const person = (name: string) => chart.people[name] ?? ''
  const groupId = await world.within(async (ctx) => {
    const id = ctx.newId()
    const own = { tenant_id: ctx.tenantId }
    const name = JSON.stringify({ en: 'Staff', 'zh-CN': '职员' })
    const employer = chart.units['FIRM'] ?? ''
    await ctx.db
      .insertInto('pay_group')
      .values({ ...own, id, code: 'STAFF', name, employer_unit_id: employer, city: '上海' })
      .execute()
    for (const item of items)
      await ctx.db
        .insertInto('pay_item')
        .values({
          ...own,
          id: ctx.newId(),
          code: item.code,
          name: JSON.stringify(item.name),
          kind: item.kind,
          formula: item.formula,
          rounding: item.rounding ?? null,
          place: item.place,
          is_on_slip: item.isOnSlip ?? true,
          valid_from: '2020-01-01',
        })
        .execute()
    return id
  })
  const yearOf = new Map<string, YearToDate>()
  const pay = (name: string, period: string, paid: Paid = {}, state: 'published' | 'calculated' = 'published') =>
    world.within((ctx) => publish(ctx, { personId: person(name), period, groupId, state, yearOf, ...paid }))
  const as = async (name: string, role = 'employee') =>
    (await world.member({ role, personId: person(name), name })).send
  return { chart, person, groupId, pay, as }
}

type Publishing = Paid & {
  personId: string
  period: string
  groupId: string
  state: 'published' | 'calculated'
  yearOf: Map<string, YearToDate>
}

async function publish(
  ctx: Context,
  { personId, period, groupId, state, yearOf, ...paid }: Publishing,
): Promise<string> {
  const { wage = '20000', score = '1', arrears = '0' } = paid
  const paidOn = `${period}-28`
  const key = `${personId} ${paidOn.slice(0, 4)}`
  const before = yearOf.get(key) ?? newYear(Number(paidOn.slice(0, 4)))
  const values = { wage, performance_base: '4000', performance_score: score, arrears }
  const slip = slipOf(
    planOf(items, inputs),
    china,
    { city: '上海', bases: { insurance: 2_000_000, fund: 2_000_000 }, standing: { hireMonth: 1 }, special: 200_000 },
    new Map(Object.entries(values).map(([name, value]) => [name, decimal(value)])),
    before,
    paidOn,
  )
  if (state === 'published') yearOf.set(key, slip.yearToDate)
  const sums = sumSlip(slip.lines)
  const own = { tenant_id: ctx.tenantId, period, paid_on: paidOn }
  const runId = ctx.newId()
  const number = Number(
    (
      await ctx.db
        .selectFrom('pay_run')
        .select((eb) => eb.fn.countAll<string>().as('runs'))
        .where('period', '=', period)
        .executeTakeFirstOrThrow()
    ).runs,
  )
  await ctx.db
    .insertInto('pay_run')
    .values({
      ...own,
      id: runId,
      group_id: groupId,
      // one regular run a month: the others of this house are told as extra ones only to the database
      kind: 'regular',
      number: number + 1,
      state: number === 0 ? state : 'cancelled',
      created_at: ctx.now,
      published_at: state === 'published' ? ctx.now : null,
    })
    .execute()
  const slipId = ctx.newId()
  const path = `/performance/scores/${personId}`
  const terms = { kind: 'terms', label: '', path: `/pay-terms/${personId}` }
  await ctx.db
    .insertInto('pay_slip')
    .values({
      ...own,
      id: slipId,
      run_id: runId,
      person_id: personId,
      state,
      gross_fen: sums.gross,
      insurance_fen: sums.insurance,
      tax_fen: sums.tax,
      deductions_fen: slip.deductions,
      net_fen: slip.net,
      receivable_fen: slip.receivable,
      employer_cost_fen: slip.employerCost,
      lines: JSON.stringify(slip.lines),
      inputs: JSON.stringify([
        { name: 'wage', value: wage, source: terms },
        { name: 'performance_base', value: '4000', source: terms },
        { name: 'performance_score', value: score, source: { kind: 'performance', label: 'Score', path } },
        ...(arrears === '0'
          ? []
          : [{ name: 'arrears', value: arrears, source: { kind: 'arrears', label: '2026-01', path: null } }]),
      ]),
      published_at: state === 'published' ? ctx.now : null,
    })
    .execute()
  return slipId
}
