import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { alreadyRetired, heldThen, laterVersion, noDraft, notRetired, pastDay, stillDraft } from '../problems.ts'
import { holdingsDuring } from '../store/holdings.ts'
import { composedOf } from '../store/parts.ts'
import { holdersOn } from '../store/holders.ts'
import { versionHeads } from '../store/versions.ts'
import { endVersion, startVersion } from '../store/write-version.ts'
import { mayChange, told } from './change-responsibilities.ts'
import { release } from './hold-responsibilities.ts'

type Routes = typeof routes

/** A draft is what is to be done from a day on. */
export async function putInForce(
  ctx: Context,
  { responsibilityId, from = ctx.today }: Input<Routes['putInForce']>,
): Promise<Output<Routes['putInForce']>> {
  await mayChange(ctx, responsibilityId)
  const latest = await latestOf(ctx, responsibilityId)
  if (latest.validFrom !== null) throw noDraft({ from: latest.validFrom })
  if (from < ctx.today) throw pastDay({ from, today: ctx.today })
  await startVersion(ctx, latest.id, from)
  await told(ctx, 'put-in-force', responsibilityId, { from })
  await ctx.emit('responsibilities.version-appended', { responsibilityId, versionId: latest.id, from })
  return { responsibilityId, from }
}

/** Ends a responsibility from a day on, and with it who holds it then. It stays in history. */
export async function retire(
  ctx: Context,
  { responsibilityId, from, endsHoldings }: Input<Routes['retire']>,
): Promise<Output<Routes['retire']>> {
  await mayChange(ctx, responsibilityId)
  const latest = await latestOf(ctx, responsibilityId)
  if (latest.validFrom === null) throw stillDraft({})
  if (latest.validUntil !== null) throw alreadyRetired({ from: latest.validUntil })
  if (from < ctx.today) throw pastDay({ from, today: ctx.today })
  if (from <= latest.validFrom) throw laterVersion({ from, latest: latest.validFrom })
  const held = await holdingsDuring(ctx, { responsibilityId }, { from, until: null })
  const wholes = await composedOf(ctx, responsibilityId, from, 'reference')
  if (!endsHoldings && held.length + wholes.length > 0) throw await whoHolds(ctx, responsibilityId, held.length, wholes)
  for (const holding of held) await release(ctx, holding, from)
  await endVersion(ctx, latest.id, from)
  await told(ctx, 'retire', responsibilityId, { from, ended: held.length })
  await ctx.emit('responsibilities.retired', { responsibilityId, from })
  return { responsibilityId, from, ended: held.length }
}

/** It goes on after all. Holdings that were ended stay so. */
export async function resume(
  ctx: Context,
  { responsibilityId }: Input<Routes['resume']>,
): Promise<Output<Routes['resume']>> {
  await mayChange(ctx, responsibilityId)
  const latest = await latestOf(ctx, responsibilityId)
  if (latest.validUntil === null) throw notRetired({})
  if (latest.validUntil <= ctx.today) throw alreadyRetired({ from: latest.validUntil })
  await endVersion(ctx, latest.id, null)
  await told(ctx, 'resume', responsibilityId, undefined, { from: latest.validUntil })
  await ctx.emit('responsibilities.version-appended', { responsibilityId, versionId: latest.id, from: ctx.today })
  return { responsibilityId }
}

async function latestOf(ctx: Context, responsibilityId: string) {
  const [latest] = await versionHeads(ctx, responsibilityId)
  if (!latest) throw notFound({ what: 'responsibility-version' })
  return latest
}

async function whoHolds(
  ctx: Context,
  responsibilityId: string,
  count: number,
  wholes: Awaited<ReturnType<typeof composedOf>>,
) {
  const say = (name: Parameters<typeof pick>[0]) => pick(name, ctx.language)
  const holders = (await holdersOn(ctx, [responsibilityId], ctx.today)).map(
    ({ holder, people, positionTitle, unitName }) =>
      holder === 'person' ? (people[0]?.name ?? '') : say(holder === 'unit' ? unitName : positionTitle),
  )
  const names = [...new Set([...holders, ...wholes.map((one) => say(one.name))])]
  return heldThen({ count: count + wholes.length, holders: names.join(', ') })
}
