import { useQuery } from '@tanstack/react-query'
import type { Session } from '#contract/base'
import { baseRoutes } from './base-routes.ts'
import { queryClient } from './cache.ts'
import { send } from './send.ts'

export type { Session } from '#contract/base'

export const sessionKey = ['base', 'session']

/** Who I am, what I may do, what is switched on. Always there below the shell. */
export function useSession(): Session {
  const { data } = useQuery<Session>({ queryKey: sessionKey, queryFn: fetchSession, staleTime: 5 * 60_000 })
  if (!data) throw new Error('a page was drawn before the session was read')
  return data
}

/** `may('tasks.close')`: at all, for some rows or all. `may('people.export', 'all')`: for all rows. */
export function useMay(): (permission: string, reach?: 'all') => boolean {
  const session = useSession()
  return (permission, reach) => allows(session, permission, reach)
}

export function allows(session: Session, permission: string, reach?: 'all'): boolean {
  if (permission === 'public') return true
  if (permission === 'signed-in') return session.account !== null
  const granted = session.permissions[permission]
  return reach ? granted === reach : granted !== undefined
}

export function startSession(): Promise<Session> {
  return queryClient.fetchQuery<Session>({ queryKey: sessionKey, queryFn: fetchSession, staleTime: 0 })
}

/** After signing in or out: forgets everything read as somebody else. */
export async function changeSession(): Promise<Session> {
  const next = await fetchSession()
  queryClient.removeQueries({ predicate: (query) => query.queryKey[1] !== 'session' })
  queryClient.setQueryData(sessionKey, next)
  return next
}

/** After my rights or the switches changed. */
export function refreshSession(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: sessionKey })
}

function fetchSession(): Promise<Session> {
  return send(baseRoutes.readSession, {})
}
