import { sql } from 'kysely'
import type { Input, Output } from '#core/contract'
import { voucherSteps, type AccountGap, type VoucherStep } from '#core/voucher'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { notFound } from '#kernel/problems'
import { pick, type LocalText } from '#core/local-text'
import type { Line, routes } from '../contract.ts'
import { alreadyReversed, noAccount, noChart, nothingToBook, reversalStays } from '../problems.ts'
import { accountsOf } from '../store/accounts.ts'
import { findPublishedRun, publishedRuns, sumsOfRuns, type PublishedRun } from '../store/runs.ts'
import { bookedSteps, findVoucher, linesOf, lockBooks, nextNumber, partsOf, voucherHeads } from '../store/vouchers.ts'
import { writeReversal, writeVoucher, type NewLine } from '../store/write-voucher.ts'
import { itemNames, wordOfCode } from './item-names.ts'
import { need, needWholePay } from './rights.ts'
import { draftVouchers, type Draft } from './voucher-drafts.ts'

type Routes = typeof routes
type Answer<K extends keyof Routes> = Promise<Output<Routes[K]>>

export async function listBookedRuns(ctx: Context, page: Input<Routes['listBookedRuns']>): Answer<'listBookedRuns'> {
  needWholePay(ctx)
  const runs = await publishedRuns(ctx).limit(page.limit).offset(page.offset).execute()
  const ids = runs.map(({ id }) => id)
  const [sums, steps, files] = [await sumsOfRuns(ctx, ids), await bookedSteps(ctx, ids), await bankFilesOf(ctx, ids)]
  return runs.map(({ groupId: _group, groupCode: _code, ...run }) => ({
    ...run,
    people: sums.get(run.id)?.people ?? 0,
    held: sums.get(run.id)?.held ?? 0,
    netFen: sums.get(run.id)?.netFen ?? 0,
    steps: voucherSteps.filter((step) => steps.some((one) => one.runId === run.id && one.step === step)),
    bankFiles: files.get(run.id) ?? 0,
  }))
}

export async function previewVouchers(
  ctx: Context,
  { runId }: Input<Routes['previewVouchers']>,
): Answer<'previewVouchers'> {
  const run = await needRun(ctx, runId)
  const booked = await bookedSteps(ctx, [runId])
  const drafts = await draftVouchers(ctx, run)
  const accounts = await accountNames(ctx)
  const units = await unitNames(
    ctx,
    drafts.flatMap(({ gaps }) => gaps.map(({ unitId }) => unitId)),
  )
  return drafts.map((draft) => ({
    step: draft.step,
    datedOn: draft.datedOn,
    voucherId: booked.find(({ step }) => step === draft.step)?.id ?? null,
    totalFen: totalOf(draft),
    lines: newLines(draft, accounts).map(shown),
    gaps: draft.gaps.map((gap) => ({ ...gap, unitName: units.get(gap.unitId ?? '') ?? null })),
  }))
}

export async function makeVouchers(
  ctx: Context,
  { runId, steps }: Input<Routes['makeVouchers']>,
): Answer<'makeVouchers'> {
  const run = await needRun(ctx, runId)
  need(ctx, 'finance.book', run.employerUnitId)
  await lockBooks(ctx, run.employerUnitId)
  const booked = await bookedSteps(ctx, [runId])
  const wanted = voucherSteps.filter((step) => !steps || steps.includes(step))
  const kept = booked.filter(({ step }) => wanted.includes(step as VoucherStep)).map(({ id }) => id)
  const due = wanted.filter((step) => !booked.some((one) => one.step === step))
  const drafts = await draftVouchers(ctx, run, due)
  await refuseGaps(ctx, drafts)
  const accounts = await accountNames(ctx)
  const made: string[] = []
  for (const draft of drafts) {
    const lines = newLines(draft, accounts)
    if (lines.length === 0) continue
    const number = await nextNumber(ctx, run.employerUnitId, draft.datedOn.slice(0, 7))
    const summary = summaryOf(run, draft.step)
    const voucher = {
      employerUnitId: run.employerUnitId,
      runId,
      step: draft.step,
      datedOn: draft.datedOn,
      number,
      summary,
    }
    made.push(await writeVoucher(ctx, { ...voucher, totalFen: totalOf(draft) }, lines))
  }
  if (made.length === 0 && kept.length === 0) throw nothingToBook({})
  if (made.length > 0) {
    await ctx.audit({
      action: 'finance.make-vouchers',
      target: `pay-run/${runId}`,
      after: { vouchers: made, steps: due },
    })
    await ctx.emit('finance.vouchers-made', { runId, voucherIds: made })
    await ctx.announce('finance')
  }
  return { made, kept }
}

export async function listVouchers(
  ctx: Context,
  { period, runId, ...page }: Input<Routes['listVouchers']>,
): Answer<'listVouchers'> {
  needWholePay(ctx)
  const ofPeriod = period === undefined ? sql`true` : sql`v.period = ${period}`
  const ofRun = runId === undefined ? sql`true` : sql`v.run_id = ${runId}`
  return voucherHeads(ctx, sql`${ofPeriod} and ${ofRun}`, page)
}

export async function readVoucher(ctx: Context, { id }: Input<Routes['readVoucher']>): Answer<'readVoucher'> {
  const head = await needVoucher(ctx, id)
  return { ...head, lines: await linesOf(ctx, [id]) }
}

