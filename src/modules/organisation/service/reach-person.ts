import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import { personsOn } from '../store/persons.ts'

/** Lets by who may edit this person: not there for who may not see them, refused to who may only see. */
export async function reachPerson(ctx: Context, personId: string): Promise<void> {
  const { rows } = await personsOn(ctx, ctx.today, { ids: [personId], limit: 1, offset: 0 })
  const person = rows[0]
  if (!person) throw notFound({ what: 'person' })
  if (!ctx.may('organisation.edit', { personId, unitId: person.unitId }))
    throw forbidden({ permission: 'organisation.edit' })
}
