import { beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { addDays } from '#core/calendar'
import { storeFacts, type NewFact } from '#modules/indicators'
import { personFigures } from '#modules/people'
import { drawChart } from '#test/chart'
import { openWorld, type Send, type World } from '#test/world'

let world: World
let chart: Awaited<ReturnType<typeof drawChart>>
let finance: Send
let ann: Send
let lead: Send
const id = (name: string) => chart.people[name] ?? ''
const all = {
  'incentives.read': 'tenant',
  'incentives.read-counts': 'tenant',
  'incentives.read-plans': 'tenant',
  'incentives.set-up': 'tenant',
  'incentives.settle': 'tenant',
} as const

beforeEach(async () => {
  world = await openWorld({ now: '2026-03-10T02:00:00Z' })
  chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { SALES: {}, WORKS: {} },
      positions: {
        HEAD: { unit: 'SALES', isLead: true },
        REP: { unit: 'SALES', reportsTo: 'HEAD', headcount: 5 },
        SMITH: { unit: 'WORKS' },
      },
      people: { lin: { on: 'HEAD' }, ann: { on: 'REP' }, ben: { on: 'REP' }, max: { on: 'SMITH' } },
    }),
  )
  finance = (await world.member({ may: all, name: 'Finance' })).send
  ann = (await world.member({ role: 'employee', personId: id('ann') })).send
  lead = (await world.member({ role: 'employee', personId: id('lin') })).send
})

let facts = 0
function fact(name: string | null, day: string, parts: Partial<NewFact> = {}): NewFact {
  facts += 1
  return {
    kind: 'first-contact',
    happenedAt: `${day}T04:00:00Z`,
    day,
    personId: name ? id(name) : null,
    unitId: null,
    responsibilityId: null,
    dimensions: {},
    measures: {},
    source: 'api:crm',
    sourceKey: `k${facts}`,
    ...parts,
  }
}

const tell = async (...given: NewFact[]) => (await world.within((ctx) => storeFacts(ctx, given))).recorded
const takeBack = (one: NewFact & { id: string }, day: string) =>
  tell({ ...one, day, happenedAt: `${day}T05:00:00Z`, sourceKey: `${one.sourceKey}-back`, reversesId: one.id })

const contacts = () => ({
  participants: { unitIds: [chart.units['SALES']] },
  basis: { kind: 'facts', take: 'count', fact: 'first-contact' },
  rule: { kind: 'piece', fen: 500 },
})

async function plan(terms: object, code = 'first-contacts'): Promise<string> {
  const made = await finance('POST', '/incentive-plans', { code, name: { en: code }, terms })
  expect([made.status, made.body]).toEqual([200, made.body])
  return made.body.planId
}

async function planOn(terms: object, from = '2026-01', code = 'first-contacts'): Promise<string> {
  const planId = await plan(terms, code)
  const on = await finance('POST', `/incentive-plans/${planId}/on`, { planId, version: 1, from })
  expect([on.status, on.body]).toEqual([200, { version: 2 }])
  return planId
}

const settle = (period: string) => finance('POST', '/incentive-settlements', { period })

