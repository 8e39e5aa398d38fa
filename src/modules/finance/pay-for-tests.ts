import { drawChart } from '#test/chart'
import { openWorld, type Send, type World } from '#test/world'
import type { Context } from '#kernel/context'
import { server as base } from '../base/server.ts'
import { server as flow } from '../flow/server.ts'
import { server as organisation } from '../organisation/server.ts'
import { server as payroll } from '../payroll/server.ts'
import { server as people } from '../people/server.ts'
import { server as responsibilities } from '../responsibilities/server.ts'
import { server as subjects } from '../subjects/server.ts'
import { server as transfer } from '../transfer/server.ts'
import { server as finance } from './server.ts'

type LineText = readonly [code: string, side: 'earning' | 'employee' | 'employer', fen: number, rule?: string]
export type SlipDrawing = {
  lines: readonly LineText[]
  isHeld?: boolean
  netFen?: number
  receivableFen?: number
  yearAfter?: object
  /** What stands on lines as their explanation, by code. */
  facts?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** 28,000 in Shanghai, July 2026: own share 4,900, tax 438, net 22,662; the employer adds 7,196 and 1,960. */
export const monthOf28000: readonly LineText[] = [
  ['base', 'earning', 2_800_000, 'item'],
  ['pension.employee', 'employee', 224_000],
  ['pension.employer', 'employer', 448_000],
  ['medical.employee', 'employee', 56_000],
  ['medical.employer', 'employer', 252_000],
  ['unemployment.employee', 'employee', 14_000],
  ['unemployment.employer', 'employer', 14_000],
  ['injury.employer', 'employer', 5_600],
  ['fund.employee', 'employee', 196_000],
  ['fund.employer', 'employer', 196_000],
  ['tax', 'employee', 43_800, 'cn.iit.cumulative'],
]
export const plainWage = (fen: number): readonly LineText[] => [['base', 'earning', fen, 'item']]

/** A product of the modules finance stands on, and imports. */
export function openBooks(options: { now: string; keep: (close: () => Promise<void>) => void }): Promise<World> {
  const modules = [base, organisation, people, subjects, responsibilities, flow, payroll, finance, transfer]
  return openWorld({ ...options, modules })
}

/** A company with an office and a plant of two lines; nobody is paid yet. */
export async function openPayer(world: World, tenantId = world.tenantId) {
  const drawn = await world.within(async (ctx) => {
    const chart = await drawChart(ctx, {
      units: {
        CO: { kind: 'company' },
        OFFICE: { below: 'CO' },
        PLANT: { below: 'CO' },
        LINE1: { below: 'PLANT' },
        LINE2: { below: 'PLANT' },
      },
      positions: {
        CLERK: { unit: 'OFFICE', headcount: 9 },
        WORKER: { unit: 'LINE1', headcount: 9 },
        FITTER: { unit: 'LINE2', headcount: 9 },
      },
      people: {
        E1: { name: '张伟', on: 'CLERK' },
        E2: { name: '李敏', on: 'WORKER' },
        E3: {
          name: '王芳',
          seats: [
            { on: 'WORKER', sharePermille: 700 },
            { on: 'FITTER', kind: 'concurrent', sharePermille: 300 },
          ],
        },
        E4: { name: '陈刚', on: 'FITTER' },
      },
    })
    const groupId = ctx.newId()
    const group = { id: groupId, code: 'SH', name: JSON.stringify({ 'zh-CN': '上海月薪', en: 'Shanghai monthly' }) }
    await ctx.db
      .insertInto('pay_group')
      .values({ tenant_id: ctx.tenantId, ...group, employer_unit_id: chart.units['CO'] ?? '', city: 'shanghai' })
      .execute()
    return { chart, groupId }
  }, tenantId)
  const person = (number: string) => drawn.chart.people[number] ?? ''
  const unit = (code: string) => drawn.chart.units[code] ?? ''
  const pay = (slips: Record<string, SlipDrawing>, options: RunDrawing = {}) =>
    world.within((ctx) => drawRun(ctx, drawn.groupId, person, slips, options), tenantId)
  return { ...drawn, person, unit, pay }
}
export type Payer = Awaited<ReturnType<typeof openPayer>>
type RunDrawing = { period?: string; paidOn?: string; kind?: 'regular' | 'off-cycle'; number?: number }

async function drawRun(
  ctx: Context,
  groupId: string,
  person: (number: string) => string,
  slips: Record<string, SlipDrawing>,
  { period = '2026-07', paidOn = '2026-08-10', kind = 'regular', number = 1 }: RunDrawing,
) {
  const runId = ctx.newId()
  const head = { id: runId, group_id: groupId, period, paid_on: paidOn, kind, number, state: 'published' as const }
  await ctx.db
    .insertInto('pay_run')
    .values({ tenant_id: ctx.tenantId, ...head, created_at: ctx.now, published_at: ctx.now })
    .execute()
  const slipIds: Record<string, string> = {}
  for (const [who, { lines, isHeld, netFen, receivableFen = 0, yearAfter, facts = {} }] of Object.entries(slips)) {
    const sum = (isMeant: (line: LineText) => boolean) =>
      lines.reduce((total, line) => (isMeant(line) ? total + line[2] : total), 0)
    const gross = sum(([, side]) => side === 'earning')
    const taken = sum(([, side]) => side === 'employee')
    const id = ctx.newId()
    slipIds[who] = id
    await ctx.db
      .insertInto('pay_slip')
      .values({
        tenant_id: ctx.tenantId,
        id,
        run_id: runId,
        person_id: person(who),
        period,
        paid_on: paidOn,
        state: isHeld ? 'held' : 'published',
        gross_fen: gross,
        insurance_fen: sum(([code, side]) => side === 'employee' && code.endsWith('.employee')),
        tax_fen: sum(([code]) => code.startsWith('tax')),
        deductions_fen: taken,
        net_fen: netFen ?? gross - taken + receivableFen,
        receivable_fen: receivableFen,
        employer_cost_fen: gross + sum(([, side]) => side === 'employer'),
        lines: JSON.stringify(
          lines.map(([code, side, fen, rule = 'cn.contribution']) => ({
            code,
            side,
            fen,
            reason: { rule, source: '', facts: facts[code] ?? {} },
          })),
        ),
        year_after: yearAfter ? JSON.stringify(yearAfter) : null,
        published_at: ctx.now,
      })
      .execute()
  }
  return { runId, slipIds }
}

/** Sends a file to a route of kind `upload`. */
export function sendFile(send: Send, path: string, bytes: Uint8Array, name: string) {
  const boundary = '----remit'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return send('POST', path, body, { 'content-type': `multipart/form-data; boundary=${boundary}` })
}
