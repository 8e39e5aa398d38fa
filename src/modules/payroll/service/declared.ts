import type { Day } from '#core/calendar'
import type { Fen } from '#core/payroll'
import type { Context } from '#kernel/context'
import type { AccountContent, DeductionContent, TaxContent } from '../contract/declarations.ts'
import { countedDeduction, monthsHeld, type CountedDeduction } from '../rules/special-deductions.ts'
import { approvedOf } from '../store/declarations.ts'
import { openContent } from './sealed-content.ts'

export type Declared = {
  /** Special additional deductions of the tax year, from January (or the hire) to the month of the day, all told. */
  readonly specialFen: Fen
  readonly parts: readonly CountedDeduction[]
  /** Personal pension of the year so far, reckoned likewise. */
  readonly otherFen: Fen
  readonly isFirstJob: boolean
}

export type BankAccount = AccountContent & { readonly personId: string; readonly declarationId: string }

/**
 * What people have declared for the tax year of a day, cumulated: a late declaration makes the sum of the year jump, and
 * with it this month's share. `since` says from when somebody is with this employer. Who declared nothing has no entry.
 */
export async function declaredFor(
  ctx: Context,
  personIds: readonly string[],
  day: Day,
  since: (personId: string) => Day | null = () => null,
): Promise<Map<string, Declared>> {
  const january: Day = `${day.slice(0, 4)}-01-01`
  const kinds = ['special-deduction', 'tax-data'] as const
  const rows = await approvedOf(ctx, personIds, kinds, { from: january, day })
  const found = new Map<string, Declared>()
  for (const row of rows) {
    const sum = found.get(row.personId) ?? { specialFen: 0, parts: [], otherFen: 0, isFirstJob: false }
    const { from, until, personId } = row
    if (row.kind === 'special-deduction') {
      const content = openContent(ctx, row) as DeductionContent
      const part = countedDeduction({ from, until, content }, day, since(personId))
      found.set(personId, { ...sum, specialFen: sum.specialFen + part.fen, parts: [...sum.parts, part] })
    } else {
      const { personalPensionFen, isFirstJob } = openContent(ctx, row) as TaxContent
      const months = monthsHeld({ from, until }, day, since(personId))
      found.set(personId, { ...sum, otherFen: sum.otherFen + months * personalPensionFen, isFirstJob })
    }
  }
  if (rows.length > 0) await recordOpened(ctx, 'payroll.open-declared', rows.length, personIds.length)
  return found
}

/** Approved accounts of people on a day, open: for files to the bank. Who has none has no entry. Recorded. */
export async function bankAccountsFor(
  ctx: Context,
  personIds: readonly string[],
  day: Day,
): Promise<Map<string, BankAccount>> {
  const rows = await approvedOf(ctx, personIds, ['bank-account'], { from: day, day })
  if (rows.length > 0) await recordOpened(ctx, 'payroll.open-accounts', rows.length, personIds.length)
  return new Map(
    rows.map((row) => {
      const content = openContent(ctx, row) as AccountContent
      return [row.personId, { ...content, personId: row.personId, declarationId: row.id }]
    }),
  )
}

async function recordOpened(ctx: Context, action: string, opened: number, people: number): Promise<void> {
  await ctx.audit({ action, target: 'declarations', after: { opened, people } })
}
