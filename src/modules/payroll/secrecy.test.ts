import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillPath, pathNames, type Route } from '#core/contract'
import { sampleInput } from '../../../test/house/sample-input.ts'
import { manifests } from '../../app/modules.ts'
import { openWorld, type Answer, type Send, type World } from '#test/world'
import { canaryWage, openPaidFirm } from './slips-for-tests.ts'

const months = ['2026-01', '2026-02']
let world: World
let firm: Awaited<ReturnType<typeof openPaidFirm>>
/** What stands where an id of this name is asked for. */
let ids: Record<string, string>
/** Each amount of the slips that stands for somebody's pay, as fen and as yuan with and without commas. */
let amounts: RegExp
const personas = new Map<string, Send>()
let asWang: Send
let asFinance: Send

beforeAll(async () => {
  world = await openWorld({ now: '2026-03-04T02:00:00Z', keep: (close) => afterAll(close) })
  firm = await openPaidFirm(world)
  const slips: string[] = []
  for (const period of months) slips.push(await firm.pay('wang', period, { wage: canaryWage, score: '0.917' }))
  await world.within(async (ctx) => {
    const own = { tenant_id: ctx.tenantId }
    const wage = Math.round(Number(canaryWage) * 100)
    const personId = firm.person('wang')
    ids = { slipId: slips[0] ?? '', personId, groupId: firm.groupId, termId: ctx.newId(), inputId: ctx.newId() }
    await ctx.db
      .insertInto('pay_term')
      .values({
        ...own,
        id: ids['termId'] ?? '',
        person_id: personId,
        group_id: firm.groupId,
        wage_fen: wage,
        valid_from: '2024-01-01',
        changed_at: ctx.now,
      })
      .execute()
    await ctx.db
      .insertInto('pay_input')
      .values({
        ...own,
        id: ids['inputId'] ?? '',
        person_id: personId,
        period: '2026-03',
        name: 'one_off',
        value: canaryWage,
        source: 'typed',
        created_at: ctx.now,
      })
      .execute()
    const certificateId = ctx.newId()
    await ctx.db
      .insertInto('pay_certificate')
      .values({
        ...own,
        id: certificateId,
        person_id: personId,
        request_id: ctx.newId(),
        number: 'INC-1',
        purpose: 'Loan',
        language: 'en',
        months: 2,
        until_month: '2026-02',
        approved_at: ctx.now,
      })
      .execute()
    const rows = await ctx.db
      .selectFrom('pay_slip')
      .select(['run_id', 'gross_fen', 'net_fen', 'employer_cost_fen'])
      .execute()
    const fens = [wage, ...rows.flatMap((row) => [row.gross_fen, row.net_fen, row.employer_cost_fen].map(Number))]
    amounts = new RegExp([...new Set(fens)].map(pattern).join('|'))
    Object.assign(ids, {
      certificateId,
      runId: rows[0]?.run_id,
      unitId: firm.chart.units['SALES'],
      positionId: firm.chart.positions['CLERK'],
    })
  })
  asWang = await firm.as('wang')
  const asked = await asWang('POST', `/my-payslips/${ids['slipId']}/questions`, { text: `Why ${canaryWage}?` })
  ids['questionId'] = asked.body.questionId
  asFinance = (await world.member({ role: 'finance' })).send
  await asFinance('POST', `/pay-questions/${ids['questionId']}/messages`, { text: `It is ${canaryWage}.` })

  personas.set('the manager', await firm.as('head'))
  personas.set('a colleague', await firm.as('zhao'))
  for (const role of ['hr', 'administrator', 'manager']) personas.set(role, (await world.member({ role })).send)
  personas.set('somebody who has left', await firm.as('gone'))
  personas.set('a key of another system', await keyWithoutPay())
})

/** A key that may do all that keys may but pay. */
async function keyWithoutPay(): Promise<Send> {
  const all = Object.fromEntries(
    manifests.flatMap(({ permissions }) => permissions.map((one) => [one, 'tenant' as const])),
  )
  const { send } = await world.member({ may: all })
  const isPay = /^(payroll|finance|base)\./
  const permissions = Object.keys(all)
    .filter((one) => !isPay.test(one))
    .slice(0, 100)
  const made = await send('POST', '/api-keys', { name: 'ERP', permissions, expiresInDays: 9 })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  const authorization = `Bearer ${made.body.secret}`
  return (method, path, body, headers) => world.anonymous(method, path, body, { authorization, ...headers })
}

