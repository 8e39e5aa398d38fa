import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'
import { fulfilmentFact } from './chart/fulfilment-fact.ts'

export { LightStatus } from './LightStatus.tsx'

export const web = bindWeb(manifest, {
  screens: {
    board: lazy(() => import('./BoardScreen.tsx')),
    myFigures: lazy(() => import('./MyFiguresScreen.tsx')),
    personFigures: lazy(() => import('./PersonFiguresScreen.tsx')),
    figure: lazy(() => import('./FigureScreen.tsx')),
    facts: lazy(() => import('./FactsScreen.tsx')),
  },
  chartFacts: [fulfilmentFact],
})
