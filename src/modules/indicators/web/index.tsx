import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { later } from '#web/later'
import { manifest } from '../manifest.ts'
import { fulfilmentFact } from './chart/fulfilment-fact.ts'

export { LightStatus } from './LightStatus.tsx'
export { PeriodBar } from './PeriodBar.tsx'
export { periodText } from './periods.ts'
export { useFigureText } from './use-figure-text.ts'
export { useShownPeriod, type ShownPeriod } from './use-period.ts'

/** Fetched apart: the board's own page has it too, and the door must not wait for either. */
export const BoardList = later(async () => (await import('./BoardList.tsx')).BoardList)

export const web = bindWeb(manifest, {
  screens: {
    board: lazy(() => import('./BoardScreen.tsx')),
    myFigures: lazy(() => import('./MyFiguresScreen.tsx')),
    personFigures: lazy(() => import('./PersonFiguresScreen.tsx')),
    figure: lazy(() => import('./FigureScreen.tsx')),
    closing: lazy(() => import('./ClosingScreen.tsx')),
    facts: lazy(() => import('./FactsScreen.tsx')),
  },
  chartFacts: [fulfilmentFact],
  measurePreview: { permission: 'indicators.read', Part: lazy(() => import('./MeasurePreview.tsx')) },
})
