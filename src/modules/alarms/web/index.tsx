import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'
import { alarmFact } from './alarm-fact.ts'

export const web = bindWeb(manifest, {
  screens: { alarms: lazy(() => import('./AlarmsScreen.tsx')) },
  chartFacts: [alarmFact],
})
