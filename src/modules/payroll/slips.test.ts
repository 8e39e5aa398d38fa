import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import { languages, wordsOf, type Words } from '#kernel/i18n'
import { routes } from './contract.ts'
import { sumSlip } from './rules/sum-slip.ts'
import { openPaidFirm, payModules } from './slips-for-tests.ts'
import { faultsOf } from './walk-slips-for-tests.ts'

let world: World
let firm: Awaited<ReturnType<typeof openPaidFirm>>
let [wang, zhao]: Send[] = []
let [january, february, draft, of]: string[] = []
const asWang: Send = (...asked) => (wang as Send)(...asked)
const asZhao: Send = (...asked) => (zhao as Send)(...asked)

beforeAll(async () => {
  world = await openWorld({ modules: payModules, now: '2026-03-04T02:00:00Z', keep: (close) => afterAll(close) })
  firm = await openPaidFirm(world)
  january = await firm.pay('wang', '2026-01', { score: '1.1' })
  february = await firm.pay('wang', '2026-02', { score: '0.7' })
  of = await firm.pay('zhao', '2026-02')
  draft = await firm.pay('wang', '2026-03', {}, 'calculated')
  wang = await firm.as('wang')
  zhao = await firm.as('zhao')
})

describe('my payslips', () => {
  test('are listed without an amount, the newest first, and only those that were published', async () => {
    const { status, body } = await asWang('GET', '/my-payslips')
    expect(status).toBe(200)
    expect(body.rows.map((row: { id: string }) => row.id)).toEqual([february, january])
    expect(body.rows[0]).toEqual({
      id: february,
      period: '2026-02',
      paidOn: '2026-02-28',
      kind: 'regular',
      title: '',
      employerName: expect.any(Object),
      openedAt: null,
      confirmedAt: null,
      openQuestions: 0,
    })
    expect((await asZhao('GET', '/my-payslips')).body.rows.map((row: { id: string }) => row.id)).toEqual([of])
  })

  test('open with lines in order, named, beside the month before, and what is not for the slip stays away', async () => {
    const { status, body } = await asWang('GET', `/my-payslips/${february}`)
    expect(status).toBe(200)
    expect(body.lines.slice(0, 3)).toMatchObject([
      { code: 'base_wage', name: { en: 'Base wage' }, fen: 2_000_000, beforeFen: 2_000_000 },
      {
        code: 'performance_pay',
        fen: 280_000,
        beforeFen: 440_000,
        reason: { rule: 'item', facts: { formula: 'performance_base * performance_score', performance_score: '0.7' } },
      },
      { code: 'back_pay', fen: 0 },
    ])
    const codes = body.lines.map((line: { code: string }) => line.code)
    expect(codes).toContain('day_rate')
    expect(codes).not.toContain('secret_basis')
    expect(body.sums.gross).toBe(2_280_000)
    expect(body.before).toMatchObject({ period: '2026-01', sums: { gross: 2_440_000 } })
    expect(body.inputs).toContainEqual({
      name: 'performance_score',
      value: '0.7',
      source: { kind: 'performance', label: 'Score', path: `/performance/scores/${firm.person('wang')}` },
    })
    expect(body.currency).toBe('CNY')
    const first = await asWang('GET', `/my-payslips/${january}`)
    expect(first.body.before).toBeNull()
    expect(first.body.lines[0].beforeFen).toBeNull()
  })

  test('opening is noted once; receipt is confirmed once', async () => {
    const again = await asWang('GET', '/my-payslips')
    expect(again.body.rows.map((row: { openedAt: string | null }) => row.openedAt)).toEqual([
      '2026-03-04T02:00:00.000Z',
      '2026-03-04T02:00:00.000Z',
    ])
    const confirmed = await asWang('POST', `/my-payslips/${february}/confirm`)
    expect(confirmed.body).toEqual({ confirmedAt: '2026-03-04T02:00:00.000Z' })
    world.time.now = new Date('2026-03-04T02:01:00Z')
    expect((await asWang('POST', `/my-payslips/${february}/confirm`)).body).toEqual(confirmed.body)
    const audits = await world.within((ctx) =>
      ctx.db.selectFrom('audit_row').select('target').where('action', '=', 'payroll.confirm-slip').execute(),
    )
    expect(audits[0]).toEqual({ target: `pay-slip/${february}` })
  })

  test('a year adds up by the month of payment', async () => {
    const { body } = await asWang('GET', '/my-payslips/years/2026')
    expect(body.years).toEqual([2026])
    expect(body.months.map((one: { month: string }) => one.month)).toEqual(['2026-01', '2026-02'])
    expect(body.total.gross).toBe(2_440_000 + 2_280_000)
    expect((await asWang('GET', '/my-payslips/years/2025')).body).toMatchObject({ months: [], total: { net: 0 } })
  })

  test('a colleague’s, one that is not published and one of another company are not there', async () => {
    const other = await world.anotherTenant()
    const stranger = await world.member({ tenantId: other, role: 'employee' })
    for (const [send, id] of [
      [asZhao, february],
      [asWang, of],
      [asWang, draft],
      [stranger.send, february],
    ] as const) {
      expect((await send('GET', `/my-payslips/${id}`)).status).toBe(404)
      expect((await send('GET', `/my-payslips/${id}/file`)).status).toBe(404)
      expect((await send('POST', `/my-payslips/${id}/confirm`)).status).toBe(404)
      expect((await send('POST', `/my-payslips/${id}/questions`, { text: 'Why?' })).status).toBe(404)
    }
  })

  test('a right that reaches further by mistake opens no other’s slip', async () => {
    const wide = await world.member({ may: { 'payroll.read-own': 'tenant' }, personId: firm.person('head') })
    expect((await wide.send('GET', '/my-payslips')).body).toEqual({ rows: [] })
    expect((await wide.send('GET', `/my-payslips/${february}`)).status).toBe(404)
  })

  test('is a PDF in both languages; payroll’s copy is audited', async () => {
    for (const language of ['zh-CN', 'en']) {
      const file = await asWang('GET', `/my-payslips/${february}/file?language=${language}`)
      expect(file.status).toBe(200)
      expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    }
    const payroll = await world.member({ role: 'finance' })
    expect((await payroll.send('GET', `/payslips/${february}/file`)).status).toBe(200)
    expect((await payroll.send('GET', `/payslips/${draft}/file`)).status).toBe(404)
    expect((await asZhao('GET', `/payslips/${february}/file`)).status).toBe(403)
    const audits = await world.within((ctx) =>
      ctx.db.selectFrom('audit_row').select('target').where('action', '=', 'payroll.download-slip').execute(),
    )
    expect(audits).toEqual([{ target: `pay-slip/${february}` }])
  })

  test('amounts need the password typed within five minutes; lists and receipt do not', async () => {
    world.time.now = new Date(world.time.now.getTime() + 6 * 60_000)
    for (const path of [`/my-payslips/${february}`, `/my-payslips/${february}/file`, '/my-payslips/years/2026'])
      expect(await asWang('GET', path), path).toMatchObject({ status: 403, body: { code: 'base.confirm-password' } })
    expect((await asWang('GET', '/my-payslips')).status).toBe(200)
  })
})

