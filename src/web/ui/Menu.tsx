import type { ReactElement } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as RacMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import Check from 'lucide-react/icons/check'
import { cx } from './cx.ts'
import { Icon, type IconShape } from './Icon.tsx'

export type MenuEntry = {
  id: string
  title: string
  note?: string
  icon?: IconShape
  shortcut?: string
  href?: string
  onAction?: () => void
  isDanger?: boolean
  isDisabled?: boolean
  /** Marks the one that holds now (language, theme). */
  isChosen?: boolean
}
export type MenuGroup = { title?: string; items: readonly MenuEntry[] }

export type MenuProps = {
  label: string
  /** Groups are parted by a line. */
  groups: readonly MenuGroup[]
  /** The button that opens it. */
  children: ReactElement
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right bottom'
}

export function Menu({ label, groups, children, placement = 'bottom start' }: MenuProps) {
  const filled = groups.filter((group) => group.items.length > 0)
  return (
    <MenuTrigger>
      {children}
      <Popover offset={4} placement={placement} className="kit-popover min-w-44">
        <RacMenu aria-label={label} className="max-h-[70vh] overflow-auto p-1 outline-none">
          {filled.map((group, index) => (
            <MenuSection
              key={group.title ?? index}
              aria-label={group.title ?? label}
              className={index > 0 ? 'mt-1 border-t border-line pt-1' : ''}
            >
              {group.title && (
                <Header className="px-2 pt-1.5 pb-1 text-xs font-medium text-muted">{group.title}</Header>
              )}
              {group.items.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </MenuSection>
          ))}
        </RacMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Entry({ entry }: { entry: MenuEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.title}
      href={entry.href}
      onAction={entry.onAction}
      isDisabled={entry.isDisabled}
      className={cx('kit-item', entry.isDanger && '!text-red-text')}
    >
      {entry.icon && <Icon as={entry.icon} className={entry.isDanger ? '' : 'text-muted'} />}
      <span className="min-w-0 flex-1">
        {entry.title}
        {entry.note && <span className="block text-xs text-muted">{entry.note}</span>}
      </span>
      {entry.shortcut && <kbd className="font-sans text-xs text-faint">{entry.shortcut}</kbd>}
      {entry.isChosen && <Icon as={Check} className="text-primary-text" />}
    </MenuItem>
  )
}
