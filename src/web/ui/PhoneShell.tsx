import type { ReactNode } from 'react'
import { Link } from 'react-aria-components/Link'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import { Badge } from './Badge.tsx'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { useKitWords } from './kit-words.tsx'
import { currentItem, type NavItem } from './nav.ts'
import { SkipLink } from './SkipLink.tsx'
import { ToastHost } from './Toast.tsx'

export type PhoneShellProps = {
  /** The page's h1. */
  title: string
  /** Small line under the title: day, saved state. */
  note?: ReactNode
  /** Shows the arrow; always safe, drafts are kept. */
  onBack?: () => void
  /** One or two icon buttons at the right end of the title bar. */
  actions?: ReactNode
  /** Three to five tabs; leave out on pages below a tab. */
  tabs?: readonly NavItem[]
  path: string
  /** The one big button at the bottom. */
  action?: ReactNode
  /** Under the title bar: offline, blocked. */
  notice?: ReactNode
  isFlush?: boolean
  children: ReactNode
}

/** The frame of every phone page. */
export function PhoneShell({
  title,
  note,
  onBack,
  actions,
  tabs,
  path,
  action,
  notice,
  isFlush,
  children,
}: PhoneShellProps) {
  const words = useKitWords()
  return (
    <div className="flex min-h-screen flex-col bg-canvas">
      <SkipLink />
      <header className="sticky top-0 z-20 border-b border-line bg-surface pt-[env(safe-area-inset-top)]">
        <div className={cx('flex min-h-13 items-center gap-1 pr-2', onBack ? 'pl-1' : 'pl-4')}>
          {onBack && <IconButton icon={ChevronLeft} label={words('back')} onPress={onBack} />}
          <div className="min-w-0 flex-1 py-1.5">
            <h1 className={cx('truncate font-semibold', onBack ? 'text-md' : 'text-lg')}>{title}</h1>
            {note && <div className="truncate text-xs text-muted">{note}</div>}
          </div>
          {actions}
        </div>
        {notice}
      </header>
      <main id="main" tabIndex={-1} className={cx('flex-1 outline-none', !isFlush && 'p-4')}>
        {children}
      </main>
      <div className="kit-phone-bar sticky bottom-0 z-20 bg-surface pb-[env(safe-area-inset-bottom)] shadow-bar">
        {action && <div className="px-4 py-2.5 *:w-full">{action}</div>}
        {tabs && tabs.length > 0 && <BottomTabs tabs={tabs} path={path} hasLine={action !== undefined} />}
      </div>
      <ToastHost isRaised />
    </div>
  )
}

function BottomTabs({ tabs, path, hasLine }: { tabs: readonly NavItem[]; path: string; hasLine: boolean }) {
  const words = useKitWords()
  const current = currentItem(tabs, path)
  return (
    <nav aria-label={words('menu')} className={hasLine ? 'border-t border-line' : ''}>
      <ul className="flex">
        {tabs.map((tab) => (
          <li key={tab.id} className="min-w-0 flex-1">
            <Link
              href={tab.href}
              aria-current={tab.id === current ? 'page' : undefined}
              className={cx(
                'flex min-h-14 flex-col items-center justify-center gap-0.5 px-1 text-xs no-underline -outline-offset-2',
                tab.id === current ? 'font-medium text-primary-text' : 'text-muted data-pressed:bg-hover',
              )}
            >
              <Badge count={tab.count ?? 0}>
                <Icon as={tab.icon} size={23} />
              </Badge>
              <span className="max-w-full truncate">{tab.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
