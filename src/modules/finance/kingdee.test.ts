import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Send, World } from '#test/world'
import { monthOf28000, openBooks, openPayer, type Payer } from './pay-for-tests.ts'

let world: World
let payer: Payer
let close = async () => {}
let finance: Send
let url = ''
let runs = 0
/** A small K3Cloud: sessions by cookie, vouchers kept as they came; it may lose an answer after having saved. */
const kept: {
  number: string
  body: { Model: { FEntity: { FEXPLANATION: string; FDEBIT: number; FCREDIT: number }[] } }
}[] = []
const asked: string[] = []
let loses = 0
let errors: string[] = []
const ledger = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const { parameters } = JSON.parse(Buffer.concat(parts).toString()) as { parameters: string[] }
    const call = /\.(\w+)\.common\.kdsvc$/.exec(request.url ?? '')?.[1] ?? ''
    asked.push(call)
    const answer = (body: unknown) => response.end(JSON.stringify(body))
    if (call === 'LoginByAppSecret') {
      if (parameters[3] !== 'app-secret') return answer({ LoginResultType: 0 })
      response.setHeader('set-cookie', 'kdservice-sessionid=abc; Path=/; HttpOnly')
      return answer({ LoginResultType: 1 })
    }
    if (request.headers.cookie !== 'kdservice-sessionid=abc')
      return answer({ Result: { ResponseStatus: { IsSuccess: false } } })
    if (call === 'ExecuteBillQuery') {
      const { FilterString } = JSON.parse(parameters[0] ?? '') as { FilterString: string }
      const wanted = /%(.+)%/.exec(FilterString)?.[1] ?? '?'
      return answer(
        kept.flatMap(({ number, body }, at) =>
          body.Model.FEntity[0]?.FEXPLANATION.includes(wanted) ? [[at + 1, number]] : [],
        ),
      )
    }
    if (errors.length > 0)
      return answer({
        Result: { ResponseStatus: { IsSuccess: false, Errors: errors.map((Message) => ({ Message })) } },
      })
    const number = String(kept.length + 1)
    kept.push({ number, body: JSON.parse(parameters[1] ?? '') })
    if (loses > 0) {
      loses -= 1
      return void response.destroy()
    }
    answer({
      Result: {
        ResponseStatus: { IsSuccess: true, Errors: [], SuccessEntitys: [{ Id: kept.length, Number: number }] },
      },
    })
  })
})
const listed = process.env['REMIT_OUTBOUND_HOSTS']

