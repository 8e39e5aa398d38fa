import { TreeSelect, type TreeSelectProps } from '#ui/TreeSelect'
import type { TreeNode } from '#ui/Tree'
import { useUnitNodes } from './unit-nodes.ts'

export type UnitPickerProps = Omit<TreeSelectProps, 'nodes' | 'value'> & {
  value: string | null | undefined
  on?: string
  /** A unit that may not be chosen, nor anything below it: where a unit can't be moved to. */
  except?: string
}

/** Chooses a unit from the tree of a day. */
export function UnitPicker({ on, except, value, ...field }: UnitPickerProps) {
  const nodes = useUnitNodes(on)
  return <TreeSelect {...field} value={value ?? null} nodes={except ? without(nodes, except) : nodes} />
}

function without(nodes: readonly TreeNode[], id: string): TreeNode[] {
  return nodes.filter((node) => node.id !== id).map((node) => ({ ...node, children: without(node.children ?? [], id) }))
}