export async function listParts(ctx: Context, { id, line, ...page }: Input<Routes['listParts']>): Answer<'listParts'> {
  const head = await needVoucher(ctx, id)
  const parts = await partsOf(ctx, id, line, page)
  if (parts.total === 0) throw notFound({ what: 'voucher line' })
  const names = await itemNames(ctx, head.runId)
  return {
    ...parts,
    rows: parts.rows.map((part) => ({ ...part, itemName: names.get(part.code) ?? wordOfCode(part.code) })),
  }
}

export async function reverseVoucher(
  ctx: Context,
  { id, reason, on }: Input<Routes['reverseVoucher']>,
): Answer<'reverseVoucher'> {
  const seen = await needVoucher(ctx, id)
  need(ctx, 'finance.book', seen.employerUnitId)
  await lockBooks(ctx, seen.employerUnitId)
  const head = await needVoucher(ctx, id)
  if (head.reversesId !== null) throw reversalStays({})
  if (head.isReversed) throw alreadyReversed({})
  const datedOn = on ?? head.datedOn
  const number = await nextNumber(ctx, head.employerUnitId, datedOn.slice(0, 7))
  const summary = `冲销 记-${head.number} ${head.summary}`.slice(0, 200)
  const reversalId = await writeReversal(ctx, id, { datedOn, number, summary, reason })
  await ctx.audit({ action: 'finance.reverse-voucher', target: `voucher/${id}`, after: { reversalId, reason } })
  await ctx.announce('finance')
  return { id: reversalId }
}

/** A published run whose books the asker sees, with the right to see what people earn. */
export async function needRun(ctx: Context, runId: string): Promise<PublishedRun> {
  needWholePay(ctx)
  const run = await findPublishedRun(ctx, runId)
  if (!run) throw notFound({ what: 'pay run' })
  return run
}

async function needVoucher(ctx: Context, id: string) {
  needWholePay(ctx)
  const head = await findVoucher(ctx, id)
  if (!head) throw notFound({ what: 'voucher' })
  return head
}

async function refuseGaps(ctx: Context, drafts: readonly Draft[]): Promise<void> {
  const gaps = drafts.flatMap((draft) => draft.gaps)
  const [first] = gaps
  if (!first) return
  if ((await accountsOf(ctx)).length === 0) throw noChart({})
  throw noAccount(await gapFacts(ctx, first, gaps.length - 1))
}

async function gapFacts(ctx: Context, gap: AccountGap, more: number) {
  const units = await unitNames(ctx, [gap.unitId])
  const name = pick(wordOfCode(gap.code), ctx.language) || gap.code
  const unit = gap.unitId === null ? '' : pick(units.get(gap.unitId), ctx.language)
  return { item: name, unit: unit || '–', use: say(ctx.language, `finance.uses.${gap.use}`, {}), more }
}

/** Summaries stand in the ledger, whose language is the country's. */
const stepWords: Readonly<Record<VoucherStep, string>> = {
  accrual: '计提工资',
  employer: '计提单位社保公积金',
  payment: '发放工资',
  remittance: '缴纳社保公积金',
  tax: '缴纳个人所得税',
}

function summaryOf(run: PublishedRun, step: VoucherStep): string {
  const which = run.kind === 'regular' ? '' : ` ${run.title || run.number}`
  return `${stepWords[step]} ${run.period} ${pick(run.groupName, 'zh-CN')}${which}`.slice(0, 200)
}

function totalOf({ lines }: Draft): number {
  return lines.reduce((sum, { side, fen }) => (side === 'debit' ? sum + fen : sum), 0)
}

function newLines(draft: Draft, accounts: ReadonlyMap<string, LocalText>): NewLine[] {
  return draft.lines.map(({ account, costCentre, side, fen, parts }, at) => ({
    number: at + 1,
    account,
    accountName: accounts.get(account) ?? {},
    costCentre: (costCentre !== null && draft.centres.get(costCentre)) || null,
    debitFen: side === 'debit' ? fen : 0,
    creditFen: side === 'credit' ? fen : 0,
    parts: parts.map((part) => ({
      slipId: part.slipId,
      code: part.code,
      unitId: part.place?.unitId ?? null,
      fen: part.fen,
    })),
  }))
}

function shown({ costCentre, parts, ...line }: NewLine): Line {
  return {
    ...line,
    costCentre: costCentre?.code ?? null,
    costCentreName: costCentre?.name ?? null,
    parts: parts.length,
  }
}

async function accountNames(ctx: Context): Promise<Map<string, LocalText>> {
  return new Map((await accountsOf(ctx)).map(({ code, name }) => [code, name]))
}

async function unitNames(ctx: Context, ids: readonly (string | null)[]): Promise<Map<string, LocalText>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const { rows } = await sql<{ id: string; name: LocalText }>`
    select u.unit_id as id, u.name from unit_version u
    where u.tenant_id = ${ctx.tenantId} and u.unit_id = any(${wanted}::uuid[]) and ${validOn('u', ctx.today)}`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function bankFilesOf(ctx: Context, runIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ runId: string; files: number }>`
    select run_id as "runId", count(*)::int as files from bank_file
    where tenant_id = ${ctx.tenantId} and run_id = any(${[...runIds]}::uuid[]) group by run_id`.execute(ctx.db)
  return new Map(rows.map(({ runId, files }) => [runId, files]))
}
