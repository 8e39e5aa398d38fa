import { routes } from '#contract/organisation'
import type { ComboBoxProps } from '#ui/ComboBox'
import type { TreeNode } from '#ui/Tree'
import { useRead } from '#web/query'
import { useLocal } from '#web/words'

/** The units of a day as a tree to choose from. */
export function useUnitTree(day: string): TreeNode[] {
  const local = useLocal()
  const units = useRead(routes.listUnits, day ? { on: day } : {}).data ?? []
  const below = (parentId: string | null): TreeNode[] =>
    units
      .filter((unit) => unit.parentId === parentId)
      .map((unit) => ({
        id: unit.id,
        label: local(unit.name),
        alsoFoundBy: unit.code,
        children: below(unit.id),
      }))
  return below(null)
}

/** Positions that fit what is typed, with their unit and who is on them. */
export function usePositions(text: string): { options: ComboBoxProps['options']; isLoading: boolean } {
  const local = useLocal()
  const read = useRead(routes.listPositions, { limit: 50, ...(text ? { text } : {}) }, { keep: true })
  const options = (read.data?.rows ?? []).map((position) => ({
    id: position.id,
    label: local(position.title),
    note: [local(position.unitName), ...position.holders.map((holder) => holder.name)].join(' · '),
    alsoFoundBy: position.code,
  }))
  return { options, isLoading: read.isFetching }
}
