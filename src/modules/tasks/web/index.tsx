import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'

export const web = bindWeb(manifest, {
  screens: {
    myDay: lazy(() => import('./MyDayScreen.tsx')),
    tasks: lazy(() => import('./TasksScreen.tsx')),
    task: lazy(() => import('./TaskScreen.tsx')),
  },
  subjectParts: [{ key: 'tasks', permission: 'tasks.read', Part: lazy(() => import('./SubjectTasks.tsx')) }],
})
