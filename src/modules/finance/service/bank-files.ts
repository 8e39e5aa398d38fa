import { sql } from 'kysely'
import { mapHeader } from '#core/tabular'
import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import type { Call, Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { masked, seal, unseal } from '#kernel/sealed'
import { readSpreadsheet, writeSpreadsheet } from '#kernel/spreadsheet'
import { inTransaction } from '#kernel/transaction'
import type { BankTemplate, routes } from '../contract.ts'
import { bankFaultsLeft, listUnreadable, needsReason, nothingLeft, wantsSecondLook } from '../problems.ts'
import { bankCells, bankText, totalCells, type BankPayment } from '../rules/bank-template.ts'
import { digits } from '../rules/bank-checks.ts'
import { failureFields, matchReturned, type ReturnedRow } from '../rules/failure-list.ts'
import { bankFilesWhere, bankRows, lockRun, markFailed, sealedFile, writeBankFile } from '../store/bank-files.ts'
import { draftBankFile, type BankDraft, type Due } from './bank-check.ts'
import { needTemplate } from './bank-templates.ts'
import { need, needWholePay } from './rights.ts'
import { inGbk } from './voucher-files.ts'

type Routes = typeof routes
type Answer<K extends keyof Routes> = Promise<Output<Routes[K]>>
/** A file as it was made: its bytes, and the account of each row, by which the bank's list is matched. */
type Made = { readonly bytes: string; readonly mediaType: string; readonly numbers: readonly string[] }

export async function makeBankFile(ctx: Context, input: Input<Routes['makeBankFile']>): Answer<'makeBankFile'> {
  const { runId, again, reason } = input
  await lockRun(ctx, runId)
  const draft = await draftBankFile(ctx, runId, again)
  need(ctx, 'finance.book', draft.run.employerUnitId)
  const template = await needTemplate(ctx, input.template)
  const isRepeat = again === 'all' && draft.check.files > 0
  if (isRepeat && reason === '') throw needsReason({ files: draft.check.files })
  const payments = paymentsOf(draft, input).map((due) => ({ due, payment: paymentOf(due) }))
  if (payments.length === 0) throw nothingLeft({})
  const id = ctx.newId()
  const number = draft.check.files + 1
  const name = nameOf(draft, template, number)
  const made = await madeFile(
    template,
    payments.map(({ payment }) => payment),
    name,
  )
  const totalFen = payments.reduce((sum, { payment }) => sum + payment.fen, 0)
  const followsId = isRepeat ? null : draft.lastFileId
  const sealed = seal(ctx, { table: 'bank_file', column: 'sealed', id }, made)
  await writeBankFile(
    ctx,
    { id, runId, number, template: template.code, name, followsId, reason, totalFen, sealed },
    payments.map(({ due: { payee }, payment }, at) => ({
      line: at + 1,
      personId: payee.personId,
      slipId: payee.slipId,
      name: payee.personName,
      shown: masked(payment.number),
      fen: payment.fen,
    })),
  )
  await ctx.audit({
    action: 'finance.make-bank-file',
    target: `pay-run/${runId}`,
    after: { id, number, rows: payments.length, again, reason },
  })
  await ctx.announce('finance')
  return { id, rows: payments.length, totalFen }
}

export async function listBankFiles(
  ctx: Context,
  { runId, ...page }: Input<Routes['listBankFiles']>,
): Answer<'listBankFiles'> {
  needWholePay(ctx)
  const files = await bankFilesWhere(ctx, runId === undefined ? sql`true` : sql`f.run_id = ${runId}`, page)
  return files.map(({ employerUnitId: _unit, ...file }) => file)
}

export async function listBankRows(
  ctx: Context,
  { id, ...page }: Input<Routes['listBankRows']>,
): Answer<'listBankRows'> {
  await needFile(ctx, id)
  return bankRows(ctx, id, page)
}

export async function downloadBankFile(ctx: Context, { id }: Input<Routes['downloadBankFile']>): Promise<Download> {
  return inTransaction(ctx, async (own) => {
    const file = await needFile(own, id)
    need(own, 'finance.export', file.employerUnitId)
    const { bytes, mediaType } = await madeOf(own, id)
    await own.audit({ action: 'finance.download-bank-file', target: `bank-file/${id}`, after: { rows: file.rows } })
    return { name: file.name, mediaType, body: Buffer.from(bytes, 'base64') }
  })
}

export async function importFailures(
  ctx: Context,
  { id }: Input<Routes['importFailures']>,
  { upload }: Call,
): Answer<'importFailures'> {
  if (!upload) throw listUnreadable({ why: '' })
  await inTransaction(ctx, (own) => needFile(own, id))
  const returned = await returnedRows(upload.path, upload.name)
  return inTransaction(ctx, async (own) => {
    const file = await needFile(own, id)
    need(own, 'finance.book', file.employerUnitId)
    const { numbers } = await madeOf(own, id)
    const rows = await bankRows(own, id, { onlyFailed: false, limit: 100_000, offset: 0 })
    const sent = rows.map(({ line, personName }) => ({ line, name: personName, number: numbers[line - 1] ?? '' }))
    const { failed, unknown, paid } = matchReturned(returned, sent)
    const failedFen = await markFailed(own, id, failed)
    await own.audit({
      action: 'finance.import-failures',
      target: `bank-file/${id}`,
      after: { failed: failed.length, unknown: unknown.length },
    })
    await own.announce('finance')
    return { failed: failed.length, failedFen, paid, unknown: unknown.slice(0, 100) }
  })
}

/** Who is in the file: everybody due, less those left out; refused while something speaks against somebody. */
function paymentsOf({ due, check }: BankDraft, { leaveOut, accept }: Input<Routes['makeBankFile']>): Due[] {
  const blocked = check.faults.filter(({ isBlocking }) => isBlocking)
  const [first] = blocked
  if (first && !leaveOut) throw bankFaultsLeft({ person: first.personName, count: blocked.length })
  const doubtful = check.faults.length - blocked.length
  if (doubtful > 0 && !accept) throw wantsSecondLook({ count: doubtful })
  return due.filter(({ fault }) => !fault?.isBlocking)
}

function paymentOf({ payee, account }: Due): BankPayment {
  return {
    number: digits(account?.number ?? ''),
    bank: account?.bank ?? '',
    branch: account?.branch || (account?.bank ?? ''),
    name: payee.personName,
    personNumber: payee.personNumber,
    mobile: payee.mobile,
    fen: payee.fen,
  }
}

async function madeFile({ content }: BankTemplate, payments: readonly BankPayment[], name: string): Promise<Made> {
  const numbers = payments.map(({ number }) => number)
  if (content.format === 'text') {
    const text = bankText(content, payments)
    const bytes = content.encoding === 'gbk' ? inGbk(text, name) : Buffer.from(`\uFEFF${text}`)
    return { bytes: Buffer.from(bytes).toString('base64'), mediaType: 'text/plain', numbers }
  }
  const columns = content.columns.map(({ title, field }) => ({
    title,
    kind: field === 'amount' && content.amount === 'yuan' ? ('money' as const) : ('text' as const),
  }))
  const totals = content.totals === 'none' ? [] : [totalCells(content, payments)]
  const cells = bankCells(content, payments)
  const rows = content.totals === 'first' ? [...totals, ...cells] : [...cells, ...totals]
  const bytes = await writeSpreadsheet(columns, rows, { sheetName: '代发' })
  return { bytes: Buffer.from(bytes).toString('base64'), mediaType: sheetType, numbers }
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function nameOf({ run }: BankDraft, { content, code }: BankTemplate, number: number): string {
  const group = pick(run.groupName, 'zh-CN').replaceAll(/[\\/:*?"<>|\s]+/g, '')
  const extension = content.format === 'xlsx' ? 'xlsx' : 'txt'
  return `代发_${group}_${run.period}_${code}_${number}.${extension}`
}

async function needFile(ctx: Context, id: string) {
  needWholePay(ctx)
  const [file] = await bankFilesWhere(ctx, sql`f.id = ${id}`, { limit: 1, offset: 0 })
  if (!file) throw notFound({ what: 'bank file' })
  return file
}

async function madeOf(ctx: Context, id: string): Promise<Made> {
  const sealed = await sealedFile(ctx, id)
  if (!sealed) throw notFound({ what: 'bank file' })
  return unseal(ctx, { table: 'bank_file', column: 'sealed', id }, sealed) as Made
}

async function returnedRows(path: string, name: string): Promise<ReturnedRow[]> {
  // banks name their text lists .txt; parted by commas they are read as any other
  const read = await readSpreadsheet(path, name.replace(/\.txt$/i, '.csv'))
  if (!read.ok) throw listUnreadable({ why: read.refusal.refused })
  const { columns, missing } = mapHeader(read.table.header, failureFields)
  if (missing.length > 0) throw listUnreadable({ why: '账号' })
  return read.table.rows.map(({ line, cells }) => {
    const text = (key: string) => (cells[columns[key] ?? -1] ?? '').trim()
    return { line, number: text('number'), name: text('name'), state: text('state'), reason: text('reason') }
  })
}
