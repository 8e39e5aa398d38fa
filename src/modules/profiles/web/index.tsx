import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'

export const web = bindWeb(manifest, {
  screens: {
    system: lazy(() => import('./SystemScreen.tsx')),
    profile: lazy(() => import('./ProfileScreen.tsx')),
    description: lazy(() => import('./DescriptionScreen.tsx')),
  },
  positionParts: [
    {
      key: 'description',
      permission: 'profiles.read',
      Part: lazy(async () => ({ default: (await import('./ChartPart.tsx')).ChartPart })),
    },
  ],
})
