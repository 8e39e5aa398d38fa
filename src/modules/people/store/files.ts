import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { FileState } from '../roster/plan.ts'

export async function readFileStates(ctx: Context): Promise<FileState[]> {
  const { rows } = await sql<FileState>`
    select person_id as "personId", employment, hired_on as "hiredOn", left_on as "leftOn", id_number as "idNumber",
      birth_day as "birthDay", gender
    from personnel_file where tenant_id = ${ctx.tenantId}`.execute(ctx.db)
  return rows
}

export async function writeFileStates(ctx: Context, files: readonly FileState[]): Promise<void> {
  if (files.length === 0) return
  await sql`
    insert into personnel_file (tenant_id, person_id, employment, hired_on, left_on, id_number, birth_day, gender)
    select ${ctx.tenantId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(files)}::jsonb)
      r("personId" uuid, employment text, "hiredOn" date, "leftOn" date, "idNumber" text, "birthDay" date, gender text)
    on conflict (tenant_id, person_id) do update set employment = excluded.employment, hired_on = excluded.hired_on,
      left_on = excluded.left_on, id_number = excluded.id_number, birth_day = excluded.birth_day, gender = excluded.gender,
      version = personnel_file.version + 1`.execute(ctx.db)
}
