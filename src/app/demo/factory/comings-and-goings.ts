import { sql } from 'kysely'
import { addDays, type Day } from '#core/calendar'
import { systemActor } from '#kernel/access'
import type { ImportRow } from '#kernel/importer'
import { inTenant } from '#kernel/transaction'
import { bumpStructure } from '#modules/base'
import { importerFor } from '#modules/transfer'
import { chance } from '../random.ts'
import { namesFor } from './names.ts'
import { workers, type Worker } from './people.ts'
import { factoryPositions } from './positions.ts'
import type { FactoryWorld } from './world.ts'

/** Seats of the shop floor that nobody of the first day sits on. */
const seats = factoryPositions.filter(({ code, vacant }) => vacant > 0 && /^(MC|FM|AS)-\d+-OP$/.test(code))
const leftDaysAgo = [452, 391, 325, 262, 199, 131, 75, 41]
const joinedDaysAgo = [468, 377, 302, 231, 158, 96, 54, 12]

type Passing = Worker & { readonly daysAgo: number; readonly hasLeft: boolean }

/** Who left the factory since its first day, and who came; the last of them only days ago. */
export const passing: readonly Passing[] = (() => {
  const all = [...leftDaysAgo, ...joinedDaysAgo]
  const names = namesFor(workers.length + all.length, chance(20_250_523)).slice(workers.length)
  return all.map((daysAgo, at) => ({
    number: `H${String(workers.length + at + 1).padStart(4, '0')}`,
    name: names[at]?.name ?? '',
    latinName: names[at]?.latinName ?? '',
    position: seats[at]?.code ?? '',
    daysAgo,
    hasLeft: at < leftDaysAgo.length,
  }))
})()

/** Takes them in as HR did, and dates their seats: those who left are gone, those who came begin on their day. */
export async function comeAndGo({ house, tenantId, firstDay, today }: FactoryWorld): Promise<void> {
  const rows = passing.map(({ number, name, latinName, position, daysAgo, hasLeft }, at): ImportRow => ({
    line: at + 2,
    values: {
      number,
      name,
      latinName,
      position,
      hiredOn: hasLeft ? addDays(firstDay, -200 - 37 * at) : addDays(today, -daysAgo),
      mobile: `137${String(10_000_019 * (at + 1))
        .padStart(8, '0')
        .slice(0, 8)}`,
    },
  }))
  await inTenant(house, tenantId, systemActor(), async (ctx) => {
    const numbers = passing.map(({ number }) => number)
    const known = await ctx.db
      .selectFrom('person')
      .select('id')
      .where('tenant_id', '=', ctx.tenantId)
      .where('number', 'in', numbers)
      .execute()
    if (known.length > 0) return
    const plan = await importerFor(ctx, 'roster').plan(ctx, rows)
    const [fault] = plan.faults
    if (fault) throw new Error(`row ${fault.line} of who came to the factory: ${fault.code}`)
    await plan.apply()
    const days = passing.map(({ daysAgo }): Day => addDays(today, -daysAgo))
    const gone = passing.map(({ hasLeft }) => hasLeft)
    await sql`update assignment a set valid_from = case when w.gone then a.valid_from else w.day end,
        valid_until = case when w.gone then w.day end
      from (select p.id, w.day, w.gone from unnest(${numbers}::text[], ${days}::date[], ${gone}::boolean[])
        as w (number, day, gone) join person p on p.tenant_id = ${ctx.tenantId} and p.number = w.number) w
      where a.tenant_id = ${ctx.tenantId} and a.person_id = w.id`.execute(ctx.db)
    await sql`update personnel_file f set employment = 'left', left_on = w.day
      from (select p.id, w.day from unnest(${numbers}::text[], ${days}::date[], ${gone}::boolean[])
        as w (number, day, gone) join person p on p.tenant_id = ${ctx.tenantId} and p.number = w.number where w.gone) w
      where f.tenant_id = ${ctx.tenantId} and f.person_id = w.id`.execute(ctx.db)
    await bumpStructure(ctx)
  })
}
