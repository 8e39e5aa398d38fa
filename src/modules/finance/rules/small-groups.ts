/** Sums over fewer people than this tell what one of them earns. */
export const fewestPeople = 3

type Group = { readonly people: number }

/**
 * Which groups of a table must not be shown beside the total of the others: small ones, and if those together are still
 * too few, the next larger ones too, for what is missing can be reckoned from the total. Empty groups hide nothing.
 */
export function hiddenGroups<T extends Group>(groups: readonly T[]): Set<T> {
  const bySize = groups.filter(({ people }) => people > 0).toSorted((a, b) => a.people - b.people)
  const hidden = new Set<T>()
  let people = 0
  for (const group of bySize) {
    const isNeeded = group.people < fewestPeople || (people > 0 && people < fewestPeople)
    if (!isNeeded) break
    hidden.add(group)
    people += group.people
  }
  return hidden
}
