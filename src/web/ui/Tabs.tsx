import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as RacTabs } from 'react-aria-components/Tabs'
import { Badge } from './Badge.tsx'
import { cx } from './cx.ts'
import { Icon, type IconShape } from './Icon.tsx'

export type TabItem = {
  id: string
  title: string
  icon?: IconShape
  /** Number of things behind the tab. */
  count?: number
  isDisabled?: boolean
  content: ReactNode
}

export type TabsProps = {
  label: string
  items: readonly TabItem[]
  value?: string
  defaultValue?: string
  onChange?: (id: string) => void
  /** `line` on pages, `pill` inside cards and sheets. */
  look?: 'line' | 'pill'
}

/** Tabs always come with their panels: tabs without panels are a critical fault of accessibility. */
export function Tabs({ label, items, value, defaultValue, onChange, look = 'line' }: TabsProps) {
  return (
    <RacTabs
      selectedKey={value}
      defaultSelectedKey={defaultValue}
      onSelectionChange={(key) => onChange?.(String(key))}
      // Told of focus anywhere inside; the tab and the part that has it are marked already.
      className="flex min-w-0 flex-col outline-none"
    >
      <TabList aria-label={label} className={lists[look]}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} isDisabled={item.isDisabled} className={cx(common, tabs[look])}>
            {item.icon && <Icon as={item.icon} />}
            {item.title}
            {item.count !== undefined && <Badge count={item.count} max={999} look="quiet" />}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="min-w-0 pt-4">
          {item.content}
        </TabPanel>
      ))}
    </RacTabs>
  )
}

const lists = {
  line: 'flex gap-5 overflow-x-auto overflow-y-hidden border-b border-line',
  pill: 'inline-flex gap-0.5 self-start rounded-md bg-hover p-0.5 touch:self-stretch touch:rounded-lg',
}
const common =
  'flex cursor-pointer items-center gap-1.5 whitespace-nowrap text-control transition-colors data-disabled:cursor-not-allowed data-disabled:text-disabled'
const tabs = {
  line: cx(
    '-mb-px min-h-[calc(var(--control-h)+6px)] shrink-0 justify-center border-b-2 touch:min-w-11 border-transparent text-muted -outline-offset-2 data-hovered:text-text',
    'data-selected:border-primary data-selected:font-medium data-selected:text-primary-text',
  ),
  pill: cx(
    'min-h-[calc(var(--control-h)-4px)] justify-center rounded-sm px-3 text-muted data-hovered:text-text touch:min-h-11 touch:flex-1 touch:rounded-md',
    'data-selected:bg-raised data-selected:font-medium data-selected:text-text data-selected:shadow-control',
  ),
}
