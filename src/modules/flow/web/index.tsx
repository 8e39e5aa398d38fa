import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'

export const web = bindWeb(manifest, {
  screens: {
    inbox: lazy(() => import('./inbox/InboxScreen.tsx')),
    start: lazy(() => import('./start/StartScreen.tsx')),
    startForm: lazy(() => import('./start/StartFormScreen.tsx')),
    request: lazy(() => import('./request/RequestScreen.tsx')),
    flows: lazy(() => import('./designer/FlowsScreen.tsx')),
    flow: lazy(() => import('./designer/FlowScreen.tsx')),
  },
})