describe('first contacts at 5 yuan', () => {
  test('counted, settled, opened down to the facts, and read by pay', async () => {
    await planOn(contacts())
    await tell(
      fact('ann', '2026-01-05'),
      fact('ann', '2026-01-06'),
      fact('ben', '2026-01-07'),
      fact('max', '2026-01-08'),
    )
    const open = await finance('GET', '/incentive-settlements/2026-01')
    expect(open.body).toMatchObject({ month: { state: 'due' }, totalFen: 1500, total: 2 })
    expect((await settle('2026-01')).body).toMatchObject({ people: 2, totalFen: 1500 })

    const own = await ann('GET', `/incentives/${id('ann')}?period=2026-01`)
    expect(own.body).toMatchObject({ state: 'settled', totalFen: 1000, months: [{ period: '2026-01', fen: 1000 }] })
    expect(own.body.earnings[0]).toMatchObject({ fen: 1000, milli: 2000, termsFrom: '2026-01', next: null })
    expect(own.body.earnings[0].facts.map((one: { day: string; fen: number }) => [one.day, one.fen])).toEqual([
      ['2026-01-05', 500],
      ['2026-01-06', 500],
    ])
    const figures = await world.within((ctx) => personFigures(ctx, [id('ann'), id('max')], '2026-01'))
    expect(figures).toMatchObject([
      { personId: id('ann'), name: 'incentive', value: '10.00', path: `/incentives/${id('ann')}?period=2026-01` },
    ])
    const told = await world.within((ctx) => ctx.db.selectFrom('notification').selectAll().execute())
    expect(told.map(({ kind, facts: said }) => [kind, said])).toContainEqual([
      'incentives.settled',
      { period: '2026-01' },
    ])
  })
  test('late facts and returns are differences of the next month; what is settled stays', async () => {
    await planOn(contacts())
    const [first] = await tell(fact('ann', '2026-01-05'), fact('ann', '2026-01-06'), fact('ben', '2026-01-07'))
    await settle('2026-01')
    await tell(fact('ben', '2026-01-20'))
    if (first) await takeBack(first, '2026-02-03')
    await tell(fact('ann', '2026-02-09'))
    const open = await finance('GET', '/incentive-settlements/2026-02')
    expect(open.body).toMatchObject({ totalFen: 500, differenceFen: 0 })
    expect((await settle('2026-02')).body).toMatchObject({ totalFen: 500 })
    const own = await ann('GET', `/incentives/${id('ann')}?period=2026-02`)
    expect(own.body.earnings.map((one: { origin: string; fen: number }) => [one.origin, one.fen])).toEqual([
      ['2026-01', -500],
      ['2026-02', 500],
    ])
    expect(own.body.earnings[0].facts).toMatchObject([{ day: '2026-01-05', fen: -500, why: 'returned' }])
    const ben = await finance('GET', `/incentives/${id('ben')}?period=2026-02`)
    expect(ben.body.earnings).toMatchObject([
      { origin: '2026-01', fen: 500, facts: [{ day: '2026-01-20', why: 'late' }] },
    ])
    // nothing is told twice
    expect((await finance('GET', '/incentive-settlements/2026-03')).body).toMatchObject({ totalFen: 0, total: 0 })
    const january = await finance('GET', '/incentive-settlements/2026-01')
    expect(january.body).toMatchObject({ totalFen: 1500, month: { state: 'settled' } })
    await expect(
      world.within((ctx) => sql`update incentive_entry set fen = 1 where tenant_id = ${ctx.tenantId}`.execute(ctx.db)),
    ).rejects.toThrow()
  })
  test('a return too long ago takes nothing back', async () => {
    await planOn({ ...contacts(), clawbackMonths: 0 })
    const [first] = await tell(fact('ann', '2026-01-05'))
    await settle('2026-01')
    if (first) await takeBack(first, '2026-02-03')
    expect((await finance('GET', '/incentive-settlements/2026-02')).body).toMatchObject({ totalFen: 0 })
  })
  test('who joins later earns from then on; a shared fact is divided', async () => {
    const joined = await world.within(async (ctx) => {
      const before = await ctx.db
        .selectFrom('assignment')
        .select('id')
        .where('person_id', '=', id('ben'))
        .executeTakeFirst()
      await ctx.db
        .updateTable('assignment')
        .set({ valid_from: '2026-01-10' })
        .where('id', '=', before?.id ?? '')
        .execute()
      return true
    })
    expect(joined).toBe(true)
    const terms = contacts()
    await planOn({ ...terms, basis: { ...terms.basis, sharing: { kind: 'named', dimension: 'with' } } })
    const shared = { dimensions: { with: 'ann=2;ben=1;nobody=1' } }
    await tell(fact('ann', '2026-01-05', shared), fact('ann', '2026-01-15', shared))
    const { body } = await finance('GET', '/incentive-settlements/2026-01')
    // 5 yuan by 2 : 1; the first one's third is of somebody who was not there yet
    expect(body.rows.map((row: { number: string; fen: number }) => [row.number, row.fen])).toEqual([
      ['ann', 666],
      ['ben', 167],
    ])
    expect(body.unknown).toEqual(['nobody'])
  })
})

