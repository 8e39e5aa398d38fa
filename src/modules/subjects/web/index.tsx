import { lazy } from 'react'
import Boxes from 'lucide-react/icons/boxes'
import { bindWeb } from '#web/bind'
import { readNow } from '#web/query'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'

export { SubjectMark } from './SubjectMark.tsx'
export { SubjectPicker, type SubjectPickerProps } from './SubjectPicker.tsx'

export const web = bindWeb(manifest, {
  screens: {
    subjects: lazy(() => import('./SubjectsScreen.tsx')),
    subject: lazy(() => import('./SubjectScreen.tsx')),
  },
  search: {
    permission: 'subjects.read',
    async find(text) {
      const { rows } = await readNow(routes.listSubjects, { text, limit: 5 })
      return rows.map(({ id, name, key }) => ({ id, title: name, note: key, icon: Boxes, href: `/subjects/${id}` }))
    },
  },
})
