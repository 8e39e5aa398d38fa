import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import Bell from 'lucide-react/icons/bell'
import ChevronDown from 'lucide-react/icons/chevron-down'
import Languages from 'lucide-react/icons/languages'
import MenuIcon from 'lucide-react/icons/menu'
import Monitor from 'lucide-react/icons/monitor'
import Moon from 'lucide-react/icons/moon'
import Search from 'lucide-react/icons/search'
import Sun from 'lucide-react/icons/sun'
import { Avatar } from './Avatar.tsx'
import { Badge } from './Badge.tsx'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { useKitWords } from './kit-words.tsx'
import { Menu, type MenuGroup } from './Menu.tsx'
import { useTheme, type Theme } from './theme.tsx'

export type ShellUser = { name: string; note?: string; picture?: string }
export type ShellLanguage = { id: string; title: string }

export type DeskTopBarProps = {
  /** Opens the command palette; `label` is what can be found ("Search people, positions, duties"). */
  search?: { label: string; onOpen: () => void }
  languages: readonly ShellLanguage[]
  language: string
  onLanguage: (id: string) => void
  notifications?: { count: number; onOpen: () => void }
  user: ShellUser
  userMenu: readonly MenuGroup[]
  /** Left in the bar: chip of the effective day, offline note. */
  barStart?: ReactNode
  /** Before the bell: help and the like. */
  barEnd?: ReactNode
}

export function DeskTopBar(props: DeskTopBarProps & { onMenu: () => void }) {
  const { search, languages, language, onLanguage, notifications, user, userMenu, barStart, barEnd, onMenu } = props
  const words = useKitWords()
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 pr-3 pl-1 max-md:pl-3">
      <span className="md:hidden">
        <IconButton icon={MenuIcon} label={words('openMenu')} onPress={onMenu} />
      </span>
      {search && <SearchButton {...search} />}
      <div className="flex min-w-0 flex-1 items-center gap-2 px-2">
        <div className="flex min-w-0 items-center gap-2 max-md:hidden">{barStart}</div>
      </div>
      {barEnd}
      <Menu
        label={words('language')}
        placement="bottom end"
        groups={[
          {
            items: languages.map((each) => ({
              id: each.id,
              title: each.title,
              isChosen: each.id === language,
              onAction: () => onLanguage(each.id),
            })),
          },
        ]}
      >
        <IconButton icon={Languages} label={words('language')} />
      </Menu>
      <ThemeButton />
      {notifications && (
        <Badge count={notifications.count} isInset>
          <IconButton
            icon={Bell}
            label={`${words('notifications')} ${notifications.count || ''}`.trim()}
            onPress={notifications.onOpen}
          />
        </Badge>
      )}
      <UserButton user={user} userMenu={userMenu} />
    </header>
  )
}

function SearchButton({ label, onOpen }: { label: string; onOpen: () => void }) {
  const keys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'
  return (
    <Button
      onPress={onOpen}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex h-8 w-72 min-w-8 items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-left text-sm text-faint transition-colors data-hovered:border-line-strong data-hovered:text-muted"
    >
      <Icon as={Search} size={15} />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      <kbd
        aria-hidden="true"
        className="rounded-xs border border-line bg-sunken px-1 font-sans text-2xs text-faint max-md:hidden"
      >
        {keys}
      </kbd>
    </Button>
  )
}

const themes = { system: Monitor, light: Sun, dark: Moon }

function ThemeButton() {
  const words = useKitWords()
  const [theme, setTheme] = useTheme()
  const titles: [Theme, string][] = [
    ['system', words('themeSystem')],
    ['light', words('themeLight')],
    ['dark', words('themeDark')],
  ]
  const items = titles.map(([id, title]) => ({
    id,
    title,
    icon: themes[id],
    isChosen: id === theme,
    onAction: () => setTheme(id),
  }))
  return (
    <Menu label={words('theme')} placement="bottom end" groups={[{ items }]}>
      <IconButton icon={themes[theme]} label={words('theme')} />
    </Menu>
  )
}

function UserButton({ user, userMenu }: { user: ShellUser; userMenu: readonly MenuGroup[] }) {
  const words = useKitWords()
  return (
    <Menu label={words('account')} placement="bottom end" groups={userMenu}>
      <Button
        aria-label={`${words('account')}: ${user.name}`}
        className="ml-1.5 flex h-9 items-center gap-2 rounded-md px-1.5 transition-colors data-hovered:bg-pressed"
      >
        <Avatar name={user.name} src={user.picture} size="sm" />
        <span className="max-w-32 truncate text-sm font-medium max-md:hidden">{user.name}</span>
        <Icon as={ChevronDown} size={14} className="text-faint max-md:hidden" />
      </Button>
    </Menu>
  )
}
