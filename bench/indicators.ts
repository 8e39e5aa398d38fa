import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openPool } from '#kernel/database'
import { createHttp } from '#kernel/http'
import { buildHouse } from '#kernel/house'
import { systemActor } from '#kernel/access'
import { newToken, startSession } from '#kernel/sessions'
import { inTenant } from '#kernel/transaction'
import { createTenant } from '#modules/base'
import { boundModules } from '../src/app/bound-modules.ts'
import { cloneDatabase, type TestServer } from '../test/postgres/template.ts'

export type IndicatorBench = {
  /** Milliseconds of `times` requests one after another, sorted. */
  board(as: 'manager' | 'hr', query: string, times: number): Promise<number[]>
  figure(times: number): Promise<number[]>
  /** Facts a second by the API in batches of 500, as many requests at once. */
  record(options: { batches: number; atOnce: number }): Promise<number>
  /** Units by how many people they and those below them hold. */
  units: { team: string; branch: string }
  close(): Promise<void>
}

const now = new Date('2026-06-17T02:00:00Z')
const teamSize = 50
const teamsInBranch = 10

/** A firm with this many people and facts over six months, on a database of its own. */
export async function openIndicatorBench(
  server: TestServer,
  { people = 5000, facts = 1_000_000 } = {},
): Promise<IndicatorBench> {
  const database = await cloneDatabase(server)
  const filesDirectory = await mkdtemp(join(tmpdir(), 'remit-bench-'))
  const pool = openPool(database.app, 8)
  const house = buildHouse({ modules: boundModules, pool, filesDirectory, clock: () => now })
  const http = await createHttp(house)
  const tenantId = await createTenant(house, { slug: 'bench', name: 'Bench', language: 'zh-CN' })
  const owner = new pg.Client(database.owner)
  await owner.connect()
  const teams = Math.ceil(people / teamSize)
  const numbers = { tenantId, people, facts, teams, branches: Math.ceil(teams / teamsInBranch) }
  for (const statement of statementsFor(numbers)) await owner.query(statement)
  await owner.query('vacuum analyze')
  const { rows } = await owner.query<{
    leader: string
    team: string
    branch: string
    person: string
    responsibility: string
  }>(
    `select a.person_id as leader, v.unit_id as team, v.parent_id as branch,
       (select person_id from assignment where position_id = (select id from position where code = 'M-1') limit 1) as person,
       (select id from responsibility where code = 'R-2') as responsibility
     from unit u join unit_version v on v.unit_id = u.id
     join position_version p on p.unit_id = u.id and p.is_lead join assignment a on a.position_id = p.position_id
     where u.code = 'T-1' and u.tenant_id = $1`,
    [tenantId],
  )
  await owner.end()
  const [found] = rows
  if (!found) throw new Error('the firm was not laid')
  const cookie = {
    manager: await signIn({ personId: found.leader, role: 'employee' }),
    hr: await signIn({ personId: null, role: 'hr' }),
    machine: await signIn({ personId: null, role: 'administrator' }),
  }

  async function signIn({ personId, role }: { personId: string | null; role: string }): Promise<string> {
    return inTenant(house, tenantId, systemActor('zh-CN'), async (ctx) => {
      const id = ctx.newId()
      const own = { tenant_id: ctx.tenantId }
      const account = { id, login: `b-${id}`, name: role, person_id: personId, created_at: ctx.now }
      await ctx.db
        .insertInto('account')
        .values({ ...own, ...account })
        .execute()
      const { id: role_id } = await ctx.db
        .selectFrom('role')
        .select('id')
        .where('tenant_id', '=', ctx.tenantId)
        .where('key', '=', role)
        .executeTakeFirstOrThrow()
      const held = { account_id: id, role_id, unit_id: ctx.tenantId, valid_from: '2020-01-01' }
      await ctx.db
        .insertInto('account_role')
        .values({ ...own, ...held })
        .execute()
      const token = newToken()
      await startSession(ctx, { accountId: id, token, device: 'bench' })
      return `sid=${token}`
    })
  }

  async function timed(url: string, as: string, times: number): Promise<number[]> {
    const spent: number[] = []
    for (let at = 0; at < times; at += 1) {
      const began = performance.now()
      const response = await http.inject({ url, headers: { cookie: as } })
      spent.push(performance.now() - began)
      if (response.statusCode !== 200) throw new Error(`${url}: ${response.statusCode} ${response.body.slice(0, 300)}`)
    }
    return spent.sort((a, b) => a - b)
  }

  let batch = 0
  async function tell(): Promise<void> {
    batch += 1
    const drafts = Array.from({ length: 500 }, (_none, at) => ({
      key: `${batch}-${at}`,
      kind: 'visit',
      happenedAt: '2026-06-16T02:00:00Z',
      personNumber: String(1 + ((batch * 500 + at) % people)),
      responsibilityCode: 'R-1',
      dimensions: { result: 'signed', customer: `c${at}` },
      measures: { amount: at },
    }))
    const response = await http.inject({
      method: 'POST',
      url: '/api/facts',
      headers: { cookie: cookie.machine },
      payload: { source: 'bench', facts: drafts },
    })
    if (response.statusCode !== 200) throw new Error(response.body.slice(0, 300))
  }

  return {
    units: found,
    board: (as, query, times) => timed(`/api/board?${query}`, cookie[as], times),
    figure: (times) =>
      timed(`/api/people/${found.person}/indicators/${found.responsibility}/conversion?period=month`, cookie.hr, times),
    async record({ batches, atOnce }) {
      const began = performance.now()
      let left = batches
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          while (left > 0) {
            left -= 1
            await tell()
          }
        }),
      )
      return (batches * 500 * 1000) / (performance.now() - began)
    },
    async close() {
      await http.close()
      await pool.end()
      await database.drop()
      await rm(filesDirectory, { recursive: true, force: true })
    },
  }
}

