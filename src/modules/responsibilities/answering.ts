import type { Raci } from './shapes.ts'

/** Why somebody answers, one step after the other: from the holding to the person. */
export type Step = {
  /**
   * `held` through the position or by itself · `leads` the unit that holds · `acting` for who is not there · `vacant` or
   * `away`: nobody is on the position, so its line goes up · `no-lead`: nobody leads the unit, so the one above it does.
   */
  readonly kind: 'held' | 'leads' | 'acting' | 'vacant' | 'away' | 'no-lead'
  readonly personId: string | null
  readonly positionId: string | null
  readonly unitId: string | null
}
export type Answer = { readonly personId: string; readonly positionId: string | null; readonly path: readonly Step[] }

export type HoldingThen = {
  readonly raci: Raci
  readonly positionId: string | null
  readonly unitId: string | null
  readonly personId: string | null
  readonly forUnitId: string | null
}
export type PositionThen = {
  readonly id: string
  readonly unitId: string
  readonly reportsToId: string | null
  readonly isLead: boolean
}
export type SeatThen = {
  readonly personId: string
  readonly positionId: string
  readonly kind: 'main' | 'concurrent' | 'acting'
}

/** The organisation on one day, as far as the question needs it. */
export type OrganisationThen = {
  /** Unit -> the unit above it; null for the root. */
  readonly parents: ReadonlyMap<string, string | null>
  readonly positions: ReadonlyMap<string, PositionThen>
  readonly seats: readonly SeatThen[]
  /** People on long leave. */
  readonly away: ReadonlySet<string>
}

/** Lines may not be longer than this: a fault in the data must not hang the question. */
const longest = 100

/**
 * Who answers, of the holdings of one responsibility in one role, for somebody in `unitId` (null: for the firm).
 *
 * 1. What is held for a part of the firm counts only inside it, and there before what is held everywhere; the nearest part first.
 * 2. Of the rest, the holder in the unit itself comes first, then in the units above it, the nearest first; then anybody else.
 * 3. A position answers through who acts on it, else through who sits on it and is not away; a vacant one passes it up its
 *    line, a unit through its lead positions or the unit above.
 *
 * Several people come back where several hold it equally near; nobody where a line ends in vacancies.
 */
export function whoAnswersIn(
  holdings: readonly HoldingThen[],
  organisation: OrganisationThen,
  unitId: string | null,
): Answer[] {
  const line = unitLine(organisation, unitId)
  const meant = nearest(
    holdings.filter((holding) => holding.forUnitId === null || line.includes(holding.forUnitId)),
    (holding) => (holding.forUnitId === null ? line.length : line.indexOf(holding.forUnitId)),
  )
  const chosen = nearest(meant, (holding) => {
    const at = line.indexOf(placeOf(holding, organisation) ?? '')
    return at === -1 ? line.length : at
  })
  const answers = chosen.flatMap((holding) => behind(holding, organisation))
  return [...new Map(answers.toReversed().map((answer) => [answer.personId, answer])).values()].toReversed()
}

/** The unit and those above it, the nearest first. */
export function unitLine({ parents }: Pick<OrganisationThen, 'parents'>, unitId: string | null): string[] {
  const line: string[] = []
  for (let at = unitId; at !== null && !line.includes(at); at = parents.get(at) ?? null) line.push(at)
  return line
}

function nearest<T>(items: readonly T[], distance: (item: T) => number): T[] {
  const least = Math.min(...items.map(distance))
  return items.filter((item) => distance(item) === least)
}

function placeOf({ positionId, unitId, personId }: HoldingThen, organisation: OrganisationThen): string | null {
  if (unitId !== null) return unitId
  const main = organisation.seats.find((seat) => seat.personId === personId && seat.kind === 'main')
  return organisation.positions.get(positionId ?? main?.positionId ?? '')?.unitId ?? null
}

function behind(holding: HoldingThen, organisation: OrganisationThen): Answer[] {
  const { positionId, unitId, personId } = holding
  if (positionId !== null) return onPosition(positionId, 'held', organisation, [])
  if (unitId !== null) return leading(unitId, organisation, [])
  if (personId === null) return []
  const seats = organisation.seats.filter((seat) => seat.personId === personId)
  const main = seats.find((seat) => seat.kind === 'main') ?? seats[0]
  const step = (kind: Step['kind']): Step => ({ kind, personId, positionId: main?.positionId ?? null, unitId: null })
  if (main && !organisation.away.has(personId)) return [{ personId, positionId: main.positionId, path: [step('held')] }]
  const above = main && organisation.positions.get(main.positionId)?.reportsToId
  return above ? onPosition(above, 'held', organisation, [step('away')]) : []
}

function leading(unitId: string, organisation: OrganisationThen, path: readonly Step[]): Answer[] {
  const leads = [...organisation.positions.values()].filter((position) => position.unitId === unitId && position.isLead)
  if (leads.length > 0) return leads.flatMap((lead) => onPosition(lead.id, 'leads', organisation, path))
  const above = organisation.parents.get(unitId)
  const step: Step = { kind: 'no-lead', personId: null, positionId: null, unitId }
  return above && path.length < longest ? leading(above, organisation, [...path, step]) : []
}

function onPosition(
  positionId: string,
  kind: 'held' | 'leads',
  organisation: OrganisationThen,
  path: readonly Step[],
): Answer[] {
  const position = organisation.positions.get(positionId)
  const unitId = position?.unitId ?? null
  const seats = organisation.seats.filter((seat) => seat.positionId === positionId)
  const present = seats.filter((seat) => !organisation.away.has(seat.personId))
  const acting = present.filter((seat) => seat.kind === 'acting')
  const sitting = acting.length > 0 ? acting : present
  if (sitting.length > 0) {
    const why = acting.length > 0 ? 'acting' : kind
    return sitting.map(({ personId }) => ({
      personId,
      positionId,
      path: [...path, { kind: why, personId, positionId, unitId }],
    }))
  }
  const above = position?.reportsToId ?? null
  if (above === null || path.length >= longest) return []
  const empty: Step = {
    kind: seats.length > 0 ? 'away' : 'vacant',
    personId: seats[0]?.personId ?? null,
    positionId,
    unitId,
  }
  return onPosition(above, 'held', organisation, [...path, empty])
}
