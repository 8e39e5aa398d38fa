import type { Day } from '#core/calendar'
import type { Held, Line, Stretch } from '#core/performance'

export type Days = { readonly from: Day; readonly until: Day }
type Run = { readonly from: Day; readonly until: Day | null }

/** A main seat of a person on some days, with the profiles its position followed and its unit with all above it, nearest first. */
export type Sat = Days & {
  readonly personId: string
  readonly positionId: string
  readonly profiles: readonly (Run & { readonly profileId: string })[]
  readonly unitLine: readonly string[]
}
export type Placed = Run & {
  readonly schemeId: string
  readonly kind: 'position' | 'profile' | 'unit'
  readonly targetId: string
}
export type Version = Run & { readonly id: string; readonly schemeId: string }
/** By which version of which scheme a person is judged on which days. */
export type Span = Days & { readonly schemeVersionId: string }

/**
 * The scheme of each day: that of the position, else of its profile, else of the unit or the nearest above; in the version
 * of the day. Days without any are left out; days in a row under one version are one span.
 */
export function spansOf(seats: readonly Sat[], places: readonly Placed[], versions: readonly Version[]): Span[] {
  const found = seats.flatMap((seat) =>
    pieces(seat, [...places, ...versions, ...seat.profiles]).flatMap((days): Span[] => {
      const schemeId = placedOn(
        seat,
        days.from,
        places.filter((place) => runs(place, days.from)),
      )
      const version = versions.find((one) => one.schemeId === schemeId && runs(one, days.from))
      return version ? [{ ...days, schemeVersionId: version.id }] : []
    }),
  )
  return joined(found)
}

type Seat = Days & Held

/**
 * A person's period cut into stretches of days on which the same lines count and the same responsibilities are held.
 * `linesOf` tells the lines of a version; days under no version are left out.
 */
export function stretchesOf(
  spans: readonly Span[],
  seats: readonly Seat[],
  linesOf: (schemeVersionId: string) => readonly Line[],
): Stretch[] {
  return spans.flatMap((span) =>
    pieces(span, seats).map((days): Stretch => ({
      ...days,
      lines: linesOf(span.schemeVersionId),
      held: seats
        .filter((seat) => runs(seat, days.from))
        .map(({ responsibilityId, weightPermille }) => ({ responsibilityId, weightPermille })),
    })),
  )
}

/** Days cut wherever one of the runs begins or ends. */
function pieces({ from, until }: Days, runsIn: readonly Run[]): Days[] {
  const edges = runsIn.flatMap((run) => [run.from, run.until ?? until])
  const cuts = [...new Set([from, ...edges.filter((day) => day > from && day < until), until])].sort()
  return cuts.slice(1).map((end, at) => ({ from: cuts[at] ?? from, until: end }))
}

function runs(run: Run, day: Day): boolean {
  return run.from <= day && (run.until === null || day < run.until)
}

function placedOn({ positionId, profiles, unitLine }: Sat, day: Day, places: readonly Placed[]): string | undefined {
  const profileId = profiles.find((one) => runs(one, day))?.profileId
  const at = (kind: Placed['kind'], id: string | undefined) =>
    places.find((place) => place.kind === kind && place.targetId === id)?.schemeId
  const ofUnit = () => unitLine.map((id) => at('unit', id)).find((id) => id !== undefined)
  return at('position', positionId) ?? at('profile', profileId) ?? ofUnit()
}

function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = all.at(-1)
    if (last?.until === span.from && last.schemeVersionId === span.schemeVersionId)
      all[all.length - 1] = { ...last, until: span.until }
    else all.push(span)
  }
  return all
}
