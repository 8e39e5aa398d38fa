import type { Context } from '#kernel/context'
import { soundOf } from '#modules/organisation'
import { naturalKey } from '../rules.ts'
import { idsByKey } from '../store/names.ts'
import { insertSubjects } from '../store/subject.ts'
import { mustKnowTypes } from './types.ts'

export type SubjectAsked = {
  readonly type: string
  readonly key: string
  /** What a new one is called; its key unless told. */
  readonly name?: string | undefined
  readonly ownerId?: string | null | undefined
  readonly unitId?: string | null | undefined
}

/**
 * Ids by `type:key` (see `naturalKey`) of all that are asked for; those that are not there yet are made, once, also when
 * two ask at the same time. What is there stays as it is. For work that another right already allowed: it asks for none
 * itself. Refuses (`subjects.unknown-type`) what is of no known type, before it makes any.
 */
export async function findOrCreateSubjects(
  ctx: Context,
  asked: readonly SubjectAsked[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map(asked.map((one) => [naturalKey(one), one]))
  if (wanted.size === 0) return new Map()
  await mustKnowTypes(ctx, new Set(asked.map((one) => one.type)))
  const found = await idsOf(ctx, [...wanted.values()])
  const missing = [...wanted].filter(([key]) => !found.has(key)).map(([, one]) => one)
  if (missing.length === 0) return found
  await insertSubjects(
    ctx,
    missing.map(({ type, key, name = key, ownerId = null, unitId = null }) => ({
      id: ctx.newId(),
      type,
      key,
      name,
      pinyin: soundOf(name),
      ownerId,
      unitId,
      attributes: {},
    })),
  )
  await ctx.announce('subjects')
  // read again: another may have made some of them meanwhile
  return new Map([...found, ...(await idsOf(ctx, missing))])
}

async function idsOf(ctx: Context, asked: readonly SubjectAsked[]): Promise<Map<string, string>> {
  return new Map((await idsByKey(ctx, asked)).map((row) => [naturalKey(row), row.id]))
}
