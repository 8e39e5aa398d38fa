import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'

export const web = bindWeb(manifest, {
  screens: {
    inbox: lazy(() => import('./inbox/InboxScreen.tsx')),
    start: lazy(() => import('./start/StartScreen.tsx')),
    startForm: lazy(() => import('./start/StartFormScreen.tsx')),
    request: lazy(() => import('./request/RequestScreen.tsx')),
    requests: lazy(() => import('./desk/RequestsScreen.tsx')),
    delegations: lazy(() => import('./desk/DelegationsScreen.tsx')),
    handOver: lazy(() => import('./desk/HandOverScreen.tsx')),
    attempts: lazy(() => import('./desk/AttemptsScreen.tsx')),
    flows: lazy(() => import('./designer/FlowsScreen.tsx')),
    rules: lazy(() => import('./rules/RulesScreen.tsx')),
    flow: lazy(() => import('./designer/FlowScreen.tsx')),
  },
})
