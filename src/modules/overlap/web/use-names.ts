import { useMemo } from 'react'
import { useLocal } from '#web/words'
import type { Named } from '../contract.ts'

export type Listed = Named & { readonly company: Readonly<Record<string, string>> | null }

/** Names of units by id; those that stand twice with their company. */
export function useNames(units: readonly Listed[]): ReadonlyMap<string, string> {
  const local = useLocal()
  return useMemo(() => {
    const count = Map.groupBy(units, (unit) => local(unit.name))
    return new Map(
      units.map((unit) => {
        const name = local(unit.name)
        const isTwice = (count.get(name)?.length ?? 0) > 1 && unit.company
        return [unit.id, isTwice ? `${name} · ${local(unit.company)}` : name]
      }),
    )
  }, [units, local])
}
