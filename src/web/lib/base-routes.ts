import type { Route } from '#core/contract'
import type { routes } from '#contract/base'

type Base = typeof routes
type Place = Pick<Route, 'method' | 'path' | 'permission' | 'kind'>

/**
 * The few routes of `base` that the frame itself calls, stated again and not imported: the contract would bring all
 * its schemas into the first load. `base-routes.test.ts` holds them against the contract.
 */
export const baseRoutes = {
  readSession: stated<'readSession'>({ method: 'GET', path: '/session', permission: 'public' }),
  signOut: stated<'signOut'>({ method: 'DELETE', path: '/session', permission: 'public' }),
  setLanguage: stated<'setLanguage'>({ method: 'POST', path: '/session/language', permission: 'signed-in' }),
  readConfirmation: stated<'readConfirmation'>({
    method: 'GET',
    path: '/session/confirmation',
    permission: 'signed-in',
  }),
  confirm: stated<'confirm'>({ method: 'POST', path: '/session/confirmation', permission: 'signed-in' }),
  listNotifications: stated<'listNotifications'>({ method: 'GET', path: '/notifications', permission: 'signed-in' }),
  uploadFile: stated<'uploadFile'>({ method: 'POST', path: '/files', permission: 'signed-in', kind: 'upload' }),
  markRead: stated<'markRead'>({ method: 'POST', path: '/notifications/read', permission: 'signed-in' }),
}

function stated<Name extends keyof Base>(place: Place): Base[Name] {
  return place as unknown as Base[Name]
}
