import { useState, type ReactNode } from 'react'
import { Link } from 'react-aria-components/Link'
import PanelLeft from 'lucide-react/icons/panel-left'
import { cx } from './cx.ts'
import { DeskMenu } from './DeskMenu.tsx'
import { DeskTopBar, type DeskTopBarProps } from './DeskTopBar.tsx'
import { IconButton } from './IconButton.tsx'
import { useKitWords } from './kit-words.tsx'
import { Mark } from './Mark.tsx'
import type { NavSection } from './nav.ts'
import { Sheet } from './Sheet.tsx'
import { SkipLink } from './SkipLink.tsx'
import { ToastHost } from './Toast.tsx'

export type DeskShellProps = DeskTopBarProps & {
  /** The company's name, beside the sign. */
  tenant: string
  homeHref?: string
  menu: readonly NavSection[]
  /** Current address; marks the menu entry. */
  path: string
  /** Fills the panel to its edges without padding or scroll of its own: boards, grids, diagrams. */
  isFlush?: boolean
  children: ReactNode
}

const stored = 'remit.menu'

/** The frame of every desk page: menu on the left, bar on top, one panel that scrolls. */
export function DeskShell({ tenant, homeHref = '/', menu, path, isFlush, children, ...bar }: DeskShellProps) {
  const words = useKitWords()
  const [isNarrow, setNarrow] = useState(readNarrow)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const toggle = () => {
    localStorage.setItem(stored, isNarrow ? 'wide' : 'narrow')
    setNarrow(!isNarrow)
  }
  return (
    <div className="flex h-screen overflow-hidden bg-nav print:block print:h-auto print:overflow-visible">
      <SkipLink />
      <nav
        aria-label={words('menu')}
        className={cx(
          'flex shrink-0 flex-col transition-[width] duration-200 max-md:hidden print:hidden',
          isNarrow ? 'w-[3.75rem]' : 'w-56',
        )}
      >
        <Link
          href={homeHref}
          className={cx(
            'flex h-14 shrink-0 items-center gap-2.5 text-text no-underline -outline-offset-4',
            isNarrow ? 'justify-center' : 'px-4',
          )}
        >
          <Mark size={26} />
          <span className={isNarrow ? 'sr-only' : 'min-w-0 truncate font-semibold tracking-tight'}>{tenant}</span>
        </Link>
        <div className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto pt-1">
          <DeskMenu sections={menu} path={path} isNarrow={isNarrow} />
        </div>
        <div className={cx('shrink-0 py-2', isNarrow ? 'self-center' : 'px-3')}>
          <IconButton
            icon={PanelLeft}
            label={words(isNarrow ? 'expandMenu' : 'collapseMenu')}
            aria-expanded={!isNarrow}
            onPress={toggle}
          />
        </div>
      </nav>
      <Sheet side="left" size="xs" title={tenant} isFlush isOpen={isMenuOpen} onOpenChange={setMenuOpen}>
        <nav aria-label={words('menu')} className="min-h-full bg-nav pt-3">
          <DeskMenu sections={menu} path={path} onChoose={() => setMenuOpen(false)} />
        </nav>
      </Sheet>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="pt-1 print:hidden">
          <DeskTopBar {...bar} onMenu={() => setMenuOpen(true)} />
        </div>
        <main
          id="main"
          tabIndex={-1}
          className={cx(
            'relative min-h-0 flex-1 border-t border-line bg-canvas outline-none md:rounded-tl-xl md:border-l print:overflow-visible print:border-0',
            isFlush ? 'overflow-hidden' : 'overflow-auto p-page',
          )}
        >
          {children}
        </main>
      </div>
      <ToastHost />
    </div>
  )
}

function readNarrow(): boolean {
  const choice = localStorage.getItem(stored)
  return choice ? choice === 'narrow' : window.innerWidth < 1100
}
