import { overlap, runsOn, type Day, type Period } from '#core/calendar'

export type Span = Period & { readonly id: string }

export type TimelineRefusal =
  | { readonly refused: 'not-after-last'; readonly last: Day }
  | { readonly refused: 'already-begun'; readonly from: Day }
  | { readonly refused: 'only-version' }
  | { readonly refused: 'changes-later'; readonly from: Day }
  | { readonly refused: 'ends-before-it-begins'; readonly from: Day }
  | { readonly refused: 'closed'; readonly until: Day }

/** What happens to a timeline: a version gets new days, one is opened, one goes. */
export type TimelineStep = {
  readonly moves: readonly Span[]
  readonly opens?: Period
  readonly removes?: string
}

/** A further version from a day on: the last one ends the day it begins. Versions are in the order of their days. */
export function appended(versions: readonly Span[], from: Day): TimelineStep | TimelineRefusal {
  const last = versions.at(-1)
  if (!last) return { moves: [], opens: { from, until: null } }
  if (from <= last.from) return { refused: 'not-after-last', last: last.from }
  if (last.until !== null && last.until <= from) return { refused: 'closed', until: last.until }
  return { moves: [{ ...last, until: from }], opens: { from, until: last.until } }
}

/** A version begins on another day; the one before follows, so that there is never a gap between the two. */
export function shifted(versions: readonly Span[], id: string, from: Day): TimelineStep | TimelineRefusal {
  const at = versions.findIndex((version) => version.id === id)
  const [before, version] = [versions[at - 1], versions[at]]
  if (!version || from === version.from) return { moves: [] }
  if (version.until !== null && from >= version.until) return { refused: 'ends-before-it-begins', from }
  if (!before) return { moves: [{ ...version, from }] }
  if (from <= before.from) return { refused: 'not-after-last', last: before.from }
  const touching = before.until === version.from
  const moves = [
    { ...before, until: from },
    { ...version, from },
  ]
  // the one that shrinks goes first: at no time may two versions share a day
  return { moves: touching ? (from < version.from ? moves : moves.toReversed()) : [{ ...version, from }] }
}

/** Takes back the last version before its first day has come; the one before runs on in its place. */
export function withdrawn(versions: readonly Span[], id: string, today: Day): TimelineStep | TimelineRefusal {
  const at = versions.findIndex((version) => version.id === id)
  const [before, version] = [versions[at - 1], versions[at]]
  if (!version) return { moves: [] }
  if (version.from <= today) return { refused: 'already-begun', from: version.from }
  const later = versions[at + 1]
  if (later) return { refused: 'changes-later', from: later.from }
  if (!before) return { refused: 'only-version' }
  return { removes: id, moves: [{ ...before, until: version.until }] }
}

/** Ends a timeline on a day, or with null lets it run on. Changes that were to come later must be withdrawn first. */
export function closed(versions: readonly Span[], until: Day | null): TimelineStep | TimelineRefusal {
  const last = versions.at(-1)
  if (!last) return { moves: [] }
  if (until !== null && until <= last.from)
    return versions.length > 1
      ? { refused: 'changes-later', from: last.from }
      : { refused: 'ends-before-it-begins', from: last.from }
  return { moves: [{ ...last, until }] }
}

/** The version that runs on a day, else the next to come, else the last one there was. */
export function versionFor<T extends Period>(versions: readonly T[], on: Day): T | undefined {
  return (
    versions.find((version) => runsOn(version, on)) ?? versions.find((version) => version.from > on) ?? versions.at(-1)
  )
}

export type Share = Period & { readonly id: string; readonly kind: string; readonly sharePermille: number }

/** The largest sum of shares on any one day of the period, in permille. Over 1000 is more than the working time. */
export function heaviestShare(seats: readonly Share[], period: Period): number {
  const running = seats.filter((seat) => overlap(seat, period))
  const begins = [period.from, ...running.map((seat) => seat.from).filter((from) => from > period.from)]
  const sums = begins.map((on) =>
    running.filter((seat) => runsOn(seat, on)).reduce((sum, seat) => sum + seat.sharePermille, 0),
  )
  return Math.max(0, ...sums)
}

/** The first day on which somebody sits somewhere without a main seat, or null. */
export function dayWithoutMain(seats: readonly Share[]): Day | null {
  const mains = seats.filter((seat) => seat.kind === 'main')
  const days = seats.flatMap((seat) => [
    seat.from,
    ...mains.flatMap((main) => (main.until === null ? [] : [main.until])),
  ])
  const bare = days
    .filter((on) => seats.some((seat) => runsOn(seat, on)) && !mains.some((main) => runsOn(main, on)))
    .sort()
  return bare[0] ?? null
}

/** How a main seat makes room for a new one: the running one ends the day it begins, later ones are in the way. */
export function roomForMain(seats: readonly Share[], from: Day): { ends: Share | null } | { inTheWay: Share } {
  const mains = seats.filter((seat) => seat.kind === 'main')
  const inTheWay = mains.find((seat) => seat.from >= from)
  if (inTheWay) return { inTheWay }
  return { ends: mains.find((seat) => runsOn(seat, from)) ?? null }
}

/**
 * The main seat that ended the day a corrected one began: it ends, or runs on, to the new day, so that no day between
 * the two is lost. Null when nothing touched, or when the new day would leave nothing of it.
 */
export function mainThatFollows(others: readonly Share[], before: Share, after: Share): Share | null {
  if (before.kind !== 'main' || after.kind !== 'main' || before.from === after.from) return null
  return others.find((seat) => seat.kind === 'main' && seat.until === before.from && seat.from < after.from) ?? null
}
