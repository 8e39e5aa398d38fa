import { Link } from 'react-aria-components/Link'
import { Badge } from './Badge.tsx'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import { currentItem, type NavItem, type NavSection } from './nav.ts'
import { Tooltip } from './Tooltip.tsx'

export type DeskMenuProps = { sections: readonly NavSection[]; path: string; isNarrow?: boolean; onChoose?: () => void }

/** The left menu: sections of links. Narrow it shows icons, names come as tips. */
export function DeskMenu({ sections, path, isNarrow, onChoose }: DeskMenuProps) {
  const current = currentItem(
    sections.flatMap((section) => section.items),
    path,
  )
  return (
    <div className={cx('flex flex-col gap-4 pb-4', isNarrow ? 'px-2.5' : 'px-3')}>
      {sections.map((section, index) => (
        <div key={section.title ?? index} role="group" aria-label={section.title}>
          {section.title && !isNarrow && <p className="mb-1 px-2.5 text-xs font-medium text-faint">{section.title}</p>}
          {section.title && isNarrow && <hr className="mx-1 mb-3 border-line-strong" />}
          <ul className="flex flex-col gap-px">
            {section.items.map((item) => (
              <li key={item.id}>
                <Entry item={item} isCurrent={item.id === current} isNarrow={isNarrow} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

type EntryProps = { item: NavItem; isCurrent: boolean; isNarrow?: boolean; onChoose?: () => void }

function Entry({ item, isCurrent, isNarrow, onChoose }: EntryProps) {
  return (
    <Tooltip text={item.title} placement="right" isDisabled={!isNarrow}>
      <Link
        href={item.href}
        onPress={onChoose}
        aria-current={isCurrent ? 'page' : undefined}
        aria-label={isNarrow ? item.title : undefined}
        className={cx(
          'relative flex min-h-8 items-center gap-2.5 rounded-md text-base no-underline -outline-offset-2 transition-colors touch:min-h-11',
          isNarrow ? 'justify-center' : 'px-2.5',
          isCurrent
            ? 'bg-surface font-medium text-primary-text shadow-card'
            : 'text-muted data-hovered:bg-pressed data-hovered:text-text',
        )}
      >
        <Icon as={item.icon} size={17} />
        {!isNarrow && <span className="min-w-0 flex-1 truncate">{item.title}</span>}
        {item.count !== undefined && item.count > 0 && (
          <span className={isNarrow ? 'absolute top-0.5 right-0.5' : ''}>
            <Badge count={item.count} look={isNarrow ? 'alert' : 'quiet'} isDot={isNarrow} />
          </span>
        )}
      </Link>
    </Tooltip>
  )
}
