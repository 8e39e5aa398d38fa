import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import type { Grade, JobFamily } from '../contract.ts'

/** Both are short lists of codes with names; a grade has a rank and perhaps a family besides. */
export type Listed = 'job_family' | 'grade'

export async function jobFamilies(ctx: Context): Promise<JobFamily[]> {
  const rows = await ctx.db
    .selectFrom('job_family')
    .select(['id', 'version', 'code', 'name'])
    .where('tenant_id', '=', ctx.tenantId)
    .orderBy('code')
    .execute()
  return rows.map((row) => ({ ...row, name: row.name as LocalText }))
}

/** The most senior last. */
export async function grades(ctx: Context): Promise<Grade[]> {
  const rows = await ctx.db
    .selectFrom('grade')
    .select(['id', 'version', 'code', 'name', 'rank', 'job_family_id as jobFamilyId'])
    .where('tenant_id', '=', ctx.tenantId)
    .orderBy('rank')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({ ...row, name: row.name as LocalText }))
}

export type FamilyContent = Pick<JobFamily, 'code' | 'name'>
export type GradeContent = Pick<Grade, 'code' | 'name' | 'rank' | 'jobFamilyId'>

export async function insertFamily(ctx: Context, id: string, { code, name }: FamilyContent): Promise<void> {
  const row = { tenant_id: ctx.tenantId, id, code, name: JSON.stringify(name), created_at: ctx.now }
  await ctx.db.insertInto('job_family').values(row).execute()
}

export async function insertGrade(ctx: Context, id: string, content: GradeContent): Promise<void> {
  const row = { tenant_id: ctx.tenantId, id, ...gradeRow(content), created_at: ctx.now }
  await ctx.db.insertInto('grade').values(row).execute()
}

/** @returns whether the version still was what the caller had seen */
export async function updateFamily(
  ctx: Context,
  { id, version, code, name }: FamilyContent & { id: string; version: number },
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('job_family')
    .set({ code, name: JSON.stringify(name), version: version + 1 })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function updateGradeRow(
  ctx: Context,
  { id, version, ...content }: GradeContent & { id: string; version: number },
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('grade')
    .set({ ...gradeRow(content), version: version + 1 })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function deleteListed(ctx: Context, table: Listed, id: string): Promise<void> {
  await ctx.db.deleteFrom(table).where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}

/** How many positions, past and future ones too, and grades bear it. */
export async function bearers(ctx: Context, table: Listed, id: string): Promise<number> {
  const column = table === 'grade' ? 'grade_id' : 'job_family_id'
  const { positions } = await ctx.db
    .selectFrom('position_version')
    .select((eb) => eb.fn.count<number>('position_id').distinct().as('positions'))
    .where('tenant_id', '=', ctx.tenantId)
    .where(column, '=', id)
    .executeTakeFirstOrThrow()
  if (table === 'grade') return positions
  return positions + (await grades(ctx)).filter((grade) => grade.jobFamilyId === id).length
}

function gradeRow({ code, name, rank, jobFamilyId }: GradeContent) {
  return { code, name: JSON.stringify(name), rank, job_family_id: jobFamilyId }
}
