import { useRef, useState } from 'react'
import { SearchField } from './SearchField.tsx'
import { useKitWords } from './kit-words.tsx'
import { Tree } from './Tree.tsx'
import type { TreeProps } from './Tree.tsx'
import { ancestorsOf, branchIds, flattened, matching } from './tree-nodes.ts'

export type TreePanelProps = Pick<
  TreeProps,
  'label' | 'nodes' | 'choose' | 'chosen' | 'onChoose' | 'onOpen' | 'canClear' | 'isInPopover'
> & {
  className?: string
}

/** A tree with a search box above it once there is much to search. What is chosen stands open at first. */
export function TreePanel({ nodes, chosen = noIds, className, isInPopover, ...rest }: TreePanelProps) {
  const words = useKitWords()
  const tree = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const [opened, setOpened] = useState(() => [
    ...new Set([...(nodes.length === 1 && nodes[0] ? [nodes[0].id] : []), ...ancestorsOf(nodes, new Set(chosen))]),
  ])
  const found = matching(nodes, query)
  const isLong = flattened(nodes).length > longTree
  return (
    <div className="flex min-h-0 flex-col gap-1">
      {isLong && (
        <div
          className="p-1 pb-0.5"
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            tree.current?.focus()
          }}
        >
          <SearchField label={words('tree.search')} value={query} onChange={setQuery} autoFocus={isInPopover} />
        </div>
      )}
      <Tree
        {...rest}
        ref={tree}
        nodes={found}
        chosen={chosen}
        isInPopover={isInPopover}
        autoFocus={isInPopover && !isLong}
        expanded={query ? branchIds(found) : opened}
        onExpand={(ids) => {
          if (!query) setOpened(ids)
        }}
        className={className}
      />
    </div>
  )
}

const noIds: readonly string[] = []
const longTree = 12
