import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import { chance } from '../random.ts'
import { seedOf, type Paid } from './terms.ts'

type Row = Omit<Paid, 'hiredOn'> & { hiredOn: Day | null }

/** Everybody the demo's companies pay, with the position they began on. */
export async function paidPeople(ctx: Context): Promise<Paid[]> {
  const { rows } = await sql<Row>`
    select p.id as "personId", p.number, p.name, po.code as position, f.hired_on as "hiredOn", f.left_on as "leftOn"
    from person p
    join lateral (select * from assignment a where a.tenant_id = p.tenant_id and a.person_id = p.id and a.kind = 'main'
      order by a.valid_from limit 1) a on true
    join position po on po.tenant_id = a.tenant_id and po.id = a.position_id
    left join personnel_file f on f.tenant_id = p.tenant_id and f.person_id = p.id
    where p.tenant_id = ${ctx.tenantId} and p.number ~ '^[EH][0-9]{4}$' order by p.number`.execute(ctx.db)
  return rows.map(({ hiredOn, ...person }) => ({ ...person, hiredOn: hiredOn ?? began(person.number) }))
}

/** The smaller firm's files don't tell when somebody began. */
function began(number: string): Day {
  const luck = chance(seedOf(number) + 5)
  return `20${17 + luck.below(8)}-0${1 + luck.below(9)}-0${1 + luck.below(9)}`
}
