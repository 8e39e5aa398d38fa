import { baseRoutes } from './base-routes.ts'
import { queryClient } from './cache.ts'
import { send } from './send.ts'
import { changeSession, refreshSession, sessionKey, type Session } from './session.ts'
import { switchLanguage } from './words.ts'

export async function signOut(): Promise<void> {
  await send(baseRoutes.signOut, {}).catch(() => {})
  await changeSession()
}

/** Changes the language here and keeps the choice with the account. */
export function chooseLanguage(next: string): void {
  void switchLanguage(next).then(() => {
    // Names of people, and titles of the demo's accounts, come in the reader's language.
    void queryClient.invalidateQueries()
    void refreshSession()
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
