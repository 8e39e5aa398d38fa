import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#core/calendar'
import { systemActor } from '#kernel/access'
import type { Context } from '#kernel/context'
import { instantOf } from '#kernel/clock'
import type { House } from '#kernel/house'
import { perform as runJob } from '#kernel/jobs'
import { inTenant } from '#kernel/transaction'
import { computeSlip, gather, isFailed, prepare, runById } from '#modules/payroll'
import { openWorld } from '../../../../test/world.ts'
import { factoryLogin, makeAccounts } from '../factory/accounts.ts'
import { comeAndGo } from '../factory/comings-and-goings.ts'
import { makePeople } from '../factory/people.ts'
import { makeStructure } from '../factory/structure.ts'
import { groupDays } from '../load.ts'
import { houseOfThePast } from '../past.ts'
import { performer, type Perform, type Who } from '../perform.ts'
import { chance } from '../random.ts'
import { setUp } from '../set-up.ts'
import { closedPeriods } from './periods.ts'
import { tellPay } from './load.ts'
import { mistakes } from './problems.ts'

type Line = { code: string; side: string; fen: number; reason: { facts: Record<string, string> } }
type Slip = {
  runId: string
  personId: string
  number: string
  period: string
  gross: number
  deductions: number
  net: number
  receivable: number
  cost: number
  lines: Line[]
  inputs: { name: string; value: string }[]
  before: Record<string, number>
  after: Record<string, number>
}

const today = '2026-11-22'
let house: House
let tenantId: string
let perform: Perform
let slips: Slip[]
const within = <T>(work: (ctx: Context) => Promise<T>) => inTenant(house, tenantId, systemActor('zh-CN'), work)

beforeAll(async () => {
  const closings: (() => Promise<void>)[] = []
  const world = await openWorld({ now: `${today}T02:00:00Z`, keep: (close) => void closings.push(close) })
  const time = { now: instantOf('Asia/Shanghai', addDays(today, -groupDays), '08:00') }
  house = houseOfThePast(world.house, world.house.pool, time)
  perform = performer(house)
  const firstDay = addDays(today, -groupDays)
  tenantId = (await setUp(house, perform, { foundedOn: firstDay, firstDay, today })).tenantId
  const ids = await makeStructure(house, perform, tenantId, firstDay)
  const factory = { house, perform, time, tenantId, firstDay, today, ...ids }
  await makePeople(factory)
  await comeAndGo(factory)
  await makeAccounts(factory)
  time.now = world.time.now
  await tellPay(house, tenantId)
  slips = await within(allSlips)
  return async () => void (await Promise.all(closings.map((close) => close())))
}, 600_000)

describe('the closed months', () => {
  test('eighteen of them are published for each of three groups, by another than who made them', async () => {
    const { rows } = await within((ctx) =>
      sql<{
        period: string
        runs: number
      }>`select period, count(*)::int as runs from pay_run where tenant_id = ${tenantId}
        and state = 'published' and made_by_id <> published_by_id group by period order by period`.execute(ctx.db),
    )
    expect(rows).toEqual(closedPeriods(today).map((period) => ({ period, runs: 3 })))
    expect(slips.length).toBeGreaterThan(18 * 600)
  })

  test('every slip re-adds to 0.00 from its lines, and no line is without a reason', () => {
    const wrong = slips.filter(({ lines, gross, deductions, net, receivable, cost }) => {
      const sum = (side: string) => lines.reduce((all, line) => (line.side === side ? all + line.fen : all), 0)
      return (
        sum('earning') !== gross ||
        sum('employee') !== deductions ||
        gross - deductions !== net - receivable ||
        (net !== 0 && receivable !== 0) ||
        gross + sum('employer') !== cost ||
        lines.some(({ reason }) => Object.keys(reason.facts).length === 0)
      )
    })
    expect(wrong.map(({ number, period }) => `${number} ${period}`)).toEqual([])
  })

  test('each year to date begins where the month before ended; a new year begins at nothing', () => {
    const breaks = [...Map.groupBy(slips, ({ personId }) => personId).values()].flatMap((own) =>
      own.flatMap((slip, at) => {
        const last = own[at - 1]
        if (!last) return []
        const isSame = last.after['year'] === slip.before['year']
        const wanted = isSame ? last.after : { ...slip.before, income: 0, insurance: 0, special: 0, withheld: 0 }
        return JSON.stringify(sorted(wanted)) === JSON.stringify(sorted(slip.before))
          ? []
          : [`${slip.number} ${slip.period}`]
      }),
    )
    expect(breaks).toEqual([])
  })

  test(
    'a hundred of them, gathered again from the database, come out the same to the cent',
    { timeout: 300_000 },
    async () => {
      const luck = chance(Date.now() % 1_000_000)
      const picked = Array.from({ length: 100 }, () => luck.among(slips))
      for (const [runId, ofRun] of Map.groupBy(picked, (slip) => slip.runId)) {
        const again = await within(async (ctx) => {
          const run = await runById(ctx, runId)
          if (!run) throw new Error('no run')
          const prepared = await prepare(ctx, run)
          const people = await gather(
            ctx,
            prepared,
            ofRun.map(({ personId }) => personId),
            true,
          )
          return ofRun.map((slip) => {
            const person = people.find(({ personId }) => personId === slip.personId)
            if (!person) throw new Error('nobody')
            const told = slip.lines.find(({ code }) => code === 'tax')?.reason.facts['special']
            const owed = slip.inputs.find(({ name }) => name === 'receivable')?.value ?? '0'
            return computeSlip(prepared.facts, {
              ...person,
              before: { state: slip.before, source: null },
              specialFen: Math.round(Number(told) * 100),
              receivableFen: Math.round(Number(owed) * 100),
            })
          })
        })
        for (const [at, result] of again.entries()) {
          const slip = ofRun[at]
          if (isFailed(result) || !slip) throw new Error(`${slip?.number} ${slip?.period} fails`)
          const amounts = (lines: readonly { code: string; fen: number }[]) =>
            lines.map(({ code, fen }) => `${code} ${fen}`)
          expect([slip.number, slip.period, ...amounts(result.lines)]).toEqual([
            slip.number,
            slip.period,
            ...amounts(slip.lines),
          ])
          expect([result.netFen, result.after['withheld']]).toEqual([slip.net, slip.after['withheld']])
        }
      }
    },
  )

  test('some months left nothing to pay, and the next ones took what was owed', () => {
    const owing = slips.filter(({ receivable }) => receivable > 0)
    expect(owing.length).toBeGreaterThan(1)
    const recovered = slips.flatMap(({ lines }) => lines.filter(({ code, fen }) => code === 'recovered' && fen > 0))
    expect(recovered.length).toBeGreaterThan(0)
  })
})