describe('around paying', () => {
  test('whoever was paid hears that the payslip is there, once and without an amount; drafts tell nobody', async () => {
    const told = async () => (await asWang('GET', '/notifications')).body.rows
    const runs = await world.within((ctx) =>
      ctx.db
        .selectFrom('pay_slip')
        .select(['id', 'run_id'])
        .where('id', 'in', [february ?? '', draft ?? ''])
        .execute(),
    )
    for (let again = 0; again < 2; again += 1)
      for (const { run_id: runId } of runs) await world.within((ctx) => ctx.emit('payroll.published', { runId }))
    expect(await told()).toMatchObject([
      { kind: 'payroll.payslip-there', facts: { period: '2026-02' }, link: `/my-payslips/${february}` },
    ])
    expect(JSON.stringify(await told())).not.toMatch(/22,?800/)
  })

  test('pay is published, opened and taken out only with the password typed lately', () => {
    const confirming = Object.entries(routes).flatMap(([name, route]) => ('confirms' in route ? [name] : []))
    expect(confirming).toEqual(
      expect.arrayContaining([
        'publishRun',
        'readOwnSlip',
        'readOwnYear',
        'downloadOwnSlip',
        'downloadSlip',
        'downloadOwnCertificate',
        'downloadCertificate',
      ]),
    )
  })
})

describe('walking a slip', () => {
  const hasWord = (key: string) =>
    languages.every((language) => {
      const words: Words | undefined = wordsOf(language)['payroll'] as Words
      const found = key.split('.').reduce<unknown>((place, part) => (place as Words | undefined)?.[part], words)
      return typeof found === 'string'
    })
  const stored = async (id: string | undefined) => {
    const row = await world.within((ctx) =>
      ctx.db
        .selectFrom('pay_slip')
        .select(['id', 'lines', 'inputs'])
        .where('id', '=', id ?? '')
        .executeTakeFirstOrThrow(),
    )
    const lines = row.lines as unknown as Parameters<typeof faultsOf>[0]['lines']
    const inputs = row.inputs as unknown as Parameters<typeof faultsOf>[0]['inputs']
    return { id: row.id, sums: sumSlip(lines), lines, inputs }
  }

  test('finds nothing amiss in one that was computed', async () => {
    expect(faultsOf(await stored(february), hasWord)).toEqual([])
  })

  test('names a cent too much, a value that opens nothing, a figure without a page, and a rule without a sentence', async () => {
    const slip = await stored(february)
    const tax = slip.lines.find(({ code }) => code === 'tax')
    const spoiled = {
      ...slip,
      sums: { ...slip.sums, net: slip.sums.net - 1 },
      lines: slip.lines.map((line) =>
        line === tax ? { ...tax, reason: { ...tax.reason, rule: 'xx.unheard' } } : line,
      ),
      inputs: slip.inputs.flatMap((input) =>
        input.name === 'wage' ? [] : [{ ...input, source: { ...input.source, path: null } }],
      ),
    }
    expect(faultsOf(spoiled, hasWord).map((fault) => fault.slice(slip.id.length + 2))).toEqual([
      'net differs by 1 fen',
      'base_wage: wage opens nothing',
      'performance_pay: performance_score of performance has no page',
      'day_rate: wage opens nothing',
      'secret_basis: wage opens nothing',
      'tax: xx.unheard has no sentence',
    ])
  })
})
