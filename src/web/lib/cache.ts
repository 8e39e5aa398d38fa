import { MutationCache, QueryCache, QueryClient, type QueryKey } from '@tanstack/react-query'
import type { Asked, Route } from '#core/contract'
import { isPassing, isRouteProblem, type RouteProblem } from './problem.ts'

declare module '@tanstack/react-query' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- declaration merging
  interface Register {
    defaultError: RouteProblem
  }
}

const signedOutListeners = new Set<() => void>()

/** Everything read from the server, with one policy: changes are told by the live stream, so little is asked twice. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: tellSignedOut }),
  mutationCache: new MutationCache({ onError: tellSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      gcTime: 10 * 60_000,
      retry: (failures, problem) => failures < 2 && isRouteProblem(problem) && isPassing(problem),
      retryDelay: (attempt) => 500 * 2 ** attempt,
      networkMode: 'always',
    },
    mutations: {
      retry: (failures, problem) => failures < 1 && isRouteProblem(problem) && isPassing(problem),
      retryDelay: 800,
      networkMode: 'always',
    },
  },
})

/** First the module, so that a change of the module finds all that was read of it. */
export function keyOf<R extends Route>(route: R, input: Asked<R>): QueryKey {
  return [moduleOf(route), `${route.method} ${route.path}`, input]
}

/** Reads again what the module and those built upon it have on the screen. */
export function moduleChanged(module: string): Promise<void> {
  const touched = new Set([module, ...(builtUpon.get(module) ?? [])])
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => touched.has(String(queryKey[0])) })
}

/** Told by the app once: which modules show rows of which, and which paths without a module's permission are whose. */
export function knowModules(parts: { builtUpon: Map<string, readonly string[]>; ownerOf: Map<string, string> }): void {
  builtUpon = parts.builtUpon
  ownerOf = parts.ownerOf
}

/** Runs when the server no longer knows this browser's session. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

export function moduleOf(route: Route): string {
  const dot = route.permission.indexOf('.')
  if (dot > 0) return route.permission.slice(0, dot)
  return ownerOf.get(route.path.split('/')[1] ?? '') ?? 'base'
}

let builtUpon: Map<string, readonly string[]> = new Map()
let ownerOf: Map<string, string> = new Map()

function tellSignedOut(problem: RouteProblem): void {
  if (isRouteProblem(problem) && problem.code === 'base.not-signed-in') for (const tell of signedOutListeners) tell()
}
