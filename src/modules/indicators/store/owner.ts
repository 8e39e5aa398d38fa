import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { Definition } from '../rules.ts'

/** Who owns an indicator, by name: a person, or a position by its title on a day. */
export async function ownerName(
  ctx: Context,
  owner: Definition['owner'],
  day: Day,
): Promise<{ personId: string | null; name: LocalText } | null> {
  if (!owner) return null
  if (owner.kind === 'person') {
    const person = await ctx.db
      .selectFrom('person as pe')
      .select(nameIn(ctx, 'pe').as('name'))
      .where('pe.tenant_id', '=', ctx.tenantId)
      .where('pe.id', '=', owner.id)
      .executeTakeFirst()
    return person ? { personId: owner.id, name: { [ctx.language]: person.name } } : null
  }
  const position = await ctx.db
    .selectFrom('position_version as p')
    .select('p.title')
    .where('p.tenant_id', '=', ctx.tenantId)
    .where('p.position_id', '=', owner.id)
    .where(validOn('p', day))
    .executeTakeFirst()
  return position ? { personId: null, name: position.title as LocalText } : null
}
