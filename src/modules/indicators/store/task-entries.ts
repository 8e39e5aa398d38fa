import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import { reversibleFacts, toReversible, type Reversible } from './insert-facts.ts'

/** Hand-ins that stand but are no facts yet, oldest first. */
export async function entriesWithoutFact(ctx: Context, limit: number) {
  return ctx.db
    .selectFrom('task_entry as e')
    .innerJoin('task as t', (on) => on.onRef('t.tenant_id', '=', 'e.tenant_id').onRef('t.id', '=', 'e.task_id'))
    .leftJoin('responsibility_duty as d', (on) =>
      on.onRef('d.tenant_id', '=', 't.tenant_id').onRef('d.id', '=', 't.duty_id'),
    )
    .select(['e.id as entryId', 'e.person_id as personId', 'e.happened_at as happenedAt', 'e.form_values as values'])
    .select(['t.unit_id as unitId', 't.responsibility_id as responsibilityId', 'd.fact_kind as factKind', 'd.form'])
    .where('e.tenant_id', '=', ctx.tenantId)
    .where('e.taken_back_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('fact as f')
            .select('f.id')
            .whereRef('f.tenant_id', '=', 'e.tenant_id')
            .where('f.source', '=', 'tasks')
            .where(sql<boolean>`f.source_key = e.id::text`),
        ),
      ),
    )
    .orderBy('e.id')
    .limit(limit)
    .execute()
}

/** Facts of hand-ins that were taken back since. */
export async function factsOfTakenBack(ctx: Context): Promise<Reversible[]> {
  const rows = await reversibleFacts(ctx)
    .where('f.source', '=', 'tasks')
    .where('f.reverses_id', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('task_entry as e')
          .select('e.id')
          .whereRef('e.tenant_id', '=', 'f.tenant_id')
          .where(sql<boolean>`e.id::text = f.source_key`)
          .where('e.taken_back_at', 'is not', null),
      ),
    )
    .execute()
  return rows.map(toReversible).filter((fact) => !fact.isReversed)
}
