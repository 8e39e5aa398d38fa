import LogOut from 'lucide-react/icons/log-out'
import Smartphone from 'lucide-react/icons/smartphone'
import UserRound from 'lucide-react/icons/user-round'
import type { MenuGroup } from '#ui/Menu'
import { openFrame, signOut } from '#web/account'
import { useSession } from '#web/session'
import { useWords } from '#web/words'

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
