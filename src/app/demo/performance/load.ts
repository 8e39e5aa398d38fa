import { addDays, addMonths, type Day } from '#core/calendar'
import { systemActor } from '#kernel/access'
import { dayIn, instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { openPool, type ConnectionSettings } from '#kernel/database'
import type { House } from '#kernel/house'
import { inTenant } from '#kernel/transaction'
import { closeRound, giveAll } from '#modules/performance'
import type { Time } from '../history.ts'
import { groupDays } from '../load.ts'
import { houseOfThePast } from '../past.ts'
import { closedPeriods, openPeriod } from '../pay/periods.ts'
import { seedOf } from '../pay/terms.ts'
import { performer, type Perform, type Who } from '../perform.ts'
import { chance } from '../random.ts'
import { makeSchemes } from './schemes.ts'

/** How many closed months were judged in rounds here; before, scores came by file. */
const judgedMonths = 2

/** Schemes, frozen rounds of the last months, and the round that managers are in now. Pay reads what is frozen. */
export async function loadPerformance(house: House, app: ConnectionSettings, tenantId: string): Promise<void> {
  const today = dayIn('Asia/Shanghai', house.clock())
  const time: Time = { now: house.clock() }
  const pool = openPool({ ...app, options: '-c synchronous_commit=off' }, 2)
  try {
    const past = houseOfThePast(house, pool, time)
    const perform = performer(past)
    const known = await inTenant(past, tenantId, systemActor(), whatIsThere)
    const hr: Who = { tenantId, accountId: known.hr }
    await makeSchemes(perform, hr, { ...known, from: addDays(today, -groupDays) })
    for (const period of closedPeriods(today).slice(-judgedMonths)) {
      const after = addMonths(`${period}-01`, 1)
      time.now = instantOf('Asia/Shanghai', after, '09:00')
      const roundId = await openRound(perform, hr, period, known.periods)
      if (!roundId) continue
      await inTenant(past, tenantId, systemActor('zh-CN'), async (ctx) => {
        await giveAll(ctx, roundId, managersScore(known.numbers))
        await closeRound(ctx, roundId, { confirm: true, freeze: true, reason: '月度绩效' })
      })
    }
    time.now = house.clock()
    const current = await openRound(perform, hr, openPeriod(today), known.periods)
    // a third of them is still waiting
    const score = managersScore(known.numbers)
    if (current)
      await inTenant(past, tenantId, systemActor('zh-CN'), (ctx) =>
        giveAll(ctx, current, (personId) => (score(personId) % 3 === 0 ? null : score(personId))),
      )
    await inTenant(house, tenantId, systemActor(), (ctx) => ctx.announce('performance'))
  } finally {
    await pool.end()
  }
}

async function openRound(
  perform: Perform,
  hr: Who,
  period: string,
  known: ReadonlySet<string>,
): Promise<string | undefined> {
  const day: Day = `${period}-01`
  if (known.has(day)) return undefined
  const dueOn = addDays(addMonths(day, 1), 5)
  const { roundId } = await perform<{ roundId: string }>(hr, 'performance.openRound', {
    period: 'month',
    day,
    dueOn,
    unitId: null,
  })
  return roundId
}

/** Managers score how people work together: most from 85 to 100, the same person much the same each month. */
function managersScore(numbers: ReadonlyMap<string, string>): (personId: string) => number {
  return (personId) => {
    const luck = chance(seedOf(numbers.get(personId) ?? 'H0000') + 57)
    return 8500 + 100 * luck.below(16)
  }
}

async function whatIsThere(ctx: Context) {
  const codes = async (table: 'unit' | 'position' | 'responsibility') =>
    new Map(
      (await ctx.db.selectFrom(table).select(['code', 'id']).where('tenant_id', '=', ctx.tenantId).execute()).flatMap(
        ({ code, id }) => (code ? [[code, id] as const] : []),
      ),
    )
  const { id: hr } = await ctx.db
    .selectFrom('account')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('login', '=', 'qian.hui')
    .executeTakeFirstOrThrow()
  const people = await ctx.db
    .selectFrom('person')
    .select(['id', 'number'])
    .where('tenant_id', '=', ctx.tenantId)
    .execute()
  const rounds = await ctx.db
    .selectFrom('review_round')
    .select('valid_from')
    .where('tenant_id', '=', ctx.tenantId)
    .execute()
  return {
    hr,
    units: await codes('unit'),
    positions: await codes('position'),
    duties: await codes('responsibility'),
    numbers: new Map(people.map(({ id, number }) => [id, number])),
    periods: new Set(rounds.map(({ valid_from }) => valid_from)),
  }
}
