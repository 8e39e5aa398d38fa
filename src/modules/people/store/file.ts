import type { Context } from '#kernel/context'
import { validOn } from '#kernel/as-of'

/** A person's file as the asker may see it: with the unit of today, so that rights by unit apply. */
export async function fileOf(ctx: Context, personId: string) {
  return ctx.db
    .selectFrom('person as p')
    .leftJoin('personnel_file as f', (join) =>
      join.onRef('f.tenant_id', '=', 'p.tenant_id').onRef('f.person_id', '=', 'p.id'),
    )
    .leftJoin('assignment as a', (join) =>
      join
        .onRef('a.tenant_id', '=', 'p.tenant_id')
        .onRef('a.person_id', '=', 'p.id')
        .on('a.kind', '=', 'main')
        .on(validOn('a', ctx.today)),
    )
    .leftJoin('position_version as v', (join) =>
      join
        .onRef('v.tenant_id', '=', 'a.tenant_id')
        .onRef('v.position_id', '=', 'a.position_id')
        .on(validOn('v', ctx.today)),
    )
    .select([
      'p.id as personId',
      'v.unit_id as unitId',
      'f.employment',
      'f.hired_on as hiredOn',
      'f.left_on as leftOn',
      'f.birth_day as birthDay',
      'f.gender',
      'f.id_number as idNumber',
      'f.education',
      'f.employer_unit_id as employerUnitId',
      'f.emergency_contact as emergencyContact',
      'f.version',
    ])
    .where('p.tenant_id', '=', ctx.tenantId)
    .where('p.id', '=', personId)
    .where(ctx.visible('people.read', { person: 'p.id', unit: 'v.unit_id' }))
    .executeTakeFirst()
}

export async function isIdNumberTaken(ctx: Context, idNumber: string, personId: string): Promise<boolean> {
  const other = await ctx.db
    .selectFrom('personnel_file')
    .select('person_id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id_number', '=', idNumber)
    .where('person_id', '<>', personId)
    .executeTakeFirst()
  return other !== undefined
}

/** Opens an empty file for whoever has none. */
export async function openFiles(ctx: Context, personIds?: readonly string[]): Promise<void> {
  let people = ctx.db
    .selectFrom('person')
    .select(['tenant_id', 'id as person_id'])
    .where('tenant_id', '=', ctx.tenantId)
  if (personIds) people = people.where((eb) => eb('id', '=', eb.fn.any(eb.val([...personIds]))))
  await ctx.db
    .insertInto('personnel_file')
    .columns(['tenant_id', 'person_id'])
    .expression(people)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
