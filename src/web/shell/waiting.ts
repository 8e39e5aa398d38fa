import { useQuery } from '@tanstack/react-query'
import { send } from '../lib/send.ts'
import type { KnownScreen } from '../lib/screens.ts'
import type { NavItem } from '../ui/nav.ts'

/**
 * How many things wait on the screen that states it, by `module.screen`; kept fresh by the live stream of its module.
 * One query, for one inbox: observing several weighs 2 KiB on the phone.
 */
export function useWaiting(screens: readonly KnownScreen[]): ReadonlyMap<string, number> {
  const [screen] = screens
  const path = screen?.waiting?.path ?? ''
  const { data } = useQuery({
    // As the screen itself asks, so that both use one answer.
    queryKey: [screen?.module ?? 'base', `GET ${path}`, {}],
    queryFn: ({ signal }) =>
      send({ method: 'GET', path, permission: screen?.permission ?? '' } as Parameters<typeof send>[0], {}, { signal }),
    enabled: screen !== undefined,
  })
  return new Map(screen ? [[`${screen.module}.${screen.name}`, sumOf(data, screen.waiting?.figures ?? [])]] : [])
}

export function withCounts(items: readonly NavItem[], waiting: ReadonlyMap<string, number>): NavItem[] {
  return items.map((item) => {
    const count = waiting.get(item.id)
    return count ? { ...item, count } : item
  })
}

/** The sum of the figures named; what is no number counts for nothing. */
function sumOf(answer: unknown, figures: readonly string[]): number {
  if (typeof answer !== 'object' || answer === null) return 0
  const known = new Map(Object.entries(answer))
  return figures.reduce((sum, figure) => {
    const value: unknown = known.get(figure)
    return sum + (typeof value === 'number' && Number.isFinite(value) ? value : 0)
  }, 0)
}
