import { common, kindsOf, type Days, type Measure } from '#core/indicator'

/** On these days facts of a kind that name no responsibility count for this one. */
export type Claim = Days & { readonly kind: string; readonly responsibilityId: string }

type Held = {
  readonly responsibilityId: string
  readonly days: readonly Days[]
  readonly measures: readonly Measure[]
}
type Told = { readonly kind: string; readonly responsibilityId: string | null; readonly during?: Days }

/**
 * Which responsibility a fact counts for that names none, by its kind and the day it happened on: the only one held then
 * whose indicators look at such facts. Where several do, none: guessing would credit the wrong work.
 */
export function claimsOf(held: readonly Held[], spans: readonly Days[]): Claim[] {
  return spans.flatMap((span) => {
    const wanting = held
      .filter(({ days }) => common([span], days).length > 0)
      .flatMap(({ responsibilityId, measures }) =>
        [...new Set(measures.flatMap(kindsOf))].map((kind) => ({ kind, responsibilityId })),
      )
    return [...Map.groupBy(wanting, ({ kind }) => kind).values()].flatMap(([first, second]): Claim[] =>
      first && !second ? [{ ...first, from: span.from, until: span.until }] : [],
    )
  })
}

/** Stretches of days within which the person's seats don't change, as the tallies were made for them; else the period. */
export function spansIn(tallies: readonly Told[], period: Days): Days[] {
  const spans = tallies.flatMap(({ during }) => during ?? [])
  if (spans.length === 0) return [period]
  return [...new Map(spans.map((span) => [`${span.from}:${span.until}`, span])).values()]
}

/** The responsibility a tally counts for: the one its facts name, else the one that claims them on their days. */
export function ownerOf(
  { kind, responsibilityId, during }: Told,
  claims: readonly Claim[],
  period: Days,
): string | undefined {
  if (responsibilityId !== null) return responsibilityId
  const { from, until } = during ?? period
  return claims.find((claim) => claim.kind === kind && claim.from === from && claim.until === until)?.responsibilityId
}
