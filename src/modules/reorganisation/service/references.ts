import { sql } from 'kysely'
import { madeBy, type Change } from '#core/reorganisation'
import { reachOfActor } from '#kernel/access'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import { idsIn } from './book.ts'

type Known = { what: string; id: string; unitId: string | null }

/** What changes name must be there for the asker, and in units the asker may re-organise. `made` comes with the draft. */
export async function requireKnown(ctx: Context, changes: readonly Change[], made: ReadonlySet<string>): Promise<void> {
  const own = new Set([...made, ...changes.flatMap((change) => Object.values(madeBy(change)).flat())])
  const wanted = [...idsIn(changes)].filter((id) => !own.has(id))
  const known = new Map((await lookUp(ctx, wanted)).map((row) => [row.id, row]))
  const reach = reachOfActor(ctx.actor, 'reorganisation.edit')
  const readable = reachOfActor(ctx.actor, 'reorganisation.read')
  for (const id of wanted) {
    const row = known.get(id)
    if (!row) throw notFound({ what: 'reference' })
    const isIn = (unitIds: readonly string[]) => row.unitId !== null && unitIds.includes(row.unitId)
    if (!readable.all && !isIn(readable.unitIds)) throw notFound({ what: row.what })
    if (!reach.all && !isIn(reach.unitIds)) throw forbidden({ permission: 'reorganisation.edit' })
  }
}

/** Which of the ids are units, positions, people or responsibilities of the tenant, and in which unit they are today. */
async function lookUp(ctx: Context, ids: readonly string[]): Promise<Known[]> {
  if (ids.length === 0) return []
  const tenant = ctx.tenantId
  const wanted = sql`any(${[...ids]}::uuid[])`
  const { rows } = await sql<Known>`
    select 'unit' as what, id, id as "unitId" from unit where tenant_id = ${tenant} and id = ${wanted}
    union all
    select 'position', o.id, (select v.unit_id from position_version v where v.tenant_id = o.tenant_id and v.position_id = o.id
      order by v.valid_from desc limit 1)
    from position o where o.tenant_id = ${tenant} and o.id = ${wanted}
    union all
    select 'person', p.id, (select v.unit_id from assignment a
      join position_version v on v.tenant_id = a.tenant_id and v.position_id = a.position_id
      where a.tenant_id = p.tenant_id and a.person_id = p.id
      order by a.kind = 'main' desc, a.valid_from desc, v.valid_from desc limit 1)
    from person p where p.tenant_id = ${tenant} and p.id = ${wanted}
    union all
    select 'responsibility', r.id, r.unit_id from responsibility r where r.tenant_id = ${tenant} and r.id = ${wanted}`.execute(
    ctx.db,
  )
  return rows
}
