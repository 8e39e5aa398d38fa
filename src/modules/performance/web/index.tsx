import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'

export const web = bindWeb(manifest, {
  screens: {
    myReviews: lazy(() => import('./MyReviewsScreen.tsx')),
    teamReviews: lazy(() => import('./TeamReviewsScreen.tsx')),
    review: lazy(() => import('./ReviewScreen.tsx')),
    schemes: lazy(() => import('./SchemesScreen.tsx')),
    scheme: lazy(() => import('./SchemeScreen.tsx')),
    rounds: lazy(() => import('./RoundsScreen.tsx')),
    round: lazy(() => import('./RoundScreen.tsx')),
  },
})
