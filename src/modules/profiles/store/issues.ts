import { sql } from 'kysely'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Content } from '../content.ts'
import type { Issue } from '../contract.ts'

export type StoredIssue = Issue & { readonly content: Content; readonly contentHash: string }

/** Issues of a position, the latest first. */
export async function issuesOf(ctx: Context, positionId: string): Promise<(Issue & { contentHash: string })[]> {
  const { rows } = await sql<Issue & { contentHash: string; at: Date }>`
    select i.id, i.number, i.day, i.note, i.issued_at as at, a.name as "issuedBy", i.content_hash as "contentHash",
      (select count(distinct r.person_id) from description_reading r
        join assignment s on s.tenant_id = r.tenant_id and s.person_id = r.person_id and s.position_id = i.position_id and ${validOn('s', ctx.today)}
        where r.tenant_id = i.tenant_id and r.issue_id = i.id) as confirmed
    from description_issue i left join account a on a.tenant_id = i.tenant_id and a.id = i.issued_by
    where i.tenant_id = ${ctx.tenantId} and i.position_id = ${positionId}
    order by i.number desc limit 200`.execute(ctx.db)
  return rows.map(({ at, ...row }) => ({ ...row, issuedAt: at.toISOString() }))
}

export async function findIssue(ctx: Context, positionId: string, issueId: string): Promise<StoredIssue | undefined> {
  const [known, row] = await Promise.all([
    issuesOf(ctx, positionId),
    ctx.db
      .selectFrom('description_issue')
      .select('content')
      .where('tenant_id', '=', ctx.tenantId)
      .where('id', '=', issueId)
      .executeTakeFirst(),
  ])
  const issue = known.find((one) => one.id === issueId)
  return issue && row && { ...issue, content: row.content as Content }
}

export async function insertIssue(
  ctx: Context,
  issue: { positionId: string; number: number; content: Content; contentHash: string; note: string },
): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('description_issue')
    .values({
      tenant_id: ctx.tenantId,
      id,
      position_id: issue.positionId,
      number: issue.number,
      day: ctx.today,
      content: JSON.stringify(issue.content),
      content_hash: issue.contentHash,
      note: issue.note,
      issued_at: ctx.now,
      issued_by: ctx.actor.accountId,
    })
    .execute()
  return id
}

/** When a person confirmed an issue; the first time counts. */
export async function confirmReading(ctx: Context, issueId: string, personId: string): Promise<Date> {
  await ctx.db
    .insertInto('description_reading')
    .values({ tenant_id: ctx.tenantId, issue_id: issueId, person_id: personId, confirmed_at: ctx.now })
    .onConflict((on) => on.doNothing())
    .execute()
  const row = await ctx.db
    .selectFrom('description_reading')
    .select('confirmed_at')
    .where('tenant_id', '=', ctx.tenantId)
    .where('issue_id', '=', issueId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return row.confirmed_at
}
