import { addDays, type Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import type { Band, State } from './contract/shapes.ts'

export type Limits = {
  readonly sameFromPermille: number
  readonly likelyFromPermille: number
  readonly possibleFromPermille: number
}

/** The band of a score; what is below all limits is still shown as possible, as long as it is stored. */
export function bandOf(scorePermille: number, limits: Limits): Band {
  if (scorePermille >= limits.sameFromPermille) return 'same'
  return scorePermille >= limits.likelyFromPermille ? 'likely' : 'possible'
}

/** The scores of a band: from, up to but not including. The lowest band begins at 0. */
export function scoresOf(band: Band, limits: Limits): { from: number; below: number } {
  if (band === 'same') return { from: limits.sameFromPermille, below: 1001 }
  if (band === 'likely') return { from: limits.likelyFromPermille, below: limits.sameFromPermille }
  return { from: 0, below: limits.likelyFromPermille }
}

/** A decision with an end is open again from that day on. */
export function stateOf(decision: { verdict: 'same' | 'different'; until: Day | null } | null, today: Day): State {
  return decision && (decision.until === null || decision.until > today) ? decision.verdict : 'open'
}

export type UnitPlace = { readonly id: string; readonly parentId: string | null; readonly kind: string }

/**
 * The department each unit counts for in the matrix: a team or workshop counts for the nearest unit above it that is
 * neither; any other for itself. A circle, which should not be, ends at its start.
 */
export function departmentsOf(units: readonly UnitPlace[]): Map<string, string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return new Map(
    units.map((unit) => {
      let place: UnitPlace = unit
      const seen = new Set([unit.id])
      while (place.kind === 'team' || place.kind === 'workshop') {
        const above = place.parentId ? byId.get(place.parentId) : undefined
        if (!above || seen.has(above.id)) break
        seen.add(above.id)
        place = above
      }
      return [unit.id, place.id]
    }),
  )
}

/**
 * For units that are called like another: the nearest company or branch above, to tell them apart. Units above are
 * found by `parentId` among the same units.
 */
export function companiesOf<U extends UnitPlace>(units: readonly U[]): Map<string, U> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const companies = new Map<string, U>()
  for (const unit of units) {
    let place = unit.parentId ? byId.get(unit.parentId) : undefined
    for (let steps = 0; place && steps < units.length; steps += 1) {
      if (place.kind === 'company' || place.kind === 'branch' || place.kind === 'group') {
        companies.set(unit.id, place)
        break
      }
      place = place.parentId ? byId.get(place.parentId) : undefined
    }
  }
  return companies
}

export type KnownIndicator = { readonly responsibilityId: string; readonly name: LocalText; readonly measure: unknown }

/**
 * Indicators two responsibilities have in common, by the names of the first: called the same in a language both have,
 * or computed the same way from the same facts.
 */
export function sharedIndicators(first: readonly KnownIndicator[], second: readonly KnownIndicator[]): LocalText[] {
  return first.filter((one) => second.some((other) => isSameIndicator(one, other))).map((one) => one.name)
}

/** The days asked for, the last one included; without any, the 90 days up to today. */
export function periodOf(
  asked: { from?: Day | undefined; until?: Day | undefined },
  today: Day,
): { from: Day; until: Day } {
  const until = asked.until ?? today
  return { from: asked.from ?? addDays(until, -89), until }
}

function isSameIndicator(one: KnownIndicator, other: KnownIndicator): boolean {
  const isNamedSame = Object.entries(one.name).some(
    ([language, text]) => plain(text) !== '' && plain(text) === plain(other.name[language] ?? ''),
  )
  return isNamedSame || JSON.stringify(one.measure) === JSON.stringify(other.measure)
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
