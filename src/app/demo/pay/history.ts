import { addDays, type Day, type WorkCalendar } from '#core/calendar'
import { paySentence } from '#core/payroll'
import { instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import {
  computeSlip,
  employedIn,
  isFailed,
  paidDaysIn,
  prepare,
  runById,
  type ComputedSlip,
  type PreparedRun,
} from '#modules/payroll'
import { personFigures } from '#modules/people'
import { paymasterIds } from './accounts.ts'
import type { PayGroup } from './groups.ts'
import { keepInputs, keepSlips } from './keep.ts'
import { storyOf, type Told } from './month-story.ts'
import { keepOpenings } from './openings.ts'
import { note, personMonth, remember, type Remembered } from './remembered.ts'
import { closedMonths, closedPeriods, monthOf, type PayMonth } from './periods.ts'
import { settleReceivables } from './receivables.ts'
import type { Paid, PlannedTerm } from './terms.ts'

export type Staff = Paid & { readonly terms: readonly PlannedTerm[] }
export type Firm = { readonly staff: readonly Staff[]; readonly groups: readonly PayGroup[]; readonly today: Day }

/** True when the demo's pay was told before: all of it comes in one transaction. */
export async function paidBefore(ctx: Context): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('pay_run')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('state', '=', 'published')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The closed months one after the other, each from what the one before left: by the product's own gathering and engine. */
export async function tellHistory(ctx: Context, firm: Firm, calendar: WorkCalendar): Promise<void> {
  const { officer, head } = await paymasterIds(ctx)
  const begun: Begun[] = []
  const periods = closedPeriods(firm.today)
  // formulas may use a name as soon as one month brought it, so all months are begun before the first is computed
  for (const [at, period] of periods.entries()) {
    const month = monthOf(period, calendar)
    const when = { month, monthsAgo: periods.length - at, at: instantOf('Asia/Shanghai', month.paidOn, '09:30') }
    const figures = await figuresOf(ctx, firm.staff, period)
    for (const group of firm.groups) {
      const id = await openRun(ctx, group, when, officer)
      const told = inputsFor(firm, group, when, calendar).filter(
        ({ personId, name }) => !figures.get(personId)?.some((figure) => figure.name === name),
      )
      await keepInputs(ctx, { period, runId: id, at: when.at }, told)
      begun.push({ id, group, told, figures, ...when })
    }
  }
  const held = await remember(ctx)
  for (const one of begun) {
    await tellRun(ctx, firm, one, held, head)
    // the product is in use beside
    await new Promise((resume) => setImmediate(resume))
  }
}

type When = { readonly month: PayMonth; readonly monthsAgo: number; readonly at: Date }
type Begun = When & {
  readonly id: string
  readonly group: PayGroup
  readonly told: Inputs
  readonly figures: Awaited<ReturnType<typeof figuresOf>>
}
type Inputs = readonly (Told & { readonly personId: string })[]

async function tellRun(ctx: Context, firm: Firm, begun: Begun, held: Remembered, head: string): Promise<void> {
  const { id, group, month, monthsAgo, at } = begun
  const run = await runById(ctx, id)
  if (!run) throw new Error(`the run of ${group.code} ${month.period} is not there`)
  const prepared = await prepare(ctx, run)
  const { facts } = prepared
  if (monthsAgo === closedMonths) await keepOpenings(ctx, firm, group, prepared, month, held)
  const told = Map.groupBy(begun.told, ({ personId }) => personId)
  const paid = firm.staff.filter(
    (person) =>
      employedIn(facts.month, person.hiredOn, person.leftOn) && groupIn(person, facts.month.last) === group.code,
  )
  const slips = paid.map((person) => {
    const { personId } = person
    const own = { told: told.get(personId) ?? [], figures: begun.figures.get(personId) ?? [] }
    const result = computeSlip(facts, personMonth(held, person, group, facts, own))
    if (isFailed(result)) throw new Error(`${person.number} ${month.period}: ${paySentence(result.problem, 'en')}`)
    return result
  })
  const ids = await keepSlips(ctx, { id, month: facts.month, paidOn: month.paidOn, at }, slips)
  await settleReceivables(ctx, slips, ids, at)
  note(held, slips)
  await closeRun(ctx, id, { head, at, slips, prepared })
}

/** What performance and incentives settled of a month goes into its slips, with the page that opens it. */
async function figuresOf(ctx: Context, people: readonly Staff[], period: string) {
  const found = await personFigures(
    ctx,
    people.map(({ personId }) => personId),
    period,
  )
  return Map.groupBy(
    found.map(({ module, ...figure }) => ({ ...figure, source: module })),
    ({ personId }) => personId,
  )
}

async function openRun(
  ctx: Context,
  group: PayGroup,
  { month: { period, paidOn }, at }: When,
  officer: string,
): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('pay_run')
    .values({
      tenant_id: ctx.tenantId,
      id,
      group_id: group.id,
      period,
      paid_on: paidOn,
      made_by_id: officer,
      submitted_by_id: officer,
      created_at: at,
      calculated_at: at,
      calculation: 1,
    })
    .execute()
  return id
}

type Closing = { head: string; at: Date; slips: readonly ComputedSlip[]; prepared: PreparedRun }

async function closeRun(ctx: Context, id: string, { head, at, slips, prepared }: Closing): Promise<void> {
  const sum = (of: (slip: ComputedSlip) => number) => slips.reduce((all, slip) => all + of(slip), 0)
  const totals = {
    people: slips.length,
    failed: 0,
    held: 0,
    grossFen: sum(({ grossFen }) => grossFen),
    insuranceFen: sum(({ insuranceFen }) => insuranceFen),
    taxFen: sum(({ taxFen }) => taxFen),
    netFen: sum(({ netFen }) => netFen),
    receivableFen: sum(({ receivableFen }) => receivableFen),
    employerCostFen: sum(({ employerCostFen }) => employerCostFen),
  }
  await ctx.db
    .updateTable('pay_run')
    .set({
      state: 'published',
      is_locked: true,
      totals: JSON.stringify(totals),
      parameters: JSON.stringify(parametersOf(prepared)),
      published_by_id: head,
      published_at: at,
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

/** What other systems told of the people of a group in a month. */
export function inputsFor(
  { staff }: Firm,
  { code }: PayGroup,
  { month, monthsAgo }: Omit<When, 'at'>,
  calendar: WorkCalendar,
): (Told & { personId: string })[] {
  return staff.flatMap((person) => {
    const span = employedIn(
      { from: month.first, last: month.last, until: addDays(month.last, 1) },
      person.hiredOn,
      person.leftOn,
    )
    if (!span) return []
    const term = termOn(person, span.to)
    if (!term || term.group !== code) return []
    const { paid } = paidDaysIn(calendar, span)
    return storyOf(person, term, month, { paid, monthsAgo }).map((told) => ({ ...told, personId: person.personId }))
  })
}

function groupIn(person: Staff, last: Day): string | undefined {
  return termOn(person, last)?.group
}

function termOn({ terms }: Staff, day: Day): PlannedTerm | undefined {
  return terms.findLast(({ from }) => from <= day)
}

/** What a run records of what it was computed with. */
function parametersOf({ run, items, used }: PreparedRun) {
  return {
    used,
    items: items.map(({ id, code, name, kind, formula }) => ({ id, code, name, kind, formula })),
    proration: run.proration,
  }
}
