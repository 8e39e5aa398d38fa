import { useQueries } from '@tanstack/react-query'
import { send } from '../lib/send.ts'
import type { KnownScreen } from '../lib/screens.ts'
import type { NavItem } from '../ui/nav.ts'

/** How many things wait on each screen, by `module.screen`; kept fresh by the live stream of its module. */
export function useWaiting(screens: readonly KnownScreen[]): ReadonlyMap<string, number> {
  return useQueries({
    queries: screens.map(({ module, permission, waiting }) => ({
      // As the screen itself asks, so that both use one answer.
      queryKey: [module, `GET ${waiting?.path ?? ''}`, {}],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        send({ method: 'GET', path: waiting?.path ?? '', permission } as Parameters<typeof send>[0], {}, { signal }),
    })),
    combine: (answers) =>
      new Map(
        screens.map((screen, index) => [
          `${screen.module}.${screen.name}`,
          sumOf(answers[index]?.data, screen.waiting?.figures ?? []),
        ]),
      ),
  })
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
