import { sql } from 'kysely'
import type { Context } from '#kernel/context'

export type Movable = {
  readonly id: string
  readonly positionId: string | null
  readonly personId: string
  readonly forPersonId: string | null
  readonly dueAt: Date
  readonly title: unknown
  /** Who acts on its position when it is due. */
  readonly actingIds: string[]
}

/** Open work of duties that is not due yet and either belongs to one of these people or is done in somebody's stead. */
export async function movableTasks(ctx: Context, personIds: readonly string[]): Promise<Movable[]> {
  const { rows } = await sql<Movable>`
    select t.id, t.position_id as "positionId", t.person_id as "personId", t.for_person_id as "forPersonId", t.due_at as "dueAt", t.title,
      array(select a.person_id from assignment a where a.tenant_id = t.tenant_id and a.position_id = t.position_id and a.kind = 'acting'
        and a.valid_from <= (t.due_at at time zone ${ctx.timeZone})::date
        and (a.valid_until is null or a.valid_until > (t.due_at at time zone ${ctx.timeZone})::date) order by a.person_id) as "actingIds"
    from task t where t.tenant_id = ${ctx.tenantId} and t.origin = 'duty' and t.status = 'open' and t.due_at > ${ctx.now}
      and t.quantity_done = 0 and (t.for_person_id is not null or t.person_id = any(${[...personIds]}::uuid[]))
    order by t.due_at, t.id limit 20000`.execute(ctx.db)
  return rows
}

/** Gives tasks to who does them now; `forPersonId` null gives one back to its holder. */
export async function moveTasks(
  ctx: Context,
  moves: readonly { id: string; personId: string; forPersonId: string | null }[],
): Promise<void> {
  if (moves.length === 0) return
  await sql`
    update task t set person_id = n."personId", for_person_id = n."forPersonId", reminded_at = null, version = t.version + 1
    from json_to_recordset(${JSON.stringify(moves)}::json) as n(id uuid, "personId" uuid, "forPersonId" uuid)
    where t.tenant_id = ${ctx.tenantId} and t.id = n.id`.execute(ctx.db)
}
