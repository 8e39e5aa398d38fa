import { sql } from 'kysely'
import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { fetchOutbound } from '#kernel/outbound'
import { Problem } from '#kernel/problem'
import { unseal } from '#kernel/sealed'
import { inTransaction } from '#kernel/transaction'
import type { LedgerLink, routes, Sending } from '../contract.ts'
import { beingSent, ledgerRefusesLogin, ledgerSpeaksOtherwise, noLedgerLink } from '../problems.ts'
import { foundNumber, kingdeePaths, queryBody, saved, voucherBody } from '../rules/kingdee-cloud.ts'
import type { Entry } from '../rules/voucher-rows.ts'
import { claimSending, ledgerLinks, noteSending } from '../store/ledger-links.ts'
import { linesOf, voucherHeads } from '../store/vouchers.ts'
import { placeOf } from './ledger-links.ts'
import { need, needWholePay } from './rights.ts'

type Routes = typeof routes
type Work = {
  readonly link: LedgerLink
  readonly secret: string
  readonly entries: readonly Entry[]
  readonly before: string | null
}

/**
 * Save knows no key that would make it safe to repeat. So what is about to be sent is noted and committed first, the other
 * system is asked whether the voucher is there, and only then it is sent, once. A lost answer leaves "unknown": the next
 * try looks again, and sends a second time only when it is told to.
 */
export async function sendVoucher(
  ctx: Context,
  { id, again }: Input<Routes['sendVoucher']>,
): Promise<Output<Routes['sendVoucher']>> {
  const work = await inTransaction(ctx, (own) => prepare(own, id))
  if ('state' in work) return work
  const outcome = await ask(id, work, again)
  await inTransaction(ctx, async (own) => {
    await noteSending(own, id, outcome)
    await own.audit({ action: 'finance.send-voucher', target: `voucher/${id}`, after: outcome })
    await own.announce('finance')
  })
  return outcome
}

async function prepare(ctx: Context, id: string): Promise<Work | Sending> {
  needWholePay(ctx)
  const [head] = await voucherHeads(ctx, sql`v.id = ${id}`, { limit: 1, offset: 0 })
  if (!head) throw notFound({ what: 'voucher' })
  need(ctx, 'finance.export', head.employerUnitId)
  if (head.sending?.state === 'sent') return { ...head.sending, state: 'sent' }
  const found = (await ledgerLinks(ctx)).find((one) => one.employerUnitId === head.employerUnitId)
  if (!found) throw noLedgerLink({})
  const claimed = await claimSending(ctx, id)
  if (!claimed) throw beingSent({})
  const { secret, ...link } = found
  const lines = await linesOf(ctx, [id])
  const entries = lines.map((line) => ({
    ...line,
    datedOn: head.datedOn,
    voucherNumber: head.number,
    summary: head.summary,
  }))
  return { link, secret: unseal(ctx, placeOf(link.employerUnitId), secret) as string, entries, before: claimed.before }
}

async function ask(id: string, { link, secret, entries, before }: Work, again: boolean): Promise<Sending> {
  let isOnItsWay = before === 'sending' || before === 'unknown'
  try {
    const cookie = await login(link, secret)
    const known = foundNumber(await post(link, 'query', { parameters: [JSON.stringify(queryBody(id))] }, cookie))
    if (known !== undefined) return { state: 'sent', remoteNumber: known, message: '' }
    if (isOnItsWay && !again) return { state: 'unknown', remoteNumber: null, message: 'not-there' }
    isOnItsWay = true
    const { formid, data } = voucherBody(id, entries, link)
    const answer = saved(await post(link, 'save', { parameters: [formid, JSON.stringify(data)] }, cookie))
    if ('number' in answer) return { state: 'sent', remoteNumber: answer.number, message: '' }
    return { state: 'refused', remoteNumber: null, message: answer.refusal }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { state: isOnItsWay ? 'unknown' : 'refused', remoteNumber: null, message: error.code }
  }
}

async function login(link: LedgerLink, secret: string): Promise<string> {
  const parameters = [link.accountSet, link.userName, link.appId, secret, 2052]
  const { text, cookies } = await request(link, 'login', { parameters })
  const isIn = (jsonIn(text) as { LoginResultType?: number } | null)?.LoginResultType === 1
  const cookie = cookies.find((one) => one.startsWith('kdservice-sessionid='))
  if (!isIn || !cookie) throw ledgerRefusesLogin({})
  return cookie
}

async function post(link: LedgerLink, path: 'query' | 'save', body: object, cookie: string): Promise<unknown> {
  return jsonIn((await request(link, path, body, cookie)).text)
}

function request(link: LedgerLink, path: keyof typeof kingdeePaths, body: object, cookie?: string) {
  const url = `${link.url.replace(/\/$/, '')}/${kingdeePaths[path]}`
  const headers = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) }
  return fetchOutbound({ url, headers, body: JSON.stringify(body), limitMs: 30_000 })
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw ledgerSpeaksOtherwise({})
  }
}
