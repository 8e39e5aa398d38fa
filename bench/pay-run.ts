import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { createHttp } from '#kernel/http'
import { perform } from '#kernel/jobs'
import { createTenant } from '#modules/base'
import { figure, median, seconds, type Figure } from './measure.ts'
import { sessionFor, type Place } from './place.ts'

/** How many people are paid; fewer by `PAY_RUN_PEOPLE` while the machine has other work. */
const people = Number(process.env['PAY_RUN_PEOPLE'] ?? 10_000)

/** Thirty items: earnings with overtime and tiers, deductions, employer's cost and information. */
const items: readonly (readonly [code: string, kind: string, formula: string])[] = [
  ['base_wage', 'earning', 'part_month_wage'],
  ['overtime', 'earning', 'wage * overtime_workday_hours * 150% / 174'],
  ['post_pay', 'earning', 'post_allowance * paid_days / month_days'],
  ['meal', 'earning', 'workdays * 15'],
  ['seniority', 'earning', 'LOOKUP(years_of_service, {0, 0; 1, 100; 3, 300; 5, 500})'],
  ...Array.from(
    { length: 15 },
    (_, at) => [`extra${at}`, 'earning', `IF(wage > ${4000 + at * 500}, wage * ${at + 1} / 1000, 0)`] as const,
  ),
  ...Array.from({ length: 4 }, (_, at) => [`less${at}`, 'deduction', `MIN(${at + 1} * 10, base_wage * 1%)`] as const),
  ['absence', 'deduction', 'wage / 21.75 * unpaid_days'],
  ['union_fee', 'deduction', 'gross * 0.5%'],
  ['training', 'employer', 'base_wage * 1.5%'],
  ['fee', 'employer', 'gross * 2%'],
  ['tax_share', 'information', 'IF(gross = 0, 0, tax / gross)'],
  ['whole_cost', 'information', 'gross + employer_insurance + training + fee'],
]

/**
 * A whole Chinese run: inputs gathered, everybody computed, every line stored with its reason, checked and added up. Held
 * against the server copying the very rows it wrote, and against computing one person anew and opening them.
 */
