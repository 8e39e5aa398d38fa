import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'

export const web = bindWeb(manifest, {
  screens: {
    reports: lazy(() => import('./ReportsScreen.tsx')),
    personReport: lazy(() => import('./PersonReportScreen.tsx')),
    dashboard: lazy(() => import('./dashboard/DashboardScreen.tsx')),
  },
})
