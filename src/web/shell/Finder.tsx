import { useMemo } from 'react'
import FileText from 'lucide-react/icons/file-text'
import { CommandPalette, type PaletteSource } from '#ui/CommandPalette'
import { useBoundModules } from '#web/contributions'
import { useMay, useSession } from '#web/session'
import { sayIn, useWords } from '#web/words'
import { allScreens, type KnownScreen } from '../lib/screens.ts'
import { useNav } from './nav.ts'

export type FinderProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onNavigate: (href: string) => void
}

const mostPages = 8

/** Finds pages by name, and whatever the modules that are on can find. */
export default function Finder(props: FinderProps) {
  const t = useWords('web')
  const may = useMay()
  const { mayOpen, title } = useNav()
  const { modules } = useSession()
  const bound = useBoundModules()
  const key = `${modules.join()} ${bound.length}`
  const sources = useMemo<PaletteSource[]>(() => {
    const pages: PaletteSource = {
      id: 'pages',
      title: t('pages'),
      search: (query) => pagesFor(query, mayOpen, title),
    }
    const found = bound.flatMap(({ name, search }) => {
      if (!search || !may(search.permission)) return []
      const find: PaletteSource['search'] = async (query, signal) =>
        query ? [...(await search.find(query, signal))] : []
      return [{ id: name, title: sayIn(name)('title'), search: find }]
    })
    return [pages, ...found]
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/memo-dependencies -- the palette asks all sources again for a new array
  }, [key, t])
  return <CommandPalette sources={sources} {...props} />
}

function pagesFor(query: string, mayOpen: (screen: KnownScreen) => boolean, title: (screen: KnownScreen) => string) {
  const wanted = query.toLowerCase()
  return allScreens()
    .filter((screen) => !screen.path.includes('$') && screen.permission !== 'public' && mayOpen(screen))
    .map((screen) => ({ screen, name: title(screen) }))
    .filter(({ screen, name }) => name.toLowerCase().includes(wanted) || screen.path.includes(wanted))
    .slice(0, mostPages)
    .map(({ screen, name }) => ({
      id: `${screen.module}.${screen.name}`,
      title: name,
      note: sayIn(screen.module)('title'),
      href: screen.path,
      icon: screen.menu?.icon ?? FileText,
    }))
}
