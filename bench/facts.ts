import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { createHttp } from '#kernel/http'
import { systemActor } from '#kernel/access'
import { dayIn } from '#kernel/clock'
import type { ImportRow } from '#kernel/importer'
import { inTenant } from '#kernel/transaction'
import { createTenant } from '#modules/base'
import { server as indicators } from '../src/modules/indicators/server.ts'
import { figure, quantile, seconds, type Figure } from './measure.ts'
import { sessionFor, type Place } from './place.ts'
import { seedCompany, type BenchTenant } from './seed.ts'

const batches = 80
const factsInBatch = 500
const storedFacts = 1_000_000
const rowsInFile = 60_000
/** As the seed names them: a clerk of the manager's team, and the responsibility of all clerks. */
const [personTwo, responsibility] = [md5Id('person2'), md5Id('r')]

/** Facts over HTTP with an API key in batches of 500; then a manager's board over a million of them. */
export async function benchFacts(place: Place): Promise<Figure[]> {
  const tenantId = await createTenant(place.house, { slug: 'facts', name: 'Facts', language: 'en' })
  const company = await seedCompany(place.database.owner, tenantId)
  const http = await createHttp(place.house)
  await http.listen({ port: 0, host: '127.0.0.1' })
  const address = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}/api`
  try {
    const key = await apiKey(place, tenantId)
    const perSecond = await recordFacts(address, key)
    const byFile = await importFacts(place, tenantId)
    await seedFacts(place, company)
    const token = await sessionFor(place.house, tenantId, company.managerId)
    const fresh = await freshMillis(address, key, token)
    const millis = await boardMillis(`${address}/board?period=month`, token)
    return [
      figure('facts by API in batches of 500', perSecond, 'per second', { atLeast: 5000 }),
      figure('facts by file of 60,000 rows', byFile, 'per second', { atLeast: 30_000 }),
      figure(
        'from a fact to the changed figure while 5,000 facts/s come in, p95',
        quantile(fresh.millis, 0.95),
        'ms',
        { atMost: 2000 },
        { median: quantile(fresh.millis, 0.5), factsPerSecondMeanwhile: fresh.perSecond },
      ),
      figure(
        'board of a manager over 1,000,000 facts, p95',
        quantile(millis, 0.95),
        'ms',
        { atMost: 150 },
        { median: quantile(millis, 0.5) },
      ),
    ]
  } finally {
    await http.close()
  }
}

async function recordFacts(address: string, key: string): Promise<number> {
  const bodies = Array.from({ length: batches + 5 }, (_, batch) =>
    JSON.stringify({
      facts: Array.from({ length: factsInBatch }, (_fact, index) => ({
        key: `${batch}-${index}`,
        kind: 'visit',
        happenedAt: new Date(Date.now() - index * 60_000).toISOString(),
        personNumber: `P${1 + ((batch * factsInBatch + index) % 20_000)}`,
        dimensions: { result: index % 3 ? 'lost' : 'signed' },
        measures: { amount: index },
      })),
    }),
  )
  const send = async (body: string) => {
    const answer = await fetch(`${address}/facts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body,
    })
    if (!answer.ok) throw new Error(await answer.text())
    await answer.text()
  }
  for (const body of bodies.splice(0, 5)) await send(body)
  const took = await seconds(async () => {
    for (const body of bodies) await send(body)
  })
  return (batches * factsInBatch) / took
}

/** A month of a MES for 500 people as rows of a sheet, read already, planned and written: what a file costs beside unpacking it. */
async function importFacts(place: Place, tenantId: string): Promise<number> {
  const importer = indicators.imports?.['facts']
  if (!importer) throw new Error('the importer of facts is gone')
  const rows = Array.from({ length: rowsInFile }, (_none, index): ImportRow => ({
    line: index + 2,
    values: {
      key: `file-${index}`,
      kind: 'visit',
      day: dayIn('UTC', new Date(Date.now() - (1 + (index % 30)) * 86_400_000)),
      personNumber: `P${1 + (Math.floor(index / 120) % 500)}`,
      value: index % 100,
      dimensions: `result=${index % 3 ? 'lost' : 'signed'}`,
    },
  }))
  const took = await seconds(() =>
    inTenant(place.house, tenantId, systemActor('en'), async (ctx) => {
      const plan = await importer.plan(ctx, rows)
      if (plan.faults.length > 0 || plan.created !== rowsInFile) throw new Error(JSON.stringify(plan.faults[0]))
      await plan.apply()
    }),
  )
  return rowsInFile / took
}

