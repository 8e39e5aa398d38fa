import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'

export const web = bindWeb(manifest, { screens: { goals: lazy(() => import('./GoalsScreen.tsx')) } })
