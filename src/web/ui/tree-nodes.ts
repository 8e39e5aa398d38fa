import type { ReactNode } from 'react'
import type { IconShape } from './Icon.tsx'

export type TreeNode = {
  id: string
  /** Also what is searched and read out. */
  label: string
  /** Behind the label: a count, a holder. */
  note?: ReactNode
  icon?: IconShape
  isDisabled?: boolean
  children?: readonly TreeNode[]
  /** More words that find it: pinyin, initials, number. */
  alsoFoundBy?: string
}

/** Every node once, parents before children, each with the labels from the top down to itself. */
export function flattened(
  nodes: readonly TreeNode[],
  above: readonly string[] = [],
): { node: TreeNode; path: readonly string[] }[] {
  return nodes.flatMap((node) => {
    const path = [...above, node.label]
    return [{ node, path }, ...flattened(node.children ?? [], path)]
  })
}

/** The ids of the ancestors of `ids`: what must be open for them to be seen. */
export function ancestorsOf(nodes: readonly TreeNode[], ids: ReadonlySet<string>): string[] {
  return nodes.flatMap((node) => {
    const children = node.children ?? []
    const below = ancestorsOf(children, ids)
    return below.length > 0 || children.some((child) => ids.has(child.id)) ? [node.id, ...below] : below
  })
}

/** Whether a typed text finds it: by its label, or by its pinyin, initials or number. */
export function isFound(thing: Pick<TreeNode, 'label' | 'alsoFoundBy'>, query: string): boolean {
  return `${thing.label} ${thing.alsoFoundBy ?? ''}`.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase())
}

/** The tree with only what matches and its ancestors. What hangs below a match stays, so that one can go on from it. */
export function matching(nodes: readonly TreeNode[], query: string): readonly TreeNode[] {
  if (!query.trim()) return nodes
  return nodes.flatMap((node) => {
    if (isFound(node, query)) return [node]
    const children = matching(node.children ?? [], query)
    return children.length > 0 ? [{ ...node, children }] : []
  })
}

/** Nodes that have something below them. */
export function branchIds(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => (node.children?.length ? [node.id, ...branchIds(node.children)] : []))
}