describe('a running month', () => {
  test('how it stands and what one more brings', async () => {
    const steps = [
      { from: 0, fen: 500 },
      { from: 3000, fen: 800 },
    ]
    await planOn({ ...contacts(), rule: { kind: 'tiers', mode: 'whole', steps } }, '2026-03')
    await tell(fact('ann', '2026-03-02'), fact('ann', '2026-03-03'))
    const { body } = await ann('GET', `/incentives/${id('ann')}`)
    expect(body).toMatchObject({ state: 'running', period: '2026-03', totalFen: 1000 })
    expect(body.earnings[0].next).toEqual({ moreMilli: 1000, bringsFen: 1400, nextMilli: 3000 })
  })
  test('a superior sees counts of reports, never an amount', async () => {
    await planOn(contacts(), '2026-03')
    await tell(fact('ann', '2026-03-02'), fact('max', '2026-03-02'))
    const { status, body } = await lead('GET', '/incentive-counts')
    expect(status).toBe(200)
    expect(body.rows.map((row: { number: string; milli: number }) => [row.number, row.milli])).toContainEqual([
      'ann',
      1000,
    ])
    expect(JSON.stringify(body)).not.toContain('en":500')
    expect((await lead('GET', `/incentives/${id('ann')}`)).status).toBe(404)
    const settlement = await lead('GET', '/incentive-settlements/2026-03')
    expect(settlement.body.rows.map((row: { number: string }) => row.number)).not.toContain('ann')
    expect((await ann('GET', '/incentive-settlements/2026-03')).body).toMatchObject({ totalFen: 500, total: 1 })
  })
})

describe('simulation', () => {
  test('who would have got what, month by month, beside what is in force; nothing is written', async () => {
    const planId = await planOn(contacts(), '2026-02')
    const [first] = await tell(fact('ann', '2025-12-05'), fact('ben', '2025-12-06'), fact('ann', '2026-02-07'))
    if (first) await takeBack(first, '2026-01-03')
    const dearer = { ...contacts(), rule: { kind: 'piece', fen: 700 } }
    await finance('PUT', `/incentive-plans/${planId}`, { version: 2, name: { en: 'dearer' }, terms: dearer })
    const { body } = await finance('GET', `/incentive-plans/${planId}/simulation?months=3`)
    expect(body.months).toEqual([
      { period: '2025-12', fen: 1400, people: 2, inForceFen: null },
      { period: '2026-01', fen: -700, people: 1, inForceFen: null },
      { period: '2026-02', fen: 700, people: 1, inForceFen: 500 },
    ])
    expect(body.rows).toMatchObject([
      { number: 'ann', fen: 700, inForceFen: 500, monthsFen: [700, -700, 700] },
      { number: 'ben', fen: 700, inForceFen: 0, monthsFen: [700, 0, 0] },
    ])
    expect((await finance('GET', '/incentive-settlements')).body.months[0]).toMatchObject({ state: 'running' })
  })
})

describe('over an indicator', () => {
  test('satisfaction brings its bonus in proportion', async () => {
    const { send: hr } = await world.member({
      may: {
        'responsibilities.read': 'tenant',
        'responsibilities.edit': 'tenant',
        'responsibilities.assign': 'tenant',
      },
    })
    const made = await hr('POST', '/responsibilities', {
      unitId: null,
      from: '2025-01-01',
      code: 'CARE',
      name: { en: 'Care' },
      indicators: [
        {
          key: 'satisfaction',
          name: { en: 'Satisfaction' },
          direction: 'up',
          target: 4.5,
          weightPermille: 1000,
          period: 'month',
          measure: { kind: 'figure', figure: { take: 'average', fact: 'survey', of: 'score' } },
        },
      ],
    })
    const { responsibilityId } = made.body
    const holding = {
      positionId: chart.positions['REP'],
      raci: 'responsible',
      weightPermille: 1000,
      from: '2025-01-01',
    }
    expect((await hr('POST', `/responsibilities/${responsibilityId}/holdings`, holding)).status).toBe(200)
    await planOn({
      participants: { responsibilityIds: [responsibilityId] },
      basis: { kind: 'indicator', responsibilityId, key: 'satisfaction' },
      rule: { kind: 'target', target: 4500, threshold: 4000, fen: 30_000 },
    })
    const survey = (name: string, score: number) => fact(name, '2026-01-09', { kind: 'survey', measures: { score } })
    await tell(survey('ann', 4), survey('ann', 4.5), survey('ben', 3))
    const { body } = await finance('GET', '/incentive-settlements/2026-01')
    expect(body.rows.map((row: { number: string; fen: number }) => [row.number, row.fen])).toEqual([
      ['ann', 28_333],
      ['ben', 0],
    ])
  })
})

