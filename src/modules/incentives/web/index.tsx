import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'

export const web = bindWeb(manifest, {
  screens: {
    plans: lazy(() => import('./PlansScreen.tsx')),
    plan: lazy(() => import('./PlanScreen.tsx')),
    settlement: lazy(() => import('./SettlementScreen.tsx')),
    mine: lazy(() => import('./MineScreen.tsx')),
    earnings: lazy(() => import('./EarningsScreen.tsx')),
    counts: lazy(() => import('./CountsScreen.tsx')),
  },
})
