import LogOut from 'lucide-react/icons/log-out'
import Smartphone from 'lucide-react/icons/smartphone'
import UserRound from 'lucide-react/icons/user-round'
import type { MenuGroup } from '#ui/Menu'
import { useSession } from '#web/session'
import { switchLanguage, useWords } from '#web/words'
import { baseRoutes } from '../lib/base-routes.ts'
import { queryClient } from '../lib/cache.ts'
import { send } from '../lib/send.ts'
import { changeSession, sessionKey } from '../lib/session.ts'
import type { Session } from '../lib/session.ts'

/** What stands behind one's own name. */
export function useUserMenu(): MenuGroup[] {
  const t = useWords('web')
  const { account } = useSession()
  return [
    {
      items: [
        { id: 'me', title: t('user.me'), note: account?.login ?? '', icon: UserRound, href: '/me' },
        { id: 'phone', title: t('user.phone'), icon: Smartphone, onAction: () => openFrame('phone') },
      ],
    },
    { items: [{ id: 'out', title: t('user.signOut'), icon: LogOut, onAction: () => void signOut() }] },
  ]
}

export async function signOut(): Promise<void> {
  await send(baseRoutes.signOut, {}).catch(() => {})
  await changeSession()
}

/** Changes the language here and keeps the choice with the account. */
export function chooseLanguage(next: string): void {
  void switchLanguage(next).then(() => {
    const session = queryClient.getQueryData<Session>(sessionKey)
    if (session?.account && (next === 'zh-CN' || next === 'en'))
      return send(baseRoutes.setLanguage, { language: next }).catch(() => {})
    return undefined
  })
}

const frameStored = 'remit.frame'

/** Goes over to the page for the phone or the desk, and stays there: `boot.js` reads the choice. */
export function openFrame(frame: 'desk' | 'phone'): void {
  try {
    localStorage.setItem(frameStored, frame)
  } catch {
    // Private windows may refuse storage; the choice then lasts until the page is left.
  }
  const path = location.pathname.replace(/^\/m(?=\/|$)/, '') || '/'
  location.assign(frame === 'phone' ? `/m${path === '/' ? '' : path}` : path)
}
