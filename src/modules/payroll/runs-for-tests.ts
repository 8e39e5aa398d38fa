import { drawChart } from '#test/chart'
import type { Send, World } from '#test/world'

const items = [
  {
    code: 'base_wage',
    name: { en: 'Base wage', 'zh-CN': '基本工资' },
    kind: 'earning',
    formula: 'part_month_wage',
    place: 1,
  },
  {
    code: 'post_pay',
    name: { en: 'Post pay', 'zh-CN': '岗位津贴' },
    kind: 'earning',
    formula: 'post_allowance',
    place: 2,
  },
  {
    code: 'overtime',
    name: { en: 'Overtime', 'zh-CN': '加班费' },
    kind: 'earning',
    formula: 'wage / 174 * (overtime_workday_hours * 1.5 + overtime_restday_hours * 2)',
    isNormalHours: false,
    place: 3,
  },
  {
    code: 'one_off',
    name: { en: 'One-off', 'zh-CN': '一次性奖励' },
    kind: 'earning',
    formula: 'one_off_bonus',
    place: 4,
  },
  { code: 'back_pay', name: { en: 'Back pay', 'zh-CN': '补发' }, kind: 'earning', formula: 'arrears', place: 5 },
  {
    code: 'absence',
    name: { en: 'Unpaid leave', 'zh-CN': '无薪扣款' },
    kind: 'deduction',
    formula: 'wage / 21.75 * unpaid_days',
    place: 6,
  },
  { code: 'fine', name: { en: 'Damages', 'zh-CN': '赔偿' }, kind: 'deduction', formula: 'damages', place: 7 },
  { code: 'recovered', name: { en: 'Recovered', 'zh-CN': '追回' }, kind: 'deduction', formula: 'receivable', place: 8 },
] as const

/** A firm in Shanghai with people E1 … En, a pay group and its items; nobody has terms yet. Made through the API. */
export async function openPayroll(world: World, names: readonly string[] = ['Wang Wei', 'Li Na', 'Zhao Min']) {
  const people = Object.fromEntries(names.map((name, at) => [`E${at + 1}`, { name, on: 'CLERK' }]))
  const chart = await world.within((ctx) => drawChart(ctx, { positions: { CLERK: { headcount: 20_000 } }, people }))
  const person = (number: string) => chart.people[number] ?? ''
  await world.within((ctx) =>
    ctx.db
      .insertInto('personnel_file')
      .values(
        Object.values(chart.people).map((personId) => ({
          tenant_id: ctx.tenantId,
          person_id: personId,
          employment: 'regular',
          hired_on: '2020-03-01',
          id_number: '11010119900307561X',
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'person_id'])
          .doUpdateSet({ hired_on: '2020-03-01', id_number: '11010119900307561X' }),
      )
      .execute(),
  )
  const officer = await world.member({ role: 'finance', name: 'Officer' })
  const head = await world.member({ role: 'finance', name: 'Head' })
  const ok = async (send: Send, ...call: Parameters<Send>) => {
    const answer = await send(...call)
    if (answer.status >= 300) throw new Error(`${call[0]} ${call[1]}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const group = {
    code: 'STAFF',
    name: { en: 'Staff', 'zh-CN': '职员' },
    employerUnitId: chart.rootId,
    jurisdiction: 'cn',
    city: '上海',
  }
  const groupId: string = (await ok(officer.send, 'POST', '/pay-groups', group)).id
  // formulas use names that somebody has brought
  for (const name of ['post_allowance', 'one_off_bonus', 'damages'])
    await ok(officer.send, 'PUT', '/pay-inputs', { personId: person('E1'), period: '2019-01', name, value: '0' })
  for (const item of items) await ok(officer.send, 'POST', '/pay-items', { ...item, from: '2020-01-01' })
  const terms = (number: string, wageFen: number, from = '2026-01-01', more: object = {}) =>
    ok(officer.send, 'POST', `/persons/${person(number)}/pay-terms`, { groupId, wageFen, from, ...more })
  /** Computes in the worker's way: the route marks the run, the job does it. */
  const compute = async (runId: string) => {
    await ok(officer.send, 'POST', `/pay-runs/${runId}/calculate`)
    await world.runJob('payroll.calculate', { runId })
    return read(runId)
  }
  const read = (runId: string) => ok(officer.send, 'GET', `/pay-runs/${runId}`)
  const make = async (period: string, more: object = {}) =>
    (await ok(officer.send, 'POST', '/pay-runs', { groupId, period, ...more })).runId as string
  const findings = async (runId: string) =>
    (await ok(officer.send, 'GET', `/pay-runs/${runId}/findings`)).rows as {
      id: string
      code: string
      severity: string
      personNumber: string
      sentence: string
    }[]
  const slips = async (runId: string, query = '') =>
    (await ok(officer.send, 'GET', `/pay-runs/${runId}/slips${query}`)).rows as {
      id: string
      personNumber: string
      state: string
      netFen: number
      grossFen: number
      taxFen: number
      diffFen: number | null
      lastNetFen: number | null
      reasons: { code: string; fen: number }[]
      sentence: string | null
    }[]
  const accept = async (runId: string) => {
    for (const one of (await findings(runId)).filter(({ severity }) => severity === 'warning'))
      await ok(officer.send, 'POST', `/pay-runs/${runId}/findings/${one.id}/accept`, { note: 'looked at' })
  }
  /** Made, computed, all warnings accepted, submitted by the officer, published by the head. */
  const publish = async (period: string, more: object = {}) => {
    const runId = await make(period, more)
    await compute(runId)
    return finishRun(runId)
  }
  const finishRun = async (runId: string) => {
    await accept(runId)
    await ok(officer.send, 'POST', `/pay-runs/${runId}/submit`, { version: (await read(runId)).version })
    await ok(head.send, 'POST', `/pay-runs/${runId}/publish`, { version: (await read(runId)).version })
    return runId
  }
  const slip = async (runId: string, number: string) => {
    const found = (await slips(runId, '?limit=500')).find(({ personNumber }) => personNumber === number)
    return ok(officer.send, 'GET', `/pay-runs/${runId}/slips/${found?.id ?? ''}`)
  }
  const keep = (number: string, period: string, name: string, value: string, more: object = {}) =>
    ok(officer.send, 'PUT', '/pay-inputs', { personId: person(number), period, name, value, ...more })
  return {
    chart,
    person,
    groupId,
    officer: officer.send,
    head: head.send,
    ok,
    terms,
    make,
    compute,
    read,
    findings,
    slips,
    slip,
    accept,
    publish,
    finishRun,
    keep,
  }
}
