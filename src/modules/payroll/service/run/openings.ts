import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { OpeningState, type openingRoutes } from '../../contract/openings.ts'
import { openingUsed } from '../../run-problems.ts'
import { employers, openingRows, paidPeople, writeOpenings } from '../../store/run/openings.ts'
import { requirePerson } from './inputs.ts'

type Routes = typeof openingRoutes

export async function listOpenings(
  ctx: Context,
  input: Input<Routes['listOpenings']>,
): Promise<Output<Routes['listOpenings']>> {
  const { total, rows } = await openingRows(ctx, input)
  return { total, rows: rows.map((row) => ({ ...row, state: OpeningState.parse(row.state) })) }
}

/** What a person brought along of a year; it stays once somebody was paid on it. */
export async function keepOpening(
  ctx: Context,
  input: Input<Routes['keepOpening']>,
): Promise<Output<Routes['keepOpening']>> {
  await requirePerson(ctx, input.personId)
  if (!(await employers(ctx)).some(({ id }) => id === input.employerUnitId)) throw notFound({ what: 'unit' })
  const paid = await paidPeople(ctx, [input.personId], input)
  if (paid.size > 0) throw openingUsed({ year: input.year })
  const [written] = await writeOpenings(ctx, [{ ...input, source: 'typed' }])
  const { personId, ...after } = input
  await ctx.audit({ action: 'payroll.keep-opening', target: `person/${personId}`, after })
  await ctx.announce('payroll')
  return { openingId: written?.id ?? '', version: written?.version ?? 1 }
}
