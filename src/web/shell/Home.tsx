import { Navigate } from '@tanstack/react-router'
import { useNav } from './nav.ts'
import { NotFound, SignInFirst } from './refusals.tsx'
import { useSession } from '#web/session'

/** The bare address leads to the first page one may open. */
export function Home() {
  const session = useSession()
  const { home } = useNav()
  if (!session.account) return <SignInFirst />
  return home ? <Navigate to={home} replace /> : <NotFound />
}
