import { menuSections, type MenuSection } from '#core/manifest'
import type { NavItem, NavSection } from '../ui/nav.ts'
import type { KnownScreen } from '../lib/screens.ts'

type Title = (screen: KnownScreen) => string

/** The left menu: screens that may be opened, by section and order; sections without any are left out. */
export function menuOf(
  screens: readonly KnownScreen[],
  mayOpen: (screen: KnownScreen) => boolean,
  title: Title,
  sectionTitle: (section: MenuSection) => string,
): NavSection[] {
  return menuSections.flatMap((section) => {
    const entries = screens
      .filter((screen) => screen.menu?.section === section && mayOpen(screen))
      .toSorted((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0))
    if (entries.length === 0) return []
    return [
      { title: sectionTitle(section), items: entries.flatMap((screen) => itemOf(screen, screen.menu?.icon, title)) },
    ]
  })
}

/** As many fit under the thumb. */
export const mostTabs = 5

/** The bottom tabs of the phone; when there are too many, the last stays the last, for it leads to all others. */
export function tabsOf(
  screens: readonly KnownScreen[],
  mayOpen: (screen: KnownScreen) => boolean,
  title: Title,
): NavItem[] {
  return screens
    .flatMap((screen) => (typeof screen.phone === 'object' && mayOpen(screen) ? [{ screen, phone: screen.phone }] : []))
    .toSorted((a, b) => a.phone.tab - b.phone.tab)
    .filter((_tab, index, all) => index < mostTabs - 1 || index === all.length - 1)
    .flatMap(({ screen, phone }) => itemOf(screen, phone.icon, title))
}

/** Where one arrives: the page at `/`, else the first tab or menu entry one may open. */
export function homeOf(
  screens: readonly KnownScreen[],
  nav: readonly NavItem[],
  mayOpen: (screen: KnownScreen) => boolean,
): string | undefined {
  return screens.find((screen) => screen.path === '/' && mayOpen(screen))?.path ?? nav[0]?.href
}

function itemOf(screen: KnownScreen, icon: NavItem['icon'] | undefined, title: Title): NavItem[] {
  return icon ? [{ id: `${screen.module}.${screen.name}`, title: title(screen), href: screen.path, icon }] : []
}
