import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import { subjectTypes } from '#modules/subjects'
import type { FactKind, routes } from '../contract.ts'
import { noSuchSubjectType, subjectTypeNeeded } from '../problems.ts'
import { insertKind, kindRows, updateKind, type KindContent } from '../store/kinds.ts'

type Routes = typeof routes

export async function listFactKinds(ctx: Context): Promise<Output<Routes['listFactKinds']>> {
  const rows = await kindRows(ctx)
  const names = await ctx.house.scopes.namesOf?.(
    ctx.db,
    rows.flatMap((row) => row.ownerId ?? []),
    ctx.language,
  )
  return {
    kinds: rows.map(({ silentToldFor: _told, ...row }): FactKind => {
      return { ...row, ownerName: row.ownerId ? (names?.get(row.ownerId) ?? null) : null }
    }),
  }
}

/** Registers a kind or changes one. From then on facts of it say nothing it does not know. */
export async function keepFactKind(
  ctx: Context,
  { key, version, ...content }: Input<Routes['keepFactKind']>,
): Promise<Output<Routes['keepFactKind']>> {
  await mustBeSound(ctx, content)
  const [before] = await kindRows(ctx, [key])
  const written =
    version === undefined ? await register(ctx, key, content) : await updateKind(ctx, key, version, content)
  if (written === undefined)
    throw before ? changedMeanwhile({ yours: version ?? 0, current: before.version }) : notFound({ what: 'fact-kind' })
  await ctx.audit({ action: 'indicators.keep-kind', target: `fact-kind/${key}`, before, after: content })
  await ctx.announce('indicators')
  return { version: written }
}

async function register(ctx: Context, key: string, content: KindContent): Promise<number | undefined> {
  return (await insertKind(ctx, key, content)) ? 1 : undefined
}

async function mustBeSound(ctx: Context, { subjectType, needsSubject, ownerId }: KindContent): Promise<void> {
  if (needsSubject && !subjectType) throw subjectTypeNeeded({})
  if (subjectType && !(await subjectTypes(ctx)).some((type) => type.key === subjectType))
    throw noSuchSubjectType({ type: subjectType })
  if (ownerId && !(await ctx.house.scopes.knows?.(ctx.db, 'person', ownerId))) throw notFound({ what: 'person' })
}
