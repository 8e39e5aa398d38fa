import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { unknownType } from '../problems.ts'
import { typesWith, type SubjectType } from '../rules.ts'
import { keepType, ownTypes } from '../store/types.ts'

/** All types of the company. */
export async function subjectTypes(ctx: Context): Promise<SubjectType[]> {
  return typesWith(await ownTypes(ctx))
}

export async function mustKnowTypes(ctx: Context, types: Iterable<string>): Promise<void> {
  const known = new Set((await subjectTypes(ctx)).map((type) => type.key))
  for (const type of types) if (!known.has(type)) throw unknownType({ type })
}

export async function listSubjectTypes(ctx: Context): Promise<Output<typeof routes.listSubjectTypes>> {
  return { types: await subjectTypes(ctx) }
}

export async function keepSubjectType(
  ctx: Context,
  input: Input<typeof routes.keepSubjectType>,
): Promise<Output<typeof routes.keepSubjectType>> {
  const before = (await subjectTypes(ctx)).find((type) => type.key === input.key)
  await keepType(ctx, input)
  await ctx.audit({ action: 'subjects.keep-type', target: `subject-type/${input.key}`, before, after: input })
  await ctx.announce('subjects')
  return { ...input, isOwn: true }
}