/** The time below which this part of the requests stayed. */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0
}

// Generated in the database: a million rows through a command each would take longer than the measuring.
function statementsFor({ tenantId, people, facts, teams, branches }: Record<string, number | string>): string[] {
  const tenant = `'${tenantId}'::uuid`
  const id = (kind: string, n: string) =>
    `overlay(overlay(md5('${kind}' || (${n})) placing '7' from 13) placing '8' from 17)::uuid`
  const since = `date '2020-01-01'`
  const measures = [
    [
      'new-customers',
      600,
      '',
      `{"kind":"figure","figure":{"take":"count","fact":"visit","where":[{"dimension":"result","is":["signed"],"not":false}]}}`,
      10,
    ],
    [
      'conversion',
      300,
      '%',
      `{"kind":"ratio","part":{"take":"count","fact":"visit","where":[{"dimension":"result","is":["signed"],"not":false}]},"whole":{"take":"count","fact":"visit","where":[]}}`,
      0.3,
    ],
    ['amount', 100, '', `{"kind":"figure","figure":{"take":"sum","fact":"order","of":"amount","where":[]}}`, 1000],
  ] as const
  return [
    `insert into unit (tenant_id, id, code, created_at)
      select ${tenant}, ${id('branch', 'n')}, 'B-' || n, now() from generate_series(1, ${branches}) n
      union all select ${tenant}, ${id('team', 'n')}, 'T-' || n, now() from generate_series(1, ${teams}) n`,
    `insert into unit_version (tenant_id, id, unit_id, name, kind, parent_id, valid_from)
      select ${tenant}, gen_random_uuid(), ${id('branch', 'n')}, jsonb_build_object('en', 'Branch ' || n), 'branch',
        (select id from unit where code = 'ROOT' and tenant_id = ${tenant}), ${since} from generate_series(1, ${branches}) n
      union all select ${tenant}, gen_random_uuid(), ${id('team', 'n')}, jsonb_build_object('en', 'Team ' || n), 'team',
        ${id('branch', `1 + (n - 1) / ${teamsInBranch}`)}, ${since} from generate_series(1, ${teams}) n`,
    `insert into position (tenant_id, id, code, created_at)
      select ${tenant}, ${id('lead', 'n')}, 'L-' || n, now() from generate_series(1, ${teams}) n
      union all select ${tenant}, ${id('member', 'n')}, 'M-' || n, now() from generate_series(1, ${teams}) n`,
    `insert into position_version (tenant_id, id, position_id, unit_id, title, headcount, is_lead, reports_to_id, valid_from)
      select ${tenant}, gen_random_uuid(), ${id('lead', 'n')}, ${id('team', 'n')}, '{"en":"Lead"}'::jsonb, 1, true, null, ${since} from generate_series(1, ${teams}) n
      union all select ${tenant}, gen_random_uuid(), ${id('member', 'n')}, ${id('team', 'n')}, '{"en":"Member"}'::jsonb, ${teamSize}, false, ${id('lead', 'n')}, ${since}
      from generate_series(1, ${teams}) n`,
    `insert into person (tenant_id, id, number, name, pinyin, created_at)
      select ${tenant}, ${id('person', 'n')}, n::text, 'Person ' || n, 'person ' || n, now() from generate_series(1, ${people}) n`,
    `insert into assignment (tenant_id, id, person_id, position_id, kind, share_permille, valid_from)
      select ${tenant}, gen_random_uuid(), ${id('person', 'n')},
        case when n % ${teamSize} = 1 then ${id('lead', `1 + (n - 1) / ${teamSize}`)} else ${id('member', `1 + (n - 1) / ${teamSize}`)} end,
        'main', 1000, ${since} from generate_series(1, ${people}) n`,
    `insert into responsibility (tenant_id, id, code, created_at)
      select ${tenant}, ${id('responsibility', 'n')}, 'R-' || n, now() from generate_series(1, 20) n`,
    `insert into responsibility_version (tenant_id, id, responsibility_id, number, name, purpose, valid_from, created_at)
      select ${tenant}, ${id('version', 'n')}, ${id('responsibility', 'n')}, 1, jsonb_build_object('en', 'Responsibility ' || n), '{}', ${since}, now()
      from generate_series(1, 20) n`,
    ...measures.map(
      ([key, weight, unit, measure, target], at) => `insert into responsibility_indicator
        (tenant_id, id, version_id, key, name, unit, direction, target, weight_permille, period, measure, sort_order)
        select ${tenant}, gen_random_uuid(), ${id('version', 'n')}, '${key}', '{"en":"${key}"}', '${unit}', 'up', ${target}, ${weight}, 'month', '${measure}', ${at}
        from generate_series(1, 20) n`,
    ),
    `insert into holding (tenant_id, id, responsibility_id, position_id, raci, weight_permille, valid_from)
      select ${tenant}, gen_random_uuid(), ${id('responsibility', '1 + (n + k) % 20')}, ${id('member', 'n')}, 'responsible', 300, ${since}
      from generate_series(1, ${teams}) n cross join generate_series(0, 2) k`,
    `insert into fact (tenant_id, id, kind, happened_at, day, person_id, unit_id, responsibility_id, dimensions, measures, source, source_key, recorded_at)
      select ${tenant}, ('0' || lpad(to_hex(n), 11, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid, case when n % 3 = 0 then 'order' else 'visit' end, drawn.at, drawn.at::date, ${id('person', 'p')}, ${id('team', `1 + (p - 1) / ${teamSize}`)},
        ${id('responsibility', `1 + (1 + (p - 1) / ${teamSize} + n % 3) % 20`)}, jsonb_build_object('result', case when n % 5 = 0 then 'signed' else 'open' end, 'customer', 'c' || n % 5000),
        jsonb_build_object('amount', n % 1000), 'api:seed', n::text, drawn.at
      from (select n, 1 + (n::bigint * 7919) % ${people} as p, timestamptz '2026-01-01 02:00Z' + (n::bigint * 13 % 175) * interval '1 day' as at
        from generate_series(1, ${facts}) n) drawn order by drawn.at`,
  ]
}
