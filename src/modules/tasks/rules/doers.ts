import { runsOn, type Day, type Period } from '#core/calendar'

export type Sitting = { readonly personId: string; readonly kind: 'main' | 'concurrent' | 'acting' }
export type Away = Period & { readonly personId: string; readonly standInId: string | null }
export type AwayByPerson = ReadonlyMap<string, readonly Away[]>

/** Who does a piece of work, and in whose stead. */
export type Doer = { readonly personId: string; readonly forPersonId: string | null }

/** A chain of people who stand in for each other is followed this far. */
const mostHops = 3

/**
 * Who does the work of a position on a day. Who is away is stood in for by who they named, else by somebody acting on the
 * position; where neither is there, the work stays theirs. Somebody acts for a holder also when nobody said that the holder
 * is away, as long as there are not more holders than people acting; who acts for nobody does it in their own name.
 *
 * @param seats who sits on the position that day
 * @param whose only this person's work, where a person and not the position holds the duty
 */
export function doersOf(seats: readonly Sitting[], whose: string | null, away: AwayByPerson, on: Day): Doer[] {
  const acting = seats.filter((seat) => seat.kind === 'acting' && !isAway(away, seat.personId, on))
  const holders = seats.filter((seat) => seat.kind !== 'acting')
  const free = [...acting]
  const settled = holders.map((holder): Doer & { holder: string } => {
    const { personId } = holder
    if (!isAway(away, personId, on)) return { personId, forPersonId: null, holder: personId }
    const named = standIn(away, personId, on)
    if (named) return { personId: named, forPersonId: personId, holder: personId }
    const actor = free.shift()
    return actor
      ? { personId: actor.personId, forPersonId: personId, holder: personId }
      : { personId, forPersonId: null, holder: personId }
  })
  const present = settled.filter((one) => one.forPersonId === null)
  const replaced =
    free.length >= present.length
      ? settled.map((one) => {
          const actor = one.forPersonId === null ? free.shift() : undefined
          return actor ? { ...one, personId: actor.personId, forPersonId: one.holder } : one
        })
      : settled
  const doers = [
    ...replaced,
    ...free.map((seat) => ({ personId: seat.personId, forPersonId: null, holder: seat.personId })),
  ]
  return doers
    .filter((one) => whose === null || one.holder === whose)
    .map(({ personId, forPersonId }) => ({ personId, forPersonId: forPersonId === personId ? null : forPersonId }))
}

/** Each person once, those in their own name first. */
export function distinct(doers: readonly Doer[]): Doer[] {
  const own = doers.filter((one) => one.forPersonId === null)
  const found = new Map<string, Doer>()
  for (const one of [...own, ...doers]) if (!found.has(one.personId)) found.set(one.personId, one)
  return [...found.values()]
}

export function byPerson(away: readonly Away[]): AwayByPerson {
  return Map.groupBy(away, (one) => one.personId)
}

export function isAway(away: AwayByPerson, personId: string, on: Day): boolean {
  return (away.get(personId) ?? []).some((one) => runsOn(one, on))
}

/** Who stands in for somebody who is away, passed on where the stand-in is away too; none when nobody named is there. */
export function standIn(away: AwayByPerson, personId: string, on: Day): string | undefined {
  let who = personId
  for (let hop = 0; hop < mostHops; hop += 1) {
    const next = (away.get(who) ?? []).find((one) => runsOn(one, on) && one.standInId !== null)?.standInId
    if (!next || next === personId) return undefined
    if (!isAway(away, next, on)) return next
    who = next
  }
  return undefined
}
