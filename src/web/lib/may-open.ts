import { accessTo } from '../shell/screen-access.ts'
import { matchScreen } from '../shell/match.ts'
import { usePhone } from './Page.tsx'
import { allScreens } from './screens.ts'
import { useSession } from './session.ts'

/** Whether the reader may open the page at a path told by the server; its module may be off, or the page not theirs. */
export function useMayOpen(): (path: string) => boolean {
  const session = useSession()
  const isPhone = usePhone()
  return (path) => {
    const screen = matchScreen(allScreens(), path.split(/[?#]/)[0] ?? '')?.screen
    return screen !== undefined && accessTo(screen, session, isPhone) === 'open'
  }
}
