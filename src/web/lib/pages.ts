import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Asked, Output, Route } from '#core/contract'
import { keyOf } from './cache.ts'
import type { RouteProblem } from './problem.ts'
import { send } from './send.ts'

export type Pages<T> = {
  /** Undefined until the first page came. */
  pages: readonly T[] | undefined
  problem: RouteProblem | null
  isReading: boolean
  hasMore: boolean
  /** Reads the next page; does nothing while one is on its way. */
  more(): void
  readAgain(): void
}

/** A long list read page by page: `next` makes of the last page, or of all so far, what the following is asked with; undefined at the end. */
export function usePages<R extends Route>(
  route: R,
  input: Asked<R>,
  next: (last: Output<R>, all: readonly Output<R>[]) => Partial<Asked<R>> | undefined,
): Pages<Output<R>> {
  const query = useInfiniteQuery({
    queryKey: [...keyOf(route, input), 'pages'],
    initialPageParam: {} as Partial<Asked<R>>,
    queryFn: ({ pageParam, signal }) => send(route, Object.assign({}, input, pageParam), { signal }),
    getNextPageParam: (last: Output<R>, all: readonly Output<R>[]) => next(last, all),
    placeholderData: keepPreviousData,
  })
  return {
    pages: query.data?.pages,
    problem: query.error,
    isReading: query.isFetching,
    hasMore: query.hasNextPage,
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
    readAgain: () => void query.refetch(),
  }
}
