import { useId, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { cx } from './cx.ts'
import type { FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'
import { flattened } from './tree-nodes.ts'
import type { TreeNode } from './tree-nodes.ts'
import { TreePanel } from './TreePanel.tsx'

type Common = Omit<FieldProps, 'isReadOnly' | 'name'> & { nodes: readonly TreeNode[] }
export type TreeSelectProps = Common & { value: string | null; onChange: (id: string | null) => void }
export type TreeMultiSelectProps = Common & { value: readonly string[]; onChange: (ids: string[]) => void }

/** One node of a tree, such as the unit of a position. Closes once it is chosen. */
export function TreeSelect({ value, onChange, ...rest }: TreeSelectProps) {
  return (
    <TreeField
      {...rest}
      isMany={false}
      chosen={value === null ? [] : [value]}
      onChoose={(ids) => onChange(ids[0] ?? null)}
    />
  )
}

/** Some nodes of a tree. A chosen node stands for itself; whether for those below too is the screen's word. */
export function TreeMultiSelect({ value, onChange, ...rest }: TreeMultiSelectProps) {
  return <TreeField {...rest} isMany chosen={value} onChoose={onChange} />
}

type TreeFieldProps = Common & { isMany: boolean; chosen: readonly string[]; onChoose: (ids: string[]) => void }

function TreeField(props: TreeFieldProps) {
  const { label, hideLabel, description, errorMessage, isRequired, isDisabled, placeholder, nodes, chosen } = props
  const words = useKitWords()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const names = flattened(nodes).flatMap(({ node }) => (chosen.includes(node.id) ? [node.label] : []))
  const isInvalid = props.isInvalid ?? Boolean(errorMessage)
  const notes = [description && `${id}-note`, errorMessage && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={cx('flex min-w-0 flex-col', props.className)} data-invalid={isInvalid || undefined}>
      <span id={`${id}-label`} className={hideLabel ? 'sr-only' : 'mb-1 text-label font-medium text-text'}>
        {label}
        {isRequired && !hideLabel && (
          <span className="ml-0.5 text-red-text" title={words('required')} aria-hidden="true">
            *
          </span>
        )}
      </span>
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <Button
          isDisabled={isDisabled}
          aria-labelledby={`${id}-label ${id}-value`}
          aria-describedby={notes || undefined}
          className="kit-frame w-full gap-2 px-2.5 text-left"
        >
          <span id={`${id}-value`} className={cx('min-w-0 flex-1 truncate', names.length === 0 && 'text-faint')}>
            {names.length > 0 ? names.join(', ') : (placeholder ?? words('choose'))}
          </span>
          <Icon as={ChevronDown} className="text-faint" />
        </Button>
        <Popover offset={4} className="kit-popover w-(--trigger-width) min-w-64 max-w-[calc(100vw-1rem)]">
          <Dialog aria-label={label} className="p-1 outline-none">
            <TreePanel
              label={label}
              nodes={nodes}
              choose={props.isMany ? 'many' : 'one'}
              chosen={chosen}
              canClear={!isRequired}
              isInPopover
              onChoose={(ids) => {
                props.onChoose(ids)
                if (!props.isMany) setOpen(false)
              }}
              className="max-h-72"
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
      {description && (
        <span id={`${id}-note`} className="mt-1 text-xs text-muted touch:text-sm">
          {description}
        </span>
      )}
      {errorMessage && (
        <span id={`${id}-error`} className="mt-1 text-xs text-red-text touch:text-sm">
          {errorMessage}
        </span>
      )}
    </div>
  )
}
