import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import { noSuchHolderThen, oneHolder } from '../problems.ts'
import { knownPlace, placeOn, type Who } from '../store/places.ts'

export type Named = {
  readonly positionId?: string | undefined
  readonly unitId?: string | undefined
  readonly personId?: string | undefined
}
export type Holder = Who & { readonly name: LocalText; readonly placeId: string | null }

/** The position, unit or person that is to hold something from a day on; exactly one is named. */
export async function holderOf(ctx: Context, named: Named, day: Day): Promise<Holder> {
  const who = whoIs(named)
  const place = await placeOn(ctx, who, day)
  if (place) return { ...who, ...place }
  const known = await knownPlace(ctx, who)
  if (!known || !ctx.may('responsibilities.read', { unitId: known.placeId })) throw notFound({ what: who.kind })
  throw noSuchHolderThen({ day })
}

/** One must be allowed for the responsibility and for where it is held; what one can't see isn't there. */
export function mustMayHold(ctx: Context, responsibility: { unitId: string | null }, placeId: string | null): void {
  const permission = 'responsibilities.assign'
  const mayForIt = responsibility.unitId === null || ctx.may(permission, { unitId: responsibility.unitId })
  if (mayForIt && ctx.may(permission, { unitId: placeId })) return
  if (!ctx.may('responsibilities.read', { unitId: placeId })) throw notFound({ what: 'holder' })
  throw forbidden({ permission })
}

export function whoIs({ positionId, unitId, personId }: Named): Who {
  const named: Who[] = []
  if (positionId) named.push({ kind: 'position', id: positionId })
  if (unitId) named.push({ kind: 'unit', id: unitId })
  if (personId) named.push({ kind: 'person', id: personId })
  const [who, ...more] = named
  if (!who || more.length > 0) throw oneHolder({ count: named.length })
  return who
}
