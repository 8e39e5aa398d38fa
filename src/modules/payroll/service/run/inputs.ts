import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import { personFigureNames } from '#modules/people'
import type { inputRoutes } from '../../contract/inputs.ts'
import { runInputNames } from '../../rules/input-names.ts'
import { alreadyHeld, inputReserved, inputUsed, notTyped } from '../../run-problems.ts'
import {
  deleteInput,
  holdRows,
  inputById,
  inputRows,
  insertHold,
  payPerson,
  releaseHold,
  writeInputs,
} from '../../store/run/inputs.ts'
import { itemNames } from './item-names.ts'

type Routes = typeof inputRoutes

/** Names the run reckons itself: typing them would say the same thing twice. */
const reckoned: ReadonlySet<string> = new Set([
  'wage',
  'part_month_wage',
  'paid_days',
  'month_days',
  'workdays',
  'years_of_service',
  'minimum_wage',
  'receivable',
])

/** What may be typed or brought by a file: anything but what the run reckons and the results of the country's rules. */
export function isReserved(name: string): boolean {
  return reckoned.has(name) || name === 'arrears' || statutory.has(name)
}

const statutory: ReadonlySet<string> = new Set(['gross', 'taxable_income', 'insurance', 'employer_insurance', 'tax'])

export async function listInputs(
  ctx: Context,
  input: Input<Routes['listInputs']>,
): Promise<Output<Routes['listInputs']>> {
  const { total, rows } = await inputRows(ctx, input)
  const nameOf = await itemNames(ctx)
  return { total, rows: rows.map((row) => ({ ...row, title: nameOf(row.name) })) }
}

export async function keepInput(ctx: Context, input: Input<Routes['keepInput']>): Promise<Output<Routes['keepInput']>> {
  await requirePerson(ctx, input.personId)
  if (isReserved(input.name)) throw inputReserved({ name: input.name })
  const sourceKey = input.runKind === 'regular' ? '' : input.runKind
  const [written] = await writeInputs(ctx, [{ ...input, source: 'typed', sourceKey }])
  if (!written) throw inputUsed({})
  const { personId, ...after } = input
  await ctx.audit({ action: 'payroll.keep-input', target: `person/${personId}`, after })
  await ctx.announce('payroll')
  return { inputId: written.id, version: written.version }
}

export async function removeInput(ctx: Context, { inputId }: { inputId: string }): Promise<null> {
  const input = await inputById(ctx, inputId)
  if (!input) throw notFound({ what: 'pay-input' })
  if (!(await payPerson(ctx, input.personId, 'payroll.run'))) throw forbidden({ permission: 'payroll.run' })
  if (input.isUsed) throw inputUsed({})
  if (input.source === 'module') throw notTyped({})
  await deleteInput(ctx, inputId)
  const { personId, ...before } = input
  await ctx.audit({ action: 'payroll.remove-input', target: `person/${personId}`, before })
  await ctx.announce('payroll')
  return null
}

export async function listHolds(ctx: Context, input: Input<Routes['listHolds']>): Promise<Output<Routes['listHolds']>> {
  const { total, rows } = await holdRows(ctx, input)
  return { total, rows: rows.map((row) => ({ ...row, releasedAt: row.releasedAt?.toISOString() ?? null })) }
}

export async function holdPay(ctx: Context, input: Input<Routes['holdPay']>): Promise<Output<Routes['holdPay']>> {
  await requirePerson(ctx, input.personId)
  const open = await holdRows(ctx, { show: 'open', limit: 500, offset: 0 })
  if (open.rows.some(({ personId }) => personId === input.personId)) throw alreadyHeld({})
  const holdId = await insertHold(ctx, input)
  const { personId, ...after } = input
  await ctx.audit({ action: 'payroll.hold', target: `person/${personId}`, after })
  await ctx.announce('payroll')
  return { holdId }
}

export async function releasePay(
  ctx: Context,
  { holdId, version, reason }: Input<Routes['releasePay']>,
): Promise<Output<Routes['releasePay']>> {
  const { rows } = await holdRows(ctx, { show: 'all', limit: 1, offset: 0, holdId })
  const [hold] = rows
  if (!hold) throw notFound({ what: 'pay-hold' })
  await requirePerson(ctx, hold.personId)
  if (!(await releaseHold(ctx, holdId, version))) throw changedMeanwhile({ yours: version, current: hold.version })
  await ctx.audit({ action: 'payroll.release', target: `person/${hold.personId}`, after: { reason } })
  await ctx.announce('payroll')
  return { version: version + 1 }
}

/** Not seen is not found; seen and not to be run is forbidden. */
export async function requirePerson(ctx: Context, personId: string): Promise<void> {
  if (await payPerson(ctx, personId, 'payroll.run')) return
  if (await payPerson(ctx, personId, 'payroll.read')) throw forbidden({ permission: 'payroll.run' })
  throw notFound({ what: 'person' })
}

/** Names an import may have columns for, with what they are called. */
export function knownNames(ctx: Context): readonly { name: string; alias: string }[] {
  return [...runInputNames.filter(({ name }) => !isReserved(name)), ...personFigureNames(ctx)]
}
