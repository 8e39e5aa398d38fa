import type { DayKind } from '#core/calendar'
import type { Context } from '#kernel/context'
import { chinaYears } from '../calendar/china.ts'
import { writeYear } from '../store/calendar.ts'
import { insertUnit, insertUnitVersion } from '../store/units.ts'

/** Code of the unit every other hangs below. */
const rootCode = 'ROOT'
/** Charts reach back before the day the product was set up: people were hired earlier. */
const sinceEver = '1990-01-01'

/** A new tenant has a root unit of its name and the working calendar of China. */
export async function seedTenant(ctx: Context): Promise<void> {
  const { name, language } = await ctx.db
    .selectFrom('tenant')
    .select(['name', 'language'])
    .where('id', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
  const id = await insertUnit(ctx, rootCode)
  const content = { name: { [language]: name }, kind: 'company', parentId: null, sortOrder: 0 } as const
  await insertUnitVersion(ctx, id, content, { from: sinceEver, until: null })
  for (const { year, source, days } of chinaYears) {
    await writeYear(ctx, { year, source, days: days.map((special) => ({ ...special, kind: special.kind as DayKind })) })
  }
}
