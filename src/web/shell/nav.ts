import { usePhone } from '#web/page'
import { useSession } from '#web/session'
import { hasWord, sayIn, useWords } from '#web/words'
import { allScreens, type KnownScreen } from '../lib/screens.ts'
import { homeOf, menuOf, tabsOf } from './menu.ts'
import { accessTo } from './screen-access.ts'
import { useWaiting, withCounts } from './waiting.ts'

/** Menu, tabs and home of this session, in the language on the screen. */
export function useNav() {
  const session = useSession()
  const isPhone = usePhone()
  const t = useWords('web')
  const screens = allScreens()
  const mayOpen = (screen: KnownScreen) => accessTo(screen, session, isPhone) === 'open'
  const title = (screen: KnownScreen) => sayIn(screen.module)(`menu.${screen.name}`)
  const waiting = useWaiting(screens.filter((screen) => screen.waiting && mayOpen(screen)))
  const menu = menuOf(screens, mayOpen, title, (section) => t(`section.${section}`)).map((section) => ({
    ...section,
    items: withCounts(section.items, waiting),
  }))
  // Under the thumb there is room for a short word.
  const short = (screen: KnownScreen) =>
    hasWord(screen.module, `tab.${screen.name}`) ? sayIn(screen.module)(`tab.${screen.name}`) : title(screen)
  const tabs = withCounts(tabsOf(screens, mayOpen, short), waiting)
  const home = homeOf(screens, isPhone && tabs.length > 0 ? tabs : menu.flatMap((section) => section.items), mayOpen)
  return { menu, tabs, home, mayOpen, title }
}
