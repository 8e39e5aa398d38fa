import type { Duty, Indicator, PartTarget, UnitTarget, Version } from './shapes.ts'

/** What an indicator or duty of a part is called in the whole: the part's end of id keeps two parts apart. */
export function keyInWhole(key: string, partId: string | null): string {
  return partId === null ? key : `${key}.${partId.slice(-8)}`
}

/** The weight of a part's indicator in the whole, in permille. */
export function weightInWhole(weightPermille: number, sharePermille: number): number {
  return Math.round((weightPermille * sharePermille) / 1000)
}

/** The other targets of one indicator, those said by the whole before those said by the original. */
export type TargetLayers = readonly (readonly { readonly unitId: string | null; readonly target: number }[])[]

/** What an indicator may aim at instead: `targets` are those of the whole it is part of, `own` its own by unit. */
export function layersOf(key: string, targets: readonly PartTarget[], own: readonly UnitTarget[]): TargetLayers {
  return [targets.filter((other) => other.key === key), own].filter((layer) => layer.length > 0)
}

/**
 * The target that counts in a unit. `units` are the unit and those above it, the nearest first: in the first layer that
 * says something for any of them, the nearest counts, then what the layer says for everywhere; else the original.
 */
export function targetFor(target: number, layers: TargetLayers, units: readonly string[]): number {
  for (const layer of layers) {
    for (const unitId of [...units, null]) {
      const said = layer.find((other) => other.unitId === unitId)
      if (said) return said.target
    }
  }
  return target
}

/** A version with the indicators and duties of its parts by reference, as it is to be carried out in a unit. */
export function wholeOf(version: Version, parts: ReadonlyMap<string, Version>, units: readonly string[]): Version {
  const referred = version.parts.flatMap((part) => {
    const said = part.mode === 'reference' ? parts.get(part.responsibilityId) : undefined
    return said ? [{ part, said }] : []
  })
  const own = version.indicators.map((one): Indicator => ({
    ...one,
    target: targetFor(one.target, layersOf(one.key, [], one.localTargets), units),
  }))
  const indicators = referred.flatMap(({ part, said }) =>
    said.indicators.map((one): Indicator => ({
      ...one,
      key: keyInWhole(one.key, part.responsibilityId),
      target: targetFor(one.target, layersOf(one.key, part.targets, one.localTargets), units),
      weightPermille: weightInWhole(one.weightPermille, part.weightPermille),
    })),
  )
  const duties = referred.flatMap(({ part, said }) =>
    said.duties.map((duty): Duty => ({ ...duty, key: keyInWhole(duty.key, part.responsibilityId) })),
  )
  return { ...version, indicators: [...own, ...indicators], duties: [...version.duties, ...duties] }
}
