import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { day, overlap, runsOn, type Period } from '#core/calendar'
import { openWorld } from '#test/world'
import { validDuring, validOn } from './as-of.ts'

const days = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-09', '2026-03-10', '2027-01-01'].map(day)
const periods: Period[] = days.flatMap((from) => [
  { from, until: null },
  ...days.filter((until) => until > from).map((until) => ({ from, until })),
])

test('SQL and TypeScript agree on every day and period about what holds', async () => {
  const world = await openWorld()
  await world.within(async (ctx) => {
    const rows = sql<{
      valid_from: string
      valid_until: string | null
    }>`(select * from jsonb_to_recordset(${JSON.stringify(
      periods.map(({ from, until }) => ({ valid_from: from, valid_until: until })),
    )}::jsonb) as x(valid_from date, valid_until date))`
    const found = async (where: unknown) => {
      const result =
        await sql<Period>`select r.valid_from as from, r.valid_until as until from ${rows} r where ${where} order by 1, 2 nulls first`.execute(
          ctx.db,
        )
      return result.rows
    }
    const sorted = (list: Period[]) =>
      list.toSorted((a, b) => (a.from + (a.until ?? '')).localeCompare(b.from + (b.until ?? '')))
    for (const on of days) {
      expect(await found(validOn('r', on))).toEqual(sorted(periods.filter((period) => runsOn(period, on))))
    }
    for (const wanted of periods) {
      expect(await found(validDuring('r', wanted))).toEqual(sorted(periods.filter((period) => overlap(period, wanted))))
    }
  })
})
