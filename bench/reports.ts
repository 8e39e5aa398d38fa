import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createHttp } from '#kernel/http'
import { createTenant } from '#modules/base'
import { figure, median, quantile, seconds, type Figure } from './measure.ts'
import { sessionFor, type Place } from './place.ts'
import { asOwner } from './seed-flow.ts'
import { seedCompany, type BenchTenant } from './seed.ts'

const storedFacts = 1_000_000
const runs = 40

/**
 * Reports of a company of 20,000 over a million facts. Who may see little must not wait longer than who may see all: the
 * same report of the same people is asked for by an employee or head and by HR, in turns.
 */
export async function benchReports(place: Place): Promise<Figure[]> {
  const tenantId = await createTenant(place.house, { slug: 'reports', name: 'Reports', language: 'en' })
  const company = await seedCompany(place.database.owner, tenantId)
  const hrId = await seedFacts(place, company)
  const team = await teamOf(place, company)
  const http = await createHttp(place.house)
  await http.listen({ port: 0, host: '127.0.0.1' })
  const address = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}/api`
  try {
    const head = await sessionFor(place.house, tenantId, team.headId)
    const hr = await sessionFor(place.house, tenantId, hrId)
    const { teamId } = team
    const ask = async (path: string, token: string) => {
      const answer = await fetch(`${address}${path}`, { headers: { cookie: `sid=${token}` } })
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
      return answer.text()
    }
    const pairs: readonly (readonly [name: string, own: string, all: string, mostMs: number])[] = [
      ['one’s own fulfilment', '/reports/people/me', `/reports/people/${team.headPersonId}`, 200],
      ['team board', '/board?limit=50', `/board?limit=50&unitId=${teamId}`, 200],
      ['fulfilment of a team of 50', '/reports/fulfilment', `/reports/fulfilment?unitId=${teamId}`, 400],
      ['trend of a team', '/reports/trend', `/reports/trend?unitId=${teamId}`, 400],
      ['workload of a team', '/reports/workload', `/reports/workload?unitId=${teamId}`, 300],
    ]
    const figures: Figure[] = []
    for (const [name, own, all, mostMs] of pairs) {
      const [little, much] = await inTurns(
        () => ask(own, head),
        () => ask(all, hr),
      )
      figures.push(
        figure(`${name}, p95`, quantile(little, 0.95), 'ms', { atMost: mostMs }),
        figure(
          `${name}: of who sees little against who sees all`,
          median(little) / median(much),
          'times',
          { atMost: 1.2 },
          {
            littleMs: median(little),
            allMs: median(much),
          },
        ),
      )
    }
    return figures
  } finally {
    await http.close()
  }
}

async function inTurns(a: () => Promise<unknown>, b: () => Promise<unknown>): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run += 1) {
    const first = (await seconds(a)) * 1000
    const second = (await seconds(b)) * 1000
    if (run < 5) continue
    times[0].push(first)
    times[1].push(second)
  }
  return times
}

/** A million visits over a year, a responsibility of everybody that counts them, and an account of HR. */
async function seedFacts(place: Place, { tenantId }: BenchTenant): Promise<string> {
  const measure = JSON.stringify({ kind: 'figure', figure: { take: 'count', fact: 'visit', where: [] } })
  const hrId = randomUUID()
  await asOwner(place.database.owner, (client) =>
    client.query(`
      insert into responsibility (tenant_id, id, code, created_at) values ('${tenantId}', md5('r')::uuid, 'R', now());
      insert into responsibility_version (tenant_id, id, responsibility_id, number, name, purpose, valid_from, created_at)
        values ('${tenantId}', md5('v')::uuid, md5('r')::uuid, 1, '{"en": "Visits"}', '{"en": "-"}', '2020-01-01', now());
      insert into responsibility_indicator (tenant_id, id, version_id, key, name, direction, target, weight_permille, period, measure)
        values ('${tenantId}', gen_random_uuid(), md5('v')::uuid, 'visits', '{"en": "Visits"}', 'up', 8, 1000, 'month', '${measure}');
      insert into holding (tenant_id, id, responsibility_id, position_id, raci, weight_permille, valid_from)
        select '${tenantId}'::uuid, gen_random_uuid(), md5('r')::uuid, id, 'responsible', 1000, '2020-01-01'::date
        from position where tenant_id = '${tenantId}';
      insert into fact (tenant_id, id, kind, happened_at, day, person_id, unit_id, responsibility_id, dimensions, measures, source, source_key, recorded_at)
        select '${tenantId}'::uuid, gen_random_uuid(), 'visit', now() - make_interval(mins => n / 2), (now() - make_interval(mins => n / 2))::date,
          md5('person' || (1 + n % 20000))::uuid, md5('unit' || (1 + (n % 20000) / 50))::uuid, md5('r')::uuid,
          '{}'::jsonb, '{}'::jsonb, 'bench', n::text, now()
        from generate_series(1, ${storedFacts}) n;
      insert into account (tenant_id, id, login, name, created_at) values ('${tenantId}', '${hrId}', 'bench-hr', 'HR', now());
      insert into account_role (tenant_id, account_id, role_id, unit_id, valid_from)
        select tenant_id, '${hrId}'::uuid, id, tenant_id, '2020-01-01'::date from role where tenant_id = '${tenantId}' and key = 'hr';
      analyze`),
  )
  return hrId
}

type Team = { readonly teamId: string; readonly headPersonId: string; readonly headId: string }

/** A team whose ids, made by md5, happen to be such as the contracts take; its head gets an account. */
async function teamOf(place: Place, { tenantId }: BenchTenant): Promise<Team> {
  const headId = randomUUID()
  return asOwner(place.database.owner, async (client) => {
    const sound = (column: string) => `${column}::text ~ '^.{14}[1-8].{4}[89ab]'`
    const { rows } = await client.query<{ teamId: string; headPersonId: string }>(
      `select p.unit_id as "teamId", a.person_id as "headPersonId" from position_version p
       join assignment a on a.tenant_id = p.tenant_id and a.position_id = p.position_id
       where p.tenant_id = $1 and p.is_lead and ${sound('p.unit_id')} and ${sound('a.person_id')} order by 1 limit 1`,
      [tenantId],
    )
    const [team] = rows
    if (!team) throw new Error('no team with sound ids')
    await client.query(
      `insert into account (tenant_id, id, login, name, person_id, created_at) values ($1, $2, 'bench-head', 'Head', $3, now())`,
      [tenantId, headId, team.headPersonId],
    )
    await client.query(
      `insert into account_role (tenant_id, account_id, role_id, unit_id, valid_from)
       select tenant_id, $2::uuid, id, tenant_id, '2020-01-01'::date from role where tenant_id = $1 and key = 'employee'`,
      [tenantId, headId],
    )
    return { ...team, headId }
  })
}
