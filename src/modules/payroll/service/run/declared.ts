import { createHash } from 'node:crypto'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import { peopleWithAccount } from '../../store/declarations.ts'
import { bankAccountsFor, declaredFor } from '../declared.ts'

export type DeclaredMonth = {
  /** Special deductions, and others such as a personal pension, of the tax year so far. */
  readonly specialFen: number
  readonly otherFen: number
  readonly isFirstJob: boolean
}
export type DeclaredByPerson = {
  readonly tax: ReadonlyMap<string, DeclaredMonth>
  readonly withAccount: ReadonlySet<string>
}

/** What people declared and payroll approved, as it counts for a payment. */
export async function declaredOf(
  ctx: Context,
  personIds: readonly string[],
  paidOn: Day,
  since: (personId: string) => Day | null,
): Promise<DeclaredByPerson> {
  const [tax, withAccount] = await Promise.all([
    declaredFor(ctx, personIds, paidOn, since),
    peopleWithAccount(ctx, personIds, paidOn),
  ])
  return { tax, withAccount }
}

export const noneDeclared: DeclaredByPerson = { tax: new Map(), withAccount: new Set() }

/** People whose approved accounts are the same, by a mark that tells nothing of the account. */
export async function accountMarks(
  ctx: Context,
  personIds: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, string>> {
  const accounts = await bankAccountsFor(ctx, personIds, day)
  return new Map(
    [...accounts].map(([personId, { number }]) => [
      personId,
      createHash('sha256').update(number.replaceAll(/\s/g, '')).digest('base64url'),
    ]),
  )
}
