import { createHttp } from '#kernel/http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { systemActor } from '#kernel/access'
import { inTenant } from '#kernel/transaction'
import { createTenant } from '#modules/base'
import { addMonths, monthStart, periodAround } from '#core/calendar'
import { recomputeTallies } from '../src/modules/indicators/service/keep-tallies.ts'
import { standingsOf } from '../src/modules/indicators/service/standings.ts'
import { figure, quantile, seconds, type Figure } from './measure.ts'
import { sessionFor, type Place } from './place.ts'
import { seedIndicators, type Sizes } from './seed-indicators.ts'

const full: Sizes = { people: 5000, boardPeople: 500, facts: 10_000_000, responsibilities: 250 }
const small: Sizes = { people: 400, boardPeople: 100, facts: 200_000, responsibilities: 20 }

/**
 * Figures at size: the board of 500 people over ten million facts, read with what is kept and with a month whose facts
 * just came; and a year of 1,000 indicators for 5,000 people computed from nothing, against the same sums in plain SQL.
 * `REMIT_BENCH_SMALL=1` tries the same with little.
 */
export async function benchIndicators(place: Place): Promise<Figure[]> {
  const sizes = process.env['REMIT_BENCH_SMALL'] ? small : full
  const tenantId = await createTenant(place.house, { slug: 'indicators', name: 'Indicators', language: 'en' })
  const owner = new pg.Client(place.database.owner)
  await owner.connect()
  const http = await createHttp(place.house)
  try {
    const { managerId } = await seedIndicators(owner, tenantId, sizes)
    await http.listen({ port: 0, host: '127.0.0.1' })
    const address = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}/api`
    const token = await sessionFor(place.house, tenantId, managerId)
    const today = new Date().toISOString().slice(0, 10)
    const months = Array.from({ length: 12 }, (_none, at) => addMonths(monthStart(today), -at))
    const within = <T>(work: Parameters<typeof inTenant<T>>[3]) => inTenant(place.house, tenantId, systemActor(), work)
    // facts first, as they lie: nothing is kept yet
    await owner.query('delete from tally; delete from tally_mark')
    const unkept = await boardMillis(`${address}/board?period=month`, token, sizes.boardPeople, 10)
    const took = await seconds(() => within((ctx) => recomputeTallies(ctx, months)))
    const kept = await boardMillis(`${address}/board?period=month`, token, sizes.boardPeople, 40)
    const lastMonth = await boardMillis(`${address}/board?period=month&day=${months[1]}`, token, sizes.boardPeople, 20)
    const { rows } = await owner.query<{ id: string }>('select id from person where tenant_id = $1 order by id', [
      tenantId,
    ])
    const ids = rows.map(({ id }) => id)
    const periods = months.toReversed().map((month) => periodAround('month', month))
    let figures = 0
    const computed = await seconds(async () => {
      for (let start = 0; start < ids.length; start += 500)
        await within(async (ctx) => {
          const found = await standingsOf(ctx, 'indicators.read', ids.slice(start, start + 500), periods)
          for (const standings of found.values())
            for (const { cells } of standings) figures += cells.reduce((sum, cell) => sum + cell.indicators.length, 0)
        })
    })
    const plain = await seconds(() => owner.query(plainSql(tenantId, months.at(-1) ?? today)))
    const whole = took + computed
    return [
      figure(
        `person × duty board of ${sizes.boardPeople} people over ${sizes.facts.toLocaleString('en')} facts, p95`,
        quantile(kept, 0.95),
        'ms',
        { atMost: 200 },
        {
          median: quantile(kept, 0.5),
          lastMonth: quantile(lastMonth, 0.95),
          whenNothingIsKept: quantile(unkept, 0.95),
        },
      ),
      figure(
        `a year of ${4 * sizes.responsibilities} indicators × ${sizes.people} people from nothing, against the same sums in plain SQL`,
        whole / plain,
        'times',
        { atMost: 2 },
        { seconds: whole, addingUpSeconds: took, judgingSeconds: computed, plainSqlSeconds: plain, figures },
      ),
    ]
  } finally {
    await http.close()
    await owner.end()
  }
}

/** The four sums of every person, responsibility and month, as somebody would write them. */
function plainSql(tenantId: string, from: string): string {
  const sign = `case when f.reverses_id is null then 1 else -1 end`
  return `select count(*) from (
    select f.person_id, f.responsibility_id, date_trunc('month', f.day) as month,
      sum(${sign}) filter (where f.dimensions ->> 'result' = 'signed') as signed, sum(${sign}) as visits,
      sum((f.measures ->> 'amount')::numeric) as amount, sum((f.measures ->> 'minutes')::numeric) as minutes,
      sum(${sign}) filter (where f.measures ? 'minutes') as carrying
    from fact f where f.tenant_id = '${tenantId}' and f.day >= '${from}'
    group by 1, 2, 3) all_sums`
}

async function boardMillis(url: string, token: string, people: number, runs: number): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < runs + 3; run += 1) {
    const took = await seconds(async () => {
      const answer = await fetch(url, { headers: { cookie: `sid=${token}` } })
      if (!answer.ok) throw new Error(await answer.text())
      const board = (await answer.json()) as { total: number }
      if (board.total < people) throw new Error(`the board shows ${board.total} people`)
    })
    if (run >= 3) times.push(took * 1000)
  }
  return times
}
