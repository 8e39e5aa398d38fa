import type { KnownScreen } from '../lib/screens.ts'
import { allows, type Session } from '../lib/session.ts'

export type Access = 'open' | 'sign-in' | 'module-off' | 'not-permitted' | 'desk-only'

/** May this session open the screen here, and if not, why not? */
export function accessTo(screen: KnownScreen, session: Session, isPhone: boolean): Access {
  if (screen.permission !== 'public') {
    if (!session.account) return 'sign-in'
    if (!session.modules.includes(screen.module)) return 'module-off'
    if (!allows(session, screen.permission)) return 'not-permitted'
  }
  return isPhone && !screen.phone ? 'desk-only' : 'open'
}
