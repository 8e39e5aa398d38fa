import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import ChevronDown from 'lucide-react/icons/chevron-down'
import X from 'lucide-react/icons/x'
import { cx } from '../cx.ts'
import { Icon } from '../Icon.tsx'
import { useKitWords } from '../kit-words.tsx'
import { TreePanel } from '../TreePanel.tsx'
import { ChoiceList } from './ChoiceList.tsx'
import { DaysPanel } from './DaysPanel.tsx'
import { isDaySpan, namesOf } from './filter-state.ts'
import type { Filter, FilterValue } from './filter-state.ts'

type Props = { filter: Filter; value: FilterValue | undefined; onChange: (value: FilterValue | null) => void }

/** One filter: a button that says what holds, opens to change it, and has a cross to drop it. */
export function FilterChip({ filter, value, onChange }: Props) {
  const words = useKitWords()
  const [isOpen, setOpen] = useState(false)
  const names = value === undefined ? [] : namesOf(filter, value)
  const isSet = names.length > 0
  const text = names.length > 2 ? words('filter.more', { count: names.length }) : names.join(', ')
  return (
    <span className="flex min-w-0 max-w-full">
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <Button
          className={cx(
            chip,
            isSet ? 'rounded-r-none border-r-0 border-primary-line bg-primary-soft text-primary-text' : plain,
          )}
        >
          <span className={isSet ? 'shrink-0' : 'truncate'}>{filter.label}</span>
          {isSet && <span className="min-w-0 truncate font-medium">{text}</span>}
          {!isSet && <Icon as={ChevronDown} size={14} className="text-faint" />}
        </Button>
        <Popover offset={4} placement="bottom start" className="kit-popover max-w-[calc(100vw-1rem)]">
          <Dialog aria-label={filter.label} className="outline-none">
            <Panel filter={filter} value={value} onChange={onChange} close={() => setOpen(false)} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      {isSet && (
        <Button
          aria-label={words('filter.remove', { label: filter.label })}
          onPress={() => onChange(null)}
          className="flex w-7 shrink-0 items-center justify-center rounded-r-md border border-l-0 border-primary-line bg-primary-soft text-primary-text data-hovered:bg-primary-line touch:w-11"
        >
          <Icon as={X} size={14} />
        </Button>
      )}
    </span>
  )
}

const chip = 'flex min-h-control min-w-0 items-center gap-1.5 rounded-md border px-2.5 text-control transition-colors'
const plain =
  'border-line-strong bg-surface text-text shadow-control data-hovered:border-line-control data-hovered:bg-sunken'

function Panel({ filter, value, onChange, close }: Props & { close: () => void }) {
  const ids = value === undefined || isDaySpan(value) ? [] : value
  if (filter.kind === 'days')
    return (
      <DaysPanel
        label={filter.label}
        value={isDaySpan(value) ? value : null}
        onChange={(span) => {
          onChange(span)
          close()
        }}
      />
    )
  const isMany = filter.kind === 'choices' || (filter.kind === 'tree' && filter.isMany)
  const choose = (next: string[]) => {
    onChange(next)
    if (!isMany) close()
  }
  if (filter.kind === 'choice' || filter.kind === 'choices')
    return (
      <ChoiceList
        label={filter.label}
        options={filter.options}
        isMany={isMany === true}
        chosen={ids}
        onChoose={choose}
      />
    )
  return (
    <div className="w-72 max-w-full p-1">
      <TreePanel
        label={filter.label}
        nodes={filter.nodes}
        choose={isMany ? 'many' : 'one'}
        canClear
        chosen={ids}
        onChoose={choose}
        isInPopover
        className="max-h-80"
      />
    </div>
  )
}