beforeAll(async () => {
  await new Promise<void>((done) => ledger.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(ledger.address() as AddressInfo).port}/k3cloud`
  process.env['REMIT_OUTBOUND_HOSTS'] = new URL(url).host
  world = await openBooks({ now: '2026-08-12T02:00:00Z', keep: (end) => (close = end) })
  payer = await openPayer(world)
  finance = (await world.member({ role: 'finance' })).send
  await finance('POST', '/finance/accounts/default', { from: '2025-01-01' })
})
afterAll(async () => {
  if (listed === undefined) delete process.env['REMIT_OUTBOUND_HOSTS']
  else process.env['REMIT_OUTBOUND_HOSTS'] = listed
  await close()
  await new Promise((done) => {
    ledger.close(done)
    ledger.closeAllConnections()
  })
})

const link = (parts: object = {}) =>
  finance('PUT', `/finance/ledger-links/${payer.unit('CO')}`, {
    url,
    accountSet: 'set',
    book: '001',
    userName: 'remit',
    appId: 'app',
    secret: 'app-secret',
    ...parts,
  })
async function booked(): Promise<string> {
  runs += 1
  const { runId } = await payer.pay({ E1: { lines: monthOf28000 } }, { kind: 'off-cycle', number: runs })
  return (await finance('POST', `/finance/runs/${runId}/vouchers`, { steps: ['payment'] })).body.made[0]
}
const sent = async (id: string, body: object = {}) => (await finance('POST', `/finance/vouchers/${id}/send`, body)).body

test('without a link nothing is sent; the secret is never told and another host needs it anew', async () => {
  const id = await booked()
  expect((await sent(id)).code).toBe('finance.no-ledger-link')
  expect((await link({ secret: undefined })).body.code).toBe('finance.needs-secret')
  expect((await link()).status).toBe(200)
  expect((await link({ secret: undefined, book: '002' })).status).toBe(200)
  expect((await link({ secret: undefined, url: 'https://elsewhere.example.org/' })).body.code).toBe(
    'finance.needs-secret',
  )
  expect(JSON.stringify((await finance('GET', '/finance/ledger-links')).body)).not.toContain('secret')
  await link()
})

test('a voucher is looked up, then sent once with all its lines', async () => {
  const id = await booked()
  asked.length = 0
  expect(await sent(id)).toMatchObject({ state: 'sent', remoteNumber: '1' })
  expect(await sent(id)).toMatchObject({ state: 'sent', remoteNumber: '1' })
  expect(asked).toEqual(['LoginByAppSecret', 'ExecuteBillQuery', 'Save'])
  const entries = kept[0]?.body.Model.FEntity ?? []
  expect(entries[0]).toMatchObject({ FDEBIT: 28_000, FCREDIT: 0 })
  expect(
    entries.reduce((sum, { FDEBIT, FCREDIT }) => sum + Math.round(FDEBIT * 100) - Math.round(FCREDIT * 100), 0),
  ).toBe(0)
  expect((await finance('GET', `/finance/vouchers/${id}`)).body.sending).toMatchObject({
    state: 'sent',
    remoteNumber: '1',
  })
})

test('a lost answer: the next try finds it there and sends nothing', async () => {
  const id = await booked()
  const before = kept.length
  loses = 1
  expect(await sent(id)).toMatchObject({ state: 'unknown', message: 'base.outbound-no-connection' })
  expect(kept).toHaveLength(before + 1)
  expect(await sent(id, { again: true })).toMatchObject({ state: 'sent', remoteNumber: String(before + 1) })
  expect(kept).toHaveLength(before + 1)
})

test('lost before it was kept: nothing is sent again until somebody says so', async () => {
  const id = await booked()
  const before = kept.length
  loses = 1
  await sent(id)
  kept.pop()
  asked.length = 0
  expect(await sent(id)).toMatchObject({ state: 'unknown', message: 'not-there' })
  expect(asked).toEqual(['LoginByAppSecret', 'ExecuteBillQuery'])
  expect(await sent(id, { again: true })).toMatchObject({ state: 'sent' })
  expect(kept).toHaveLength(before + 1)
})

test('several at the same time send it once', async () => {
  const id = await booked()
  const before = kept.length
  const answers = await Promise.all([sent(id), sent(id), sent(id)])
  expect(kept).toHaveLength(before + 1)
  expect(answers.some(({ state }) => state === 'sent')).toBe(true)
})

test('a refusal is told in its words and may be tried again; private hosts that are not listed are not asked', async () => {
  const id = await booked()
  errors = ['科目 2211.01 不存在']
  expect(await sent(id)).toMatchObject({ state: 'refused', message: '科目 2211.01 不存在' })
  errors = []
  expect(await sent(id)).toMatchObject({ state: 'sent' })
  const other = await booked()
  process.env['REMIT_OUTBOUND_HOSTS'] = ''
  expect(await sent(other)).toMatchObject({ state: 'refused', message: 'base.outbound-not-encrypted' })
  process.env['REMIT_OUTBOUND_HOSTS'] = new URL(url).host
  const { send: foreign } = await world.member({ role: 'finance', tenantId: await world.anotherTenant() })
  expect((await foreign('POST', `/finance/vouchers/${other}/send`, {})).status).toBe(404)
})
