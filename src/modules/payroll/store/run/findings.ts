import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { Found } from '../../rules/check-slip.ts'

/**
 * Replaces what was found about some people (or, with null, about the run as a whole). What was accepted stays accepted
 * while it is exactly the same.
 */
export async function replaceFindings(
  ctx: Context,
  runId: string,
  personIds: readonly string[] | { readonly codes: readonly string[] },
  found: readonly Found[],
): Promise<void> {
  const about = Array.isArray(personIds)
    ? sql`person_id = any(${[...(personIds as readonly string[])]}::uuid[]) and code <> all(${wholeRunCodes}::text[])`
    : sql`code = any(${[...(personIds as { codes: readonly string[] }).codes]}::text[])`
  const { rows } =
    await sql<Accepted>`delete from pay_finding where tenant_id = ${ctx.tenantId} and run_id = ${runId} and ${about}
    returning person_id as "personId", code, facts, note, accepted_by_id as "acceptedById", accepted_at as "acceptedAt"`.execute(
      ctx.db,
    )
  if (found.length === 0) return
  const accepted = new Map(rows.filter((row) => row.acceptedAt !== null).map((row) => [keyOf(row), row]))
  const added = found.map((one) => {
    const before = accepted.get(keyOf(one))
    return {
      id: ctx.newId(),
      person_id: one.personId,
      code: one.code,
      severity: one.severity,
      facts: one.facts,
      note: before?.note ?? null,
      accepted_by_id: before?.acceptedById ?? null,
      accepted_at: before?.acceptedAt ?? null,
    }
  })
  await sql`insert into pay_finding (tenant_id, id, run_id, person_id, code, severity, facts, note, accepted_by_id, accepted_at)
    select ${ctx.tenantId}, x.id, ${runId}, x.person_id, x.code, x.severity, x.facts, x.note, x.accepted_by_id, x.accepted_at
    from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) x (id uuid, person_id uuid, code text, severity text, facts jsonb,
      note text, accepted_by_id uuid, accepted_at timestamptz)`.execute(ctx.db)
}

/** Found by looking at the run as a whole, after everybody is computed. */
export const wholeRunCodes = ['duplicate-account', 'no-terms', 'terms-left-open'] as const

type Accepted = {
  readonly personId: string | null
  readonly code: string
  readonly facts: Record<string, unknown>
  readonly note: string | null
  readonly acceptedById: string | null
  readonly acceptedAt: Date | null
}

function keyOf({
  personId,
  code,
  facts,
}: Pick<Accepted, 'personId' | 'code'> & { facts: Readonly<Record<string, unknown>> }) {
  return JSON.stringify([personId, code, Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1))])
}

/** Drops what was found about people who no longer have a slip in the run. As a list: right after so many slips were written, the planner takes the table for empty. */
export async function dropOrphanFindings(ctx: Context, runId: string): Promise<void> {
  await sql`delete from pay_finding f where f.tenant_id = ${ctx.tenantId} and f.run_id = ${runId} and f.person_id is not null
    and f.code <> all(${[...wholeRunCodes]}::text[])
    and f.person_id not in (select s.person_id from pay_slip s where s.tenant_id = ${ctx.tenantId} and s.run_id = ${runId})`.execute(
    ctx.db,
  )
}

export type StoredFinding = {
  readonly id: string
  readonly personId: string | null
  readonly personName: string | null
  readonly personNumber: string | null
  readonly slipId: string | null
  readonly code: string
  readonly severity: 'blocking' | 'warning' | 'notice'
  readonly facts: Readonly<Record<string, unknown>>
  readonly note: string | null
  readonly acceptedBy: string | null
}

/** What was found in a run about people the asker may see, blocking ones first, open warnings before accepted ones. */
export async function findings(
  ctx: Context,
  runId: string,
  page: { readonly limit: number; readonly offset: number; readonly personId?: string },
): Promise<{ total: number; rows: StoredFinding[] }> {
  const person = page.personId ? sql`and f.person_id = ${page.personId}` : sql``
  const from = sql`from pay_finding f
    left join person p on p.tenant_id = f.tenant_id and p.id = f.person_id
    left join pay_slip s on s.tenant_id = f.tenant_id and s.run_id = f.run_id and s.person_id = f.person_id
    where f.tenant_id = ${ctx.tenantId} and f.run_id = ${runId} ${person}
      and ${ctx.visible('payroll.read', { person: 'f.person_id', unit: 's.unit_id' })}`
  const { rows } = await sql<StoredFinding & { total: number }>`
    select f.id, f.person_id as "personId", p.name as "personName", p.number as "personNumber", s.id as "slipId", f.code, f.severity,
      f.facts, f.note, (select a.name from account a where a.tenant_id = f.tenant_id and a.id = f.accepted_by_id) as "acceptedBy",
      count(*) over ()::int as total
    ${from} order by array_position(array['blocking', 'warning', 'notice'], f.severity), f.accepted_at is not null, f.code, p.number, f.id
    limit ${page.limit} offset ${page.offset}`.execute(ctx.db)
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) }
}

/** Warnings are accepted with a note, or with null no longer. */
export async function noteFindings(
  ctx: Context,
  runId: string,
  findingIds: readonly string[],
  note: string | null,
): Promise<void> {
  await ctx.db
    .updateTable('pay_finding')
    .set({
      note,
      accepted_by_id: note === null ? null : ctx.actor.accountId,
      accepted_at: note === null ? null : ctx.now,
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('run_id', '=', runId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...findingIds]))))
    .where('severity', '=', 'warning')
    .execute()
}
