import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import { isLanguage } from '#kernel/i18n'
import type { Company } from '../contract.ts'

export async function readTenant(ctx: Context): Promise<Company> {
  const row = await ctx.db
    .selectFrom('tenant')
    .select(['name', 'slug', 'language', 'time_zone', 'is_demo'])
    .where('id', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
  return {
    name: row.name,
    slug: row.slug,
    language: isLanguage(row.language) ? row.language : 'zh-CN',
    timeZone: row.time_zone,
    isDemo: row.is_demo,
  }
}

/** What a company is called: bad passwords are made of it. */
export async function tenantNames(ctx: Context): Promise<string[]> {
  const { name, slug } = await readTenant(ctx)
  return [name, slug]
}

export async function updateTenant(
  ctx: Context,
  change: { name?: string | undefined; language?: string | undefined; timeZone?: string | undefined },
): Promise<void> {
  await ctx.db
    .updateTable('tenant')
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.language === undefined ? {} : { language: change.language }),
      ...(change.timeZone === undefined ? {} : { time_zone: change.timeZone }),
      structure_version: sql`structure_version + 1`,
    })
    .where('id', '=', ctx.tenantId)
    .execute()
}

/** Rights are cached by this number. Taken first, it also makes changes of rights wait for each other. */
export async function bumpStructure(ctx: Context): Promise<void> {
  await updateTenant(ctx, {})
}
