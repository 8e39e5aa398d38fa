import type { IconShape } from './Icon.tsx'

export type NavItem = {
  id: string
  title: string
  href: string
  icon: IconShape
  /** Things waiting there. */
  count?: number
}
export type NavSection = { title?: string; items: readonly NavItem[] }

/** The entry whose address is the longest beginning of the current one. */
export function currentItem(items: readonly NavItem[], path: string): string | undefined {
  const fits = items.filter(
    (item) => path === item.href || path.startsWith(item.href.endsWith('/') ? item.href : `${item.href}/`),
  )
  return fits.reduce<NavItem | undefined>(
    (best, item) => (best && best.href.length >= item.href.length ? best : item),
    undefined,
  )?.id
}