function pattern(fen: number): string {
  const [yuan = '', cents = ''] = (fen / 100).toFixed(2).split('.')
  const grouped = yuan.replaceAll(/\B(?=(\d{3})+$)/g, ',?')
  return `${grouped}\\.${cents}|\\b${fen}\\b`
}

const routes = manifests.flatMap((manifest) =>
  Object.entries(manifest.routes).map(([name, route]): [string, Route] => [`${manifest.name}.${name}`, route]),
)
const isAsked = ({ kind }: Route) => kind === undefined || kind === 'json' || kind === 'download'
const reads = routes.filter(([, route]) => isAsked(route) && route.method === 'GET')
const commands = routes.filter(
  ([name, route]) => isAsked(route) && route.method !== 'GET' && name.startsWith('payroll.'),
)
const seeks = ['text', 'q', 'search', 'query'] as const

function idFor(name: string): string {
  return ids[name] ?? (name === 'id' ? (ids['termId'] ?? '') : (ids['personId'] ?? ''))
}

function inputFor(route: Route): Record<string, unknown> {
  const sample = sampleInput(route, ids['personId'] ?? '')
  const named = [...new Set([...pathNames(route.path), ...Object.keys(sample)])].filter((name) => /^id$|Id$/.test(name))
  return { ...sample, ...Object.fromEntries(named.map((name) => [name, idFor(name)])), ...inPath(route) }
}

/** Parts of a path that are no ids: a year, a month. */
function inPath({ path }: Route): Record<string, unknown> {
  return {
    ...(path.includes(':year') ? { year: 2026 } : {}),
    ...(path.includes(':period') ? { period: '2026-02' } : {}),
  }
}

async function ask(send: Send, route: Route, more: Record<string, unknown> = {}): Promise<Answer> {
  const { path, rest } = fillPath(route.path, { ...inputFor(route), ...more })
  if (route.method !== 'GET') return send(route.method, path, rest)
  const query = new URLSearchParams(Object.entries(rest).map(([key, value]): [string, string] => [key, String(value)]))
  return send('GET', query.size > 0 ? `${path}?${query.toString()}` : path)
}

const told = (answer: Answer) => `${JSON.stringify(answer.body ?? '')} ${answer.bytes.toString('latin1')}`

describe('the canary', () => {
  test('is seen by its owner and by payroll: else this file looked at nothing', async () => {
    const own = await asWang('GET', `/my-payslips/${ids['slipId']}`)
    expect([own.status, amounts.test(told(own))]).toEqual([200, true])
    expect((await asWang('GET', `/my-payslips/${ids['slipId']}/file`)).status).toBe(200)
    const payroll = await asFinance('GET', `/pay-questions/${ids['questionId']}`)
    expect(told(payroll)).toMatch(amounts)
    const run = await asFinance('GET', `/pay-runs/${ids['runId']}/slips`)
    expect(told(run)).toMatch(amounts)
  })
})

describe.each([
  'the manager',
  'a colleague',
  'hr',
  'administrator',
  'manager',
  'somebody who has left',
  'a key of another system',
])('%s', (who) => {
  const send: Send = (...asked) => (personas.get(who) as Send)(...asked)

  test('finds no amount in anything that can be read, listed, searched, exported or downloaded', async () => {
    const found: string[] = []
    for (const [name, route] of reads) {
      const answers = [await ask(send, route)]
      const seek = seeks.find((key) => key in route.input.shape)
      if (seek) answers.push(await ask(send, route, { [seek]: canaryWage }))
      if (answers.some((answer) => amounts.test(told(answer)))) found.push(name)
      const isFile = route.kind === 'download' && /^(payroll|finance)\./.test(name)
      if (isFile && answers.some(({ status }) => status < 400)) found.push(`${name} gave a file`)
    }
    expect(found).toEqual([])
  }, 180_000)

  test('gets no amount out of any command of payroll either, and is told nothing by notices', async () => {
    const found: string[] = []
    for (const [name, route] of commands) if (amounts.test(told(await ask(send, route)))) found.push(name)
    expect(found).toEqual([])
    expect(told(await send('GET', '/notifications'))).not.toMatch(amounts)
  }, 60_000)
})

test('notices of pay carry no amount, to nobody, and neither does the audit', async () => {
  const kept = await world.within(async (ctx) => ({
    notices: await ctx.db.selectFrom('notification').selectAll().execute(),
    audits: await ctx.db.selectFrom('audit_row').selectAll().execute(),
  }))
  expect(kept.notices.length).toBeGreaterThan(0)
  expect(JSON.stringify(kept.notices)).not.toMatch(amounts)
  expect(JSON.stringify(kept.audits)).not.toMatch(amounts)
})
