import { useSession } from '#web/session'
import type { KnownScreen } from '../lib/screens.ts'
import { useNav } from './nav.ts'
import { Redirect } from './Redirect.tsx'
import { NotFound, SignInFirst } from './refusals.tsx'
import { ScreenPlace } from './ScreenPlace.tsx'

/** The bare address: the page that stands there, else the first one may open. */
export function Home({ screen }: { screen: KnownScreen | undefined }) {
  const session = useSession()
  const { home, mayOpen } = useNav()
  if (!session.account) return <SignInFirst />
  if (screen && mayOpen(screen)) return <ScreenPlace screen={screen} params={{}} />
  return home ? <Redirect to={home} /> : <NotFound />
}
