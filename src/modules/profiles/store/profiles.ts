import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import type { ProfileDraft, ProfileVersion, Requirement } from '../shapes.ts'

export type NewVersion = Omit<ProfileDraft, 'summary'> & { summary: LocalText; attribution: string }

/** Every version of a profile, the latest first. */
export async function profileVersions(ctx: Context, profileId: string): Promise<(ProfileVersion & { code: string })[]> {
  const rows = await ctx.db
    .selectFrom('job_profile_version as v')
    .innerJoin('job_profile as p', (on) =>
      on.onRef('p.tenant_id', '=', 'v.tenant_id').onRef('p.id', '=', 'v.profile_id'),
    )
    .leftJoin('account as a', (on) => on.onRef('a.tenant_id', '=', 'v.tenant_id').onRef('a.id', '=', 'v.created_by'))
    .selectAll('v')
    .select(['p.code', 'a.name as author'])
    .where('v.tenant_id', '=', ctx.tenantId)
    .where('v.profile_id', '=', profileId)
    .orderBy('v.valid_from', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    number: row.number,
    name: row.name as LocalText,
    summary: row.summary as LocalText,
    jobFamilyId: row.job_family_id,
    gradeId: row.grade_id,
    requirements: row.requirements as Requirement[],
    attribution: row.attribution,
    changeNote: row.change_note,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    createdBy: row.author,
  }))
}

/** Writers of one profile wait for one another. */
export async function lockProfile(ctx: Context, profileId: string): Promise<void> {
  await sql`select 1 from job_profile where tenant_id = ${ctx.tenantId} and id = ${profileId} for update`.execute(
    ctx.db,
  )
}

export async function takenCodes(ctx: Context): Promise<Set<string>> {
  const rows = await ctx.db.selectFrom('job_profile').select('code').where('tenant_id', '=', ctx.tenantId).execute()
  return new Set(rows.map((row) => row.code.toLowerCase()))
}

export async function insertProfile(ctx: Context, code: string): Promise<string> {
  const id = ctx.newId()
  await ctx.db.insertInto('job_profile').values({ tenant_id: ctx.tenantId, id, code, created_at: ctx.now }).execute()
  return id
}

export async function insertVersion(
  ctx: Context,
  at: { profileId: string; number: number; from: Day },
  version: NewVersion,
): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('job_profile_version')
    .values({
      tenant_id: ctx.tenantId,
      id,
      profile_id: at.profileId,
      number: at.number,
      valid_from: at.from,
      created_at: ctx.now,
      created_by: ctx.actor.accountId,
      ...rowOf(version),
    })
    .execute()
  return id
}

export async function rewriteVersion(ctx: Context, versionId: string, from: Day, version: NewVersion): Promise<void> {
  await ctx.db
    .updateTable('job_profile_version')
    .set({ ...rowOf(version), valid_from: from })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', versionId)
    .execute()
}

export async function endVersion(ctx: Context, versionId: string, until: Day | null): Promise<void> {
  await ctx.db
    .updateTable('job_profile_version')
    .set({ valid_until: until })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', versionId)
    .execute()
}

export async function deleteVersion(ctx: Context, versionId: string): Promise<void> {
  await ctx.db
    .deleteFrom('job_profile_version')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', versionId)
    .execute()
}

/** True when family and grade are the tenant's own. */
export async function knowsGrade(
  ctx: Context,
  { jobFamilyId, gradeId }: { jobFamilyId: string | null; gradeId: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select
    (${jobFamilyId}::uuid is null or exists (select from job_family where tenant_id = ${ctx.tenantId} and id = ${jobFamilyId}))
    and (${gradeId}::uuid is null or exists (select from grade where tenant_id = ${ctx.tenantId} and id = ${gradeId})) as known`.execute(
    ctx.db,
  )
  return rows[0]?.known ?? false
}

function rowOf(version: NewVersion) {
  return {
    name: JSON.stringify(version.name),
    summary: JSON.stringify(version.summary),
    job_family_id: version.jobFamilyId,
    grade_id: version.gradeId,
    requirements: JSON.stringify(version.requirements),
    attribution: version.attribution,
    change_note: version.changeNote,
  }
}
