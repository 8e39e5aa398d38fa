import { sql } from 'kysely'
import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { bankAccountsFor } from '#modules/payroll'
import { notFound } from '#kernel/problems'
import type { BankCheck, PayeeFault, routes } from '../contract.ts'
import { blockingFaults, checkPayees, type BankAccount } from '../rules/bank-checks.ts'
import { bankFilesWhere, payables, type Payable } from '../store/bank-files.ts'
import { findPublishedRun, type PublishedRun } from '../store/runs.ts'
import { needWholePay } from './rights.ts'

type Routes = typeof routes
export type Due = {
  readonly payee: Payable
  readonly account: BankAccount | null
  readonly fault: PayeeFault | undefined
}
export type BankDraft = {
  readonly run: PublishedRun
  readonly check: BankCheck
  readonly due: readonly Due[]
  readonly lastFileId: string | null
}

export async function checkBankFile(
  ctx: Context,
  { runId, again }: Input<Routes['checkBankFile']>,
): Promise<Output<Routes['checkBankFile']>> {
  return (await draftBankFile(ctx, runId, again)).check
}

/** Who is to be paid by the next file of a run, and what speaks against it. */
export async function draftBankFile(ctx: Context, runId: string, again: 'rest' | 'all'): Promise<BankDraft> {
  needWholePay(ctx)
  const run = await findPublishedRun(ctx, runId)
  if (!run) throw notFound({ what: 'pay run' })
  const all = await payables(ctx, runId)
  const free = all.filter(({ isHeld }) => !isHeld)
  const owed = free.filter(({ fen, isSent }) => fen > 0 && (again === 'all' || !isSent))
  const accounts = await bankAccountsFor(
    ctx,
    owed.map(({ personId }) => personId),
    run.paidOn > ctx.today ? run.paidOn : ctx.today,
  )
  const due = checked(owed, accounts)
  const files = await bankFilesWhere(ctx, sql`f.run_id = ${runId}`, { limit: 500, offset: 0 })
  const sum = (rows: readonly Payable[]) => rows.reduce((total, { fen }) => total + fen, 0)
  const check: BankCheck = {
    netFen: sum(all),
    heldFen: sum(all.filter(({ isHeld }) => isHeld)),
    sentFen: sum(free.filter(({ isSent }) => isSent)),
    people: owed.length,
    totalFen: sum(owed),
    zero: free.filter(({ fen }) => fen <= 0).length,
    held: all.length - free.length,
    faults: due.flatMap(({ fault }) => (fault ? [fault] : [])).slice(0, 500),
    files: files.length,
  }
  return { run, check, due, lastFileId: files[0]?.id ?? null }
}

function checked(owed: readonly Payable[], accounts: ReadonlyMap<string, BankAccount>): Due[] {
  const found = checkPayees(
    owed.map(({ personId, personName }) => ({ personId, name: personName, account: accounts.get(personId) ?? null })),
  )
  return owed.map((payee) => {
    const { personId, personName, personNumber, fen } = payee
    const faults = found.get(personId)
    const isBlocking = faults?.some((fault) => blockingFaults.includes(fault)) ?? false
    return {
      payee,
      account: accounts.get(personId) ?? null,
      fault: faults && { personId, personName, personNumber, fen, faults, isBlocking },
    }
  })
}
