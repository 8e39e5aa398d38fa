import type { Sharing } from './plan.ts'

/** Somebody who worked on a fact, by id or by staff number, and how much of it is theirs. */
export type Share = { readonly personId: string; readonly weight: number }
export type Shares = { readonly shares: readonly Share[]; readonly unknown: readonly string[] }

/**
 * Who shares a fact. Numbers nobody has are told, and the rest divide it; a fact whose names say nothing is the actor's.
 * Weights are whole: `60`, or `0.6` in thousandths. A person named twice gets both shares.
 */
export function sharesOf(
  sharing: Sharing,
  actorId: string | null,
  dimensions: Readonly<Record<string, string>>,
  personByNumber: ReadonlyMap<string, string>,
): Shares {
  const actor = actorId ? [{ personId: actorId, weight: 1 }] : []
  if (sharing.kind === 'actor') return { shares: actor, unknown: [] }
  const unknown: string[] = []
  const weights = new Map<string, number>(sharing.kind === 'equal' && actorId ? [[actorId, 1]] : [])
  for (const [number, weight] of named(dimensions[sharing.dimension] ?? '')) {
    const personId = personByNumber.get(number)
    if (personId === undefined) unknown.push(number)
    else if (sharing.kind === 'equal') weights.set(personId, 1)
    else if (weight > 0) weights.set(personId, (weights.get(personId) ?? 0) + weight)
  }
  const shares = [...weights].map(([personId, weight]) => ({ personId, weight }))
  return { shares: shares.length > 0 ? shares : actor, unknown }
}

/** `E001=60;E002=40`, `E002、E003`: numbers with their weight, 1 where none is told. */
function named(text: string): [number: string, weight: number][] {
  return text
    .split(/[;,；，、\s]+/)
    .filter(Boolean)
    .map((part) => {
      const [number = '', share = '1'] = part.split(/[=:：＝]/)
      const weight = Number(share.replace('%', ''))
      return [number, Number.isFinite(weight) && weight > 0 ? Math.round(weight * 1000) : 0]
    })
}
