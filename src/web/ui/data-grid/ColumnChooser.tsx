import { Button as RacButton } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronUp from 'lucide-react/icons/chevron-up'
import Columns from 'lucide-react/icons/columns-3'
import Pin from 'lucide-react/icons/pin'
import PinOff from 'lucide-react/icons/pin-off'
import { Button } from '../Button.tsx'
import { useKitWords } from '../kit-words.tsx'
import { Icon } from '../Icon.tsx'
import type { IconShape } from '../Icon.tsx'
import type { GridColumn } from './column.ts'
import { mergedOrder, moved } from './layout.ts'
import type { GridLayout } from './layout.ts'

type Props<Row> = {
  columns: readonly GridColumn<Row>[]
  layout: GridLayout
  changed: boolean
  change: (part: Partial<GridLayout>) => void
  reset: () => void
}

/** Which columns are shown, in what order, and which stay in view: all by keyboard too. */
export function ColumnChooser<Row>(props: Props<Row>) {
  const words = useKitWords()
  return (
    <DialogTrigger>
      <Button variant="quiet" size="sm" icon={Columns}>
        {words('grid.columns')}
      </Button>
      <Popover placement="bottom end" className="kit-popover w-72 max-w-[calc(100vw-1rem)]">
        <Dialog aria-label={words('grid.columns')} className="flex max-h-[inherit] flex-col outline-none">
          <ColumnList {...props} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function ColumnList<Row>({ columns, layout, changed, change, reset }: Props<Row>) {
  const words = useKitWords()
  const order = mergedOrder(layout.order, columns)
  const listed = order.flatMap((id) => columns.find((column) => column.id === id) ?? [])
  const toggle = (id: string, shown: boolean) =>
    change({ hidden: shown ? layout.hidden.filter((other) => other !== id) : [...layout.hidden, id] })
  const pin = (id: string) => {
    const { [id]: side, ...rest } = layout.pinned
    change({ pinned: side ? rest : { ...rest, [id]: 'start' } })
  }
  return (
    <>
      <div className="flex items-center justify-between border-b border-line py-1.5 pr-2 pl-4">
        <span className="text-sm font-semibold">{words('grid.columns')}</span>
        <Button variant="quiet" size="sm" isDisabled={!changed} onPress={reset}>
          {words('grid.columns-reset')}
        </Button>
      </div>
      <ul className="max-h-96 overflow-auto p-1.5">
        {listed.map((column, at) => (
          <li
            key={column.id}
            className="group flex min-h-item items-center gap-0.5 rounded-sm pr-1 pl-2.5 hover:bg-hover"
          >
            <label className="flex min-w-0 flex-1 items-center gap-2.5 self-stretch">
              <input
                type="checkbox"
                className="grid-check shrink-0"
                checked={column.locked || !layout.hidden.includes(column.id)}
                disabled={column.locked}
                onChange={(event) => toggle(column.id, event.target.checked)}
              />
              <span className="truncate">{column.title}</span>
            </label>
            <Small
              icon={layout.pinned[column.id] ? PinOff : Pin}
              label={words(layout.pinned[column.id] ? 'grid.column-unpin' : 'grid.column-pin', { title: column.title })}
              isOn={Boolean(layout.pinned[column.id])}
              onPress={() => pin(column.id)}
            />
            <Small
              icon={ChevronUp}
              label={words('grid.column-up', { title: column.title })}
              isDisabled={at === 0}
              onPress={() => change({ order: moved(order, column.id, at - 1) })}
            />
            <Small
              icon={ChevronDown}
              label={words('grid.column-down', { title: column.title })}
              isDisabled={at === listed.length - 1}
              onPress={() => change({ order: moved(order, column.id, at + 1) })}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

type SmallProps = { icon: IconShape; label: string; isOn?: boolean; isDisabled?: boolean; onPress: () => void }

function Small({ icon, label, isOn, ...rest }: SmallProps) {
  return (
    <RacButton
      {...rest}
      aria-label={label}
      className={`grid size-6 place-items-center rounded-sm data-disabled:text-disabled data-hovered:bg-pressed touch:size-11 ${isOn ? 'text-primary-text' : 'text-muted'}`}
    >
      <Icon as={icon} size={14} />
    </RacButton>
  )
}