describe('what is refused', () => {
  test('each with its code', async () => {
    const planId = await planOn(contacts())
    const code = async (answer: Promise<{ status: number; body: { code?: string } }>) => {
      const { status, body } = await answer
      return [status, body.code]
    }
    const put = (version: number) =>
      finance('PUT', `/incentive-plans/${planId}`, { version, name: { en: 'x' }, terms: contacts() })
    const on = (version: number, from: string) => finance('POST', `/incentive-plans/${planId}/on`, { version, from })
    const off = (version: number, from: string) => finance('POST', `/incentive-plans/${planId}/off`, { version, from })
    const again = { code: 'first-contacts', name: { en: 'x' }, terms: contacts() }
    expect(await code(finance('POST', '/incentive-plans', again))).toEqual([409, 'incentives.code-taken'])
    const broken = { ...again, code: 'broken', terms: { ...contacts(), participants: {} } }
    expect(await code(finance('POST', '/incentive-plans', broken))).toEqual([400, 'incentives.no-participants'])
    expect(await code(on(2, '2026-05'))).toEqual([409, 'incentives.nothing-to-switch-on'])
    expect(await code(put(1))).toEqual([409, 'base.changed-meanwhile'])
    expect((await put(2)).body).toEqual({ version: 3 })
    expect(await code(on(3, '2026-01'))).toEqual([409, 'incentives.later-version'])
    expect(await code(on(2, '2026-05'))).toEqual([409, 'base.changed-meanwhile'])
    expect(await code(settle('2026-02'))).toEqual([409, 'incentives.earlier-first'])
    expect(await code(settle('2026-03'))).toEqual([409, 'incentives.not-over'])
    expect(await code(settle('2025-03'))).toEqual([409, 'incentives.nothing-to-settle'])
    expect((await settle('2026-01')).status).toBe(200)
    expect(await code(settle('2026-01'))).toEqual([409, 'incentives.already-settled'])
    expect(await code(on(3, '2026-01'))).toEqual([409, 'incentives.month-settled'])
    expect((await off(3, '2026-04')).body).toEqual({ version: 4 })
    expect(await code(off(4, '2026-05'))).toEqual([409, 'incentives.not-running'])
    const { body } = await finance('GET', `/incentive-plans/${planId}`)
    expect(body).toMatchObject({ earliest: '2026-02', versions: [{ from: '2026-01', until: '2026-04' }] })
    const nowhere = '00000000-0000-4000-8000-00000000dead'
    for (const path of [
      `/incentive-plans/${nowhere}`,
      `/incentive-plans/${nowhere}/simulation`,
      `/incentives/${nowhere}`,
    ])
      expect((await finance('GET', path)).status).toBe(404)
    expect((await ann('GET', '/incentive-plans')).status).toBe(403)
    const audits = await world.within((ctx) => ctx.db.selectFrom('audit_row').select('action').execute())
    expect(audits.map(({ action }) => action)).toEqual(
      expect.arrayContaining(
        ['make-plan', 'keep-plan', 'switch-on', 'switch-off', 'settle'].map((one) => `incentives.${one}`),
      ),
    )
  })
  test('a month is settled once, however many ask at the same time', async () => {
    await planOn(contacts())
    await tell(fact('ann', addDays('2026-01-01', 4)))
    const answers = await Promise.all([settle('2026-01'), settle('2026-01'), settle('2026-01')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })
})
