import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'

export const web = bindWeb(manifest, {
  screens: {
    sources: lazy(() => import('./SourcesScreen.tsx')),
    source: lazy(() => import('./SourceScreen.tsx')),
  },
})