describe('the open month', () => {
  test('tells each of its twelve mistakes, and nothing else', { timeout: 300_000 }, async () => {
    const account = await within((ctx) =>
      ctx.db
        .selectFrom('account')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('login', '=', factoryLogin('HR-PAY'))
        .executeTakeFirstOrThrow(),
    )
    const officer: Who = { tenantId, accountId: account.id }
    const { rows } = await perform<{ rows: { id: string }[] }>(officer, 'payroll.listRuns', { state: 'draft' })
    const found = new Map<string, Set<string>>()
    for (const { id: runId } of rows) {
      await perform(officer, 'payroll.calculateRun', { runId })
      await runJob(house, 'payroll', 'calculate', { tenantId, payload: { runId } })
      const findings = await perform<{ rows: { severity: string; code: string; personNumber: string }[] }>(
        officer,
        'payroll.listFindings',
        { runId, limit: 500 },
      )
      for (const { severity, code, personNumber } of findings.rows)
        if (severity !== 'notice') found.set(personNumber, (found.get(personNumber) ?? new Set()).add(code))
    }
    const codes = (number: string) => [...(found.get(number) ?? [])]
    expect(codes(mistakes.noTerms)).toContain('no-terms')
    expect(codes(mistakes.leaverPaid)).toContain('leaver-paid')
    expect(codes(mistakes.belowMinimum)).toContain('below-minimum-wage')
    expect(codes(mistakes.sharedAccount)).toContain('duplicate-account')
    expect(codes(mistakes.unknownCity)).toContain('failed')
    expect(codes(mistakes.negativeNet)).toContain('negative-net')
    expect(codes(mistakes.overtime)).toContain('too-much-overtime')
    expect(codes(mistakes.bonusTwice)).toContain('input-doubled')
    expect(codes(mistakes.wrongGroup)).toContain('input-unused')
    expect(codes(mistakes.noIdNumber)).toContain('no-id-number')
    expect(codes(mistakes.noScore)).toContain('big-change')
    expect(codes(mistakes.tenfold)).toContain('big-change')
    expect([...found.keys()].toSorted()).toEqual(Object.values(mistakes).toSorted())
  })
})

/** Run by run: all of them at once are more than a statement's time allows. */
async function allSlips(ctx: Context): Promise<Slip[]> {
  const runs = await ctx.db.selectFrom('pay_run').select('id').where('tenant_id', '=', ctx.tenantId).execute()
  const found: Slip[] = []
  for (const { id } of runs) {
    const { rows } = await sql<Slip>`select s.run_id as "runId", s.person_id as "personId", p.number, s.period,
        s.gross_fen as gross, s.deductions_fen as deductions, s.net_fen as net, s.receivable_fen as receivable,
        s.employer_cost_fen as cost, s.lines, s.inputs, s.year_before as before, s.year_after as after
      from pay_slip s join person p on p.tenant_id = s.tenant_id and p.id = s.person_id
      where s.tenant_id = ${ctx.tenantId} and s.run_id = ${id} and s.state = 'published'`.execute(ctx.db)
    found.push(...rows)
  }
  return found.toSorted((a, b) => (a.personId + a.period < b.personId + b.period ? -1 : 1))
}

function sorted(record: Record<string, number>) {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))
}
