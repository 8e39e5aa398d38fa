import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { Person, routes } from '../contract.ts'
import { personName } from '../person-name.ts'
import { managersOf, subtree } from '../store/lines.ts'
import { assignmentsOf, directReportIds, personRow, personsOn } from '../store/persons.ts'

export async function listPersons(
  ctx: Context,
  { unitId, on = ctx.today, ...filter }: Input<typeof routes.listPersons>,
): Promise<Output<typeof routes.listPersons>> {
  const unitIds = unitId === undefined ? undefined : await subtree(ctx.db, [unitId], on)
  return personsOn(ctx, on, { ...filter, unitIds })
}

export async function readPerson(
  ctx: Context,
  { id, on = ctx.today }: Input<typeof routes.readPerson>,
): Promise<Output<typeof routes.readPerson>> {
  const found = await personsOn(ctx, on, { ids: [id], limit: 1, offset: 0 })
  const person = found.rows[0]
  const row = person && (await personRow(ctx, id))
  if (!row) throw notFound({ what: 'person' })
  const [superior] = await managersOf(ctx, [id], on)
  const reportIds = await directReportIds(ctx, id, on)
  const ids = [...reportIds, ...(superior ? [superior.managerId] : [])].slice(0, 500)
  const others = ids.length === 0 ? [] : (await personsOn(ctx, on, { ids, limit: 500, offset: 0 })).rows
  const manager = others.find((other) => other.id === superior?.managerId)
  return {
    ...person,
    version: row.version,
    assignments: await assignmentsOf(ctx, id),
    manager: manager ? somebody(ctx, manager) : null,
    reports: others.filter((other) => reportIds.includes(other.id)).map((other) => somebody(ctx, other)),
    mayEdit: ctx.may('organisation.edit', { personId: id, unitId: person.homeUnitId }),
  }
}

/** The people who answer to the asker directly; nobody when the account is not a person's. */
export async function readTeam(ctx: Context, { on = ctx.today }: Input<typeof routes.readTeam>): Promise<Person[]> {
  if (!ctx.actor.personId) return []
  const ids = await directReportIds(ctx, ctx.actor.personId, on)
  return ids.length === 0 ? [] : (await personsOn(ctx, on, { ids: ids.slice(0, 500), limit: 500, offset: 0 })).rows
}

function somebody(ctx: Context, person: Person) {
  const { id, positionTitle, unitName } = person
  return { id, name: personName(person, ctx.language), positionTitle, unitName }
}
