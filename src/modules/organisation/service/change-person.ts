import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { soundOf } from '../pinyin.ts'
import { numberTaken } from '../problems.ts'
import { peopleByNumber } from '../store/look-up.ts'
import { personRow } from '../store/persons.ts'
import { seatPerson } from './assign.ts'
import { bumpStructure } from '#modules/base'
import { reachPerson } from './reach-person.ts'
import { requireEdit } from './require-edit.ts'

export async function createPerson(ctx: Context, input: Input<typeof routes.createPerson>): Promise<{ id: string }> {
  const { seat: wanted, ...content } = input
  await bumpStructure(ctx)
  if (!wanted) requireEdit(ctx, null)
  await refuseTaken(ctx, content.number)
  const id = ctx.newId()
  await ctx.db
    .insertInto('person')
    .values({
      tenant_id: ctx.tenantId,
      id,
      number: input.number,
      name: input.name,
      pinyin: soundOf(input.name),
      latin_name: input.latinName ?? null,
      mobile: input.mobile ?? null,
      email: input.email ?? null,
      created_at: ctx.now,
    })
    .execute()
  await tell(ctx, 'organisation.person-created', id, { after: content })
  if (wanted) await seatPerson(ctx, id, wanted, [])
  return { id }
}

/** Fields left out stay as they are; null empties one. */
export async function updatePerson(
  ctx: Context,
  { id, version, ...input }: Input<typeof routes.updatePerson>,
): Promise<{ id: string; version: number }> {
  await reachPerson(ctx, id)
  const before = await personRow(ctx, id)
  if (!before) throw notFound({ what: 'person' })
  if (before.version !== version) throw changedMeanwhile({ yours: version, current: before.version })
  if (before.number !== input.number) await refuseTaken(ctx, input.number)
  const { numUpdatedRows } = await ctx.db
    .updateTable('person')
    .set({
      number: input.number,
      name: input.name,
      pinyin: soundOf(input.name),
      ...(input.latinName === undefined ? {} : { latin_name: input.latinName }),
      ...(input.mobile === undefined ? {} : { mobile: input.mobile }),
      ...(input.email === undefined ? {} : { email: input.email }),
      version: version + 1,
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw changedMeanwhile({ yours: version, current: version + 1 })
  await tell(ctx, 'organisation.person-changed', id, { before, after: input })
  return { id, version: version + 1 }
}

async function refuseTaken(ctx: Context, number: string): Promise<void> {
  if ((await peopleByNumber(ctx, [number])).has(number)) throw numberTaken({ number })
}

async function tell(ctx: Context, event: string, personId: string, change: { before?: unknown; after?: unknown }) {
  await ctx.audit({ action: event, target: `person/${personId}`, ...change })
  await ctx.emit(event, { personId })
  await ctx.announce('organisation')
}
