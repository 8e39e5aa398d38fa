import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { Answer } from '../answering.ts'
import { among } from './among.ts'
import { fromJson } from './json.ts'

/** What the people, positions and units of answers are called on a day. */
export async function namesFor(ctx: Context, answers: readonly Answer[], day: Day) {
  const steps = answers.flatMap((answer) => answer.path)
  const people = await ctx.db
    .selectFrom('person')
    .select(['id', nameIn(ctx, 'person').as('name')])
    .where('tenant_id', '=', ctx.tenantId)
    .where(among('id', [...answers.map((answer) => answer.personId), ...steps.flatMap((step) => step.personId ?? [])]))
    .execute()
  const positions = await ctx.db
    .selectFrom('position_version as p')
    .select(['p.position_id', 'p.title'])
    .where('p.tenant_id', '=', ctx.tenantId)
    .where(
      among(
        'p.position_id',
        steps.flatMap((step) => step.positionId ?? []),
      ),
    )
    .where(validOn('p', day))
    .execute()
  const units = await ctx.db
    .selectFrom('unit_version as u')
    .select(['u.unit_id', 'u.name'])
    .where('u.tenant_id', '=', ctx.tenantId)
    .where(
      among(
        'u.unit_id',
        steps.flatMap((step) => step.unitId ?? []),
      ),
    )
    .where(validOn('u', day))
    .execute()
  return {
    people: new Map(people.map((row) => [row.id, row.name])),
    positions: new Map(positions.map((row) => [row.position_id, fromJson<LocalText>(row.title)])),
    units: new Map(units.map((row) => [row.unit_id, fromJson<LocalText>(row.name)])),
  }
}
