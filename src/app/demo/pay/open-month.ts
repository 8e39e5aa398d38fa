import type { WorkCalendar } from '#core/calendar'
import type { Context } from '#kernel/context'
import { paymasterIds } from './accounts.ts'
import { inputsFor, type Firm } from './history.ts'
import { keepInputs } from './keep.ts'
import { countsOfLeaver, misreported, mistakes } from './problems.ts'
import { monthOf, openPeriod } from './periods.ts'

/** The month that is still to be paid: its runs are begun and not computed, its inputs are in, twelve things are wrong. */
export async function beginOpenMonth(ctx: Context, firm: Firm, calendar: WorkCalendar): Promise<void> {
  const { officer } = await paymasterIds(ctx)
  const period = openPeriod(firm.today)
  const month = monthOf(period, calendar)
  const numbers = new Map(firm.staff.map(({ personId, number }) => [personId, number]))
  const leaver = firm.staff.find(({ number }) => number === mistakes.leaverPaid)
  for (const group of firm.groups) {
    await ctx.db
      .insertInto('pay_run')
      .values({
        tenant_id: ctx.tenantId,
        id: ctx.newId(),
        group_id: group.id,
        period,
        paid_on: month.paidOn,
        made_by_id: officer,
        created_at: ctx.now,
      })
      .execute()
    const told = inputsFor(firm, group, { month, monthsAgo: 0 }, calendar)
    const byPerson = [...Map.groupBy(told, ({ personId }) => personId)]
    const wrong = byPerson.flatMap(([personId, own]) =>
      misreported(numbers.get(personId) ?? '', own).map((one) => ({ ...one, personId })),
    )
    const late =
      leaver && group.code === 'HY-PIECE' ? countsOfLeaver.map((one) => ({ ...one, personId: leaver.personId })) : []
    await keepInputs(ctx, { period, runId: null, at: ctx.now }, [...wrong, ...late])
  }
}
