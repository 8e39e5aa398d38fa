import { useMemo } from 'react'
import { useAddress } from '../lib/address.ts'
import { allScreens } from '../lib/screens.ts'
import { Home } from './Home.tsx'
import { matchScreen } from './match.ts'
import { NotFound } from './refusals.tsx'
import { ScreenPlace } from './ScreenPlace.tsx'

/** The screen of the manifests that stands at this address; whether it may be opened is asked when it is drawn. */
export function Screens() {
  const { path } = useAddress()
  const match = useMemo(() => matchScreen(allScreens(), path), [path])
  if (path === '/') return <Home screen={match?.screen} />
  return match ? <ScreenPlace screen={match.screen} params={match.params} /> : <NotFound />
}