export async function benchPayRun({ house, database }: Place): Promise<Figure[]> {
  const tenantId = await createTenant(house, { slug: 'bench', name: 'Bench', language: 'en' })
  const { groupId, accountId } = await seed(database.owner, tenantId)
  const cookie = `sid=${await sessionFor(house, tenantId, accountId)}`
  const http = await createHttp(house)
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await http.inject({
      method,
      url: `/api${url}`,
      headers: { cookie },
      ...(payload ? { payload } : {}),
    })
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`)
    return answer.json() as Record<string, unknown>
  }
  try {
    const { runId } = (await ask('POST', '/pay-runs', { groupId, period: '2026-10', paidOn: '2026-11-10' })) as {
      runId: string
    }
    const before = process.cpuUsage()
    const whole = await seconds(async () => {
      await ask('POST', `/pay-runs/${runId}/calculate`)
      await perform(house, 'payroll', 'calculate', { tenantId, payload: { runId } })
    })
    const { user, system } = process.cpuUsage(before)
    const run = await ask('GET', `/pay-runs/${runId}`)
    const totals = run['totals'] as { people: number; failed: number } | null
    if (run['state'] !== 'calculated' || totals?.people !== people || totals.failed > 0)
      throw new Error(`the run is not whole: ${JSON.stringify(run)}`)
    const { copySeconds, megabytes } = await copyAgain(database.owner, runId)
    const one = await recompute(ask, runId)
    return [
      figure(
        'A Chinese run with 30 items and all reasons stored, end to end',
        whole,
        's',
        { atMost: 30 },
        {
          people,
          items: items.length,
          cpuSeconds: Math.round((user + system) / 10_000) / 100,
          millisecondsEach: Math.round((whole / people) * 100_000) / 100,
          megabytes,
        },
      ),
      figure(
        'The same against the server copying its rows',
        whole / copySeconds,
        'times',
        { atMost: 100 },
        { copySeconds },
      ),
      figure('One slip computed anew and its page', one, 'ms', { atMost: 50 }),
    ]
  } finally {
    await http.close()
  }
}

type Ask = (method: 'GET' | 'POST', url: string, payload?: object) => Promise<Record<string, unknown>>

async function recompute(ask: Ask, runId: string): Promise<number> {
  const { rows } = (await ask('GET', `/pay-runs/${runId}/slips?limit=20`)) as { rows: { id: string }[] }
  const times: number[] = []
  for (const { id } of rows) {
    const took = await seconds(async () => {
      await ask('POST', `/pay-runs/${runId}/slips/${id}/calculate`)
      await ask('GET', `/pay-runs/${runId}/slips/${id}`)
    })
    times.push(took * 1000)
  }
  return median(times)
}

/** The rows of the run into a table of the same shape with its indexes, by the server itself: what writing costs at least. */
async function copyAgain(owner: pg.ClientConfig, runId: string): Promise<{ copySeconds: number; megabytes: number }> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query(
      'create table pay_slip_copy (like pay_slip including defaults including indexes including compression)',
    )
    const { rows } = await client.query<{ bytes: string }>(
      `select sum(pg_column_size(s.*))::text as bytes from pay_slip s where run_id = $1`,
      [runId],
    )
    const took = await seconds(() =>
      client.query(`insert into pay_slip_copy select * from pay_slip where run_id = '${runId}'`),
    )
    return { copySeconds: took, megabytes: Math.round(Number(rows[0]?.bytes ?? 0) / 2 ** 20) }
  } finally {
    await client.query('drop table if exists pay_slip_copy').catch(() => {})
    await client.end()
  }
}

/** A firm with people who have been there for years, their terms, and an hour of overtime for every third. */
async function seed(owner: pg.ClientConfig, tenantId: string): Promise<{ groupId: string; accountId: string }> {
  const client = new pg.Client(owner)
  await client.connect()
  const [groupId, accountId] = [randomUUID(), randomUUID()]
  const tenant = `'${tenantId}'::uuid`
  try {
    await client.query(`create function pg_temp.made(name text) returns uuid language sql immutable as
      $$ select (substr(md5(name), 1, 12) || '4' || substr(md5(name), 14, 3) || '8' || substr(md5(name), 18))::uuid $$`)
    await client.query(`
      insert into pay_group (tenant_id, id, code, name, employer_unit_id, city)
        select ${tenant}, '${groupId}', 'ALL', '{"en":"All"}', id, '上海' from unit where tenant_id = ${tenant} and code = 'ROOT';
      insert into person (tenant_id, id, number, name, created_at)
        select ${tenant}, pg_temp.made('p' || n), 'P' || lpad(n::text, 6, '0'), '员工' || n, now() from generate_series(1, ${people}) n;
      insert into personnel_file (tenant_id, person_id, hired_on, employment, id_number)
        select ${tenant}, pg_temp.made('p' || n), '2019-01-01'::date + n % 2000, 'regular', '1' from generate_series(1, ${people}) n;
      insert into pay_term (tenant_id, id, person_id, group_id, wage_fen, amounts, valid_from, changed_at)
        select ${tenant}, gen_random_uuid(), pg_temp.made('p' || n), '${groupId}', 500000 + n % 2000 * 731, '{"post_allowance": "300.00"}',
          '2019-01-01'::date + n % 2000, now() from generate_series(1, ${people}) n;
      insert into pay_input (tenant_id, id, person_id, period, name, value, source, created_at)
        select ${tenant}, gen_random_uuid(), pg_temp.made('p' || n), '2026-10', 'overtime_workday_hours', n % 20 + 1, 'attendance', now()
        from generate_series(1, ${people}, 3) n;
      insert into account (tenant_id, id, login, name, created_at) values (${tenant}, '${accountId}', 'bench', 'Bench', now());
      insert into account_role (tenant_id, account_id, role_id, unit_id, valid_from)
        select tenant_id, '${accountId}', id, tenant_id, '2020-01-01' from role where tenant_id = ${tenant} and key = 'finance'`)
    for (const [place, [code, kind, formula]] of items.entries())
      await client.query(
        `insert into pay_item (tenant_id, id, code, name, kind, formula, place, valid_from) values ($1, $2, $3, $4, $5, $6, $7, '2018-01-01')`,
        [tenantId, randomUUID(), code, JSON.stringify({ en: code }), kind, formula, place],
      )
    await client.query('analyze')
    return { groupId, accountId }
  } finally {
    await client.end()
  }
}
