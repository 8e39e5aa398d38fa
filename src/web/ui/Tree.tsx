import type { ReactNode, Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import { Collection } from 'react-aria-components/Collection'
import { Tree as RacTree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Box } from './Checkbox.tsx'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'
import { flattened } from './tree-nodes.ts'
import type { TreeNode } from './tree-nodes.ts'

export type { TreeNode } from './tree-nodes.ts'

export type TreeProps = {
  label: string
  nodes: readonly TreeNode[]
  /** `none` for a tree to walk through, with `onOpen` for Enter or a click. */
  choose?: 'none' | 'one' | 'many'
  chosen?: readonly string[]
  onChoose?: (ids: string[]) => void
  /** With `one`: choosing the chosen node again takes the choice back. */
  canClear?: boolean
  onOpen?: (id: string) => void
  expanded?: readonly string[]
  defaultExpanded?: readonly string[]
  onExpand?: (ids: string[]) => void
  /** Set inside popovers: leaves Escape to the popover, instead of dropping the choice. */
  isInPopover?: boolean
  /** Takes the focus as it appears. */
  autoFocus?: boolean
  /** What stands at the end of a line, such as a menu. */
  trailing?: (node: TreeNode) => ReactNode
  empty?: ReactNode
  className?: string
  ref?: Ref<HTMLDivElement>
}

/** Nodes below nodes, by mouse, by arrow keys and by typing the first letters. */
export function Tree(props: TreeProps) {
  const { ref, label, nodes, choose = 'none', chosen, onChoose, onOpen, trailing, isInPopover, empty } = props
  const { expanded, defaultExpanded, onExpand } = props
  const words = useKitWords()
  const everyId = () => flattened(nodes).flatMap(({ node }) => (node.isDisabled ? [] : [node.id]))
  return (
    <RacTree
      ref={ref}
      aria-label={label}
      items={nodes}
      // Rows are cached by node: without these a change of mode would leave old rows standing.
      dependencies={[choose, trailing]}
      selectionMode={modes[choose]}
      selectionBehavior="toggle"
      disallowEmptySelection={choose === 'one' && !props.canClear}
      selectedKeys={choose === 'none' ? undefined : chosen}
      onSelectionChange={(keys) => onChoose?.(keys === 'all' ? everyId() : [...keys].map(String))}
      onAction={onOpen && ((key) => onOpen(String(key)))}
      expandedKeys={expanded}
      defaultExpandedKeys={defaultExpanded}
      onExpandedChange={onExpand && ((keys) => onExpand([...keys].map(String)))}
      autoFocus={props.autoFocus ? 'first' : undefined}
      escapeKeyBehavior={isInPopover ? 'none' : 'clearSelection'}
      className={cx('flex flex-col overflow-auto outline-none', props.className)}
      renderEmptyState={() => (
        <div className="px-3 py-4 text-center text-sm text-muted">{empty ?? words('tree.none')}</div>
      )}
    >
      {(node) => <Branch node={node} isMany={choose === 'many'} trailing={trailing} />}
    </RacTree>
  )
}

const modes = { none: 'none', one: 'single', many: 'multiple' } as const

type BranchProps = { node: TreeNode; isMany: boolean; trailing: TreeProps['trailing'] }

function Branch({ node, isMany, trailing }: BranchProps) {
  return (
    <TreeItem
      id={node.id}
      textValue={node.label}
      isDisabled={node.isDisabled}
      className="kit-item group/node gap-1 py-0 data-selected:bg-selected"
    >
      <TreeItemContent>
        {({ hasChildItems, level, isExpanded }) => (
          <>
            <span aria-hidden="true" className="shrink-0" style={{ width: `${(level - 1) * 1.25}rem` }} />
            {hasChildItems ? (
              <Chevron isExpanded={isExpanded} label={node.label} />
            ) : (
              <span className="w-6 shrink-0 touch:w-11" />
            )}
            {isMany && (
              <CheckboxField slot="selection" className="flex">
                <CheckboxButton className="group/check flex size-6 items-center justify-center outline-none touch:size-11">
                  <Box />
                </CheckboxButton>
              </CheckboxField>
            )}
            {node.icon && <Icon as={node.icon} className="text-muted" />}
            <span className="min-w-0 flex-1 truncate">{node.label}</span>
            {node.note !== undefined && <span className="shrink-0 text-xs font-normal text-muted">{node.note}</span>}
            {trailing?.(node)}
          </>
        )}
      </TreeItemContent>
      <Collection items={node.children ?? []}>
        {(child) => <Branch node={child} isMany={isMany} trailing={trailing} />}
      </Collection>
    </TreeItem>
  )
}

function Chevron({ isExpanded, label }: { isExpanded: boolean; label: string }) {
  const words = useKitWords()
  return (
    <Button
      slot="chevron"
      aria-label={words(isExpanded ? 'tree.collapse' : 'tree.expand', { name: label })}
      className="grid size-6 shrink-0 place-items-center rounded-sm text-faint data-hovered:bg-pressed data-hovered:text-text touch:size-11"
    >
      <Icon
        as={ChevronRight}
        size={14}
        className={cx('transition-transform', isExpanded && '[transform:rotate(90deg)]')}
      />
    </Button>
  )
}