/** One fact more, and its figure read until it has moved, while batches of 500 keep coming in. */
async function freshMillis(address: string, key: string, token: string) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const tell = async (facts: object[]) => {
    const answer = await fetch(`${address}/facts`, { method: 'POST', headers, body: JSON.stringify({ facts }) })
    if (!answer.ok) throw new Error(await answer.text())
  }
  const state = { isOver: false, told: 0 }
  const load = (async () => {
    const began = performance.now()
    while (!state.isOver) {
      const batch = state.told / factsInBatch
      await tell(
        Array.from({ length: factsInBatch }, (_none, index) => ({
          key: `load-${batch}-${index}`,
          kind: 'visit',
          happenedAt: new Date(Date.now() - index * 1000).toISOString(),
          personNumber: `P${1 + ((state.told + index) % 20_000)}`,
        })),
      )
      state.told += factsInBatch
      const ahead = (state.told / 5000) * 1000 - (performance.now() - began)
      if (ahead > 0) await new Promise((done) => setTimeout(done, ahead))
    }
    return state.told / ((performance.now() - began) / 1000)
  })()
  const value = async () => {
    const answer = await fetch(`${address}/people/${personTwo}/indicators/${responsibility}/signed?period=month`, {
      headers: { cookie: `sid=${token}` },
    })
    if (!answer.ok) throw new Error(await answer.text())
    const { standing } = (await answer.json()) as { standing: { value: number | null } }
    return standing.value
  }
  const millis: number[] = []
  for (let run = 0; run < 40; run += 1) {
    const before = await value()
    const began = performance.now()
    await tell([
      {
        key: `seen-${run}`,
        kind: 'visit',
        happenedAt: new Date().toISOString(),
        personNumber: 'P2',
        responsibilityCode: 'R',
        dimensions: { result: 'signed' },
      },
    ])
    while ((await value()) === before && performance.now() - began < 20_000);
    if (run >= 5) millis.push(performance.now() - began)
  }
  state.isOver = true
  return { millis, perSecond: await load }
}

async function apiKey(place: Place, tenantId: string): Promise<string> {
  const id = randomUUID()
  const secret = randomBytes(32).toString('base64url')
  await asOwner(place, (client) =>
    client.query(
      `insert into api_key (tenant_id, id, name, secret_hash, permissions, created_at) values ($1, $2, 'bench', $3, '{indicators.record}', now())`,
      [tenantId, id, createHash('sha256').update(secret).digest()],
    ),
  )
  return `rk_${id.replaceAll('-', '')}_${secret}`
}

/** A million visits over a year, and a responsibility of every clerk that counts them. */
async function seedFacts(place: Place, { tenantId }: BenchTenant): Promise<void> {
  const measure = JSON.stringify({
    kind: 'ratio',
    part: { take: 'count', fact: 'visit', where: [{ dimension: 'result', is: ['signed'], not: false }] },
    whole: { take: 'count', fact: 'visit', where: [] },
  })
  await asOwner(place, (client) =>
    client.query(`
      insert into responsibility (tenant_id, id, code, created_at) values ('${tenantId}', md5('r')::uuid, 'R', now());
      insert into responsibility_version (tenant_id, id, responsibility_id, number, name, purpose, valid_from, created_at)
        values ('${tenantId}', md5('v')::uuid, md5('r')::uuid, 1, '{"en": "Visits"}', '{"en": "-"}', '2020-01-01', now());
      insert into responsibility_indicator (tenant_id, id, version_id, key, name, direction, target, weight_permille, period, measure)
        values ('${tenantId}', gen_random_uuid(), md5('v')::uuid, 'signed', '{"en": "Signed"}', 'up', 0.3, 1000, 'month', '${measure}');
      insert into holding (tenant_id, id, responsibility_id, position_id, raci, valid_from)
        select '${tenantId}'::uuid, gen_random_uuid(), md5('r')::uuid, id, 'responsible', '2020-01-01'::date from position where tenant_id = '${tenantId}' and code like 'S%';
      insert into fact (tenant_id, id, kind, happened_at, day, person_id, unit_id, responsibility_id, dimensions, measures, source, source_key, recorded_at)
        select '${tenantId}'::uuid, gen_random_uuid(), 'visit', now() - make_interval(mins => n / 2), (now() - make_interval(mins => n / 2))::date,
          md5('person' || (1 + n % 20000))::uuid, md5('unit' || (1 + (n % 20000) / 50))::uuid, md5('r')::uuid,
          jsonb_build_object('result', case when n % 3 = 0 then 'signed' else 'lost' end), '{}'::jsonb, 'bench', n::text, now()
        from generate_series(1, ${storedFacts}) n;
      analyze`),
  )
}

async function boardMillis(url: string, token: string): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < 60; run += 1) {
    const took = await seconds(async () => {
      const answer = await fetch(url, { headers: { cookie: `sid=${token}` } })
      if (!answer.ok) throw new Error(await answer.text())
      const board = (await answer.json()) as { total: number }
      if (board.total < 10) throw new Error(`the board shows ${board.total} people`)
    })
    if (run >= 10) times.push(took * 1000)
  }
  return times
}

/** An id as `md5(text)::uuid` gives it. */
function md5Id(text: string): string {
  const hex = createHash('md5').update(text).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

async function asOwner(place: Place, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(place.database.owner)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
