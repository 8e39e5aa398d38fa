import { lazy } from 'react'
import ListChecks from 'lucide-react/icons/list-checks'
import { bindWeb } from '#web/bind'
import { later } from '#web/later'
import { hrefTo } from '#web/links'
import { readNow } from '#web/query'
import { language } from '#web/language'
import { pick } from '#core/local-text'
import { alarmFact } from './chart/alarm-fact.ts'
import { manifest } from '../manifest.ts'

export { ResponsibilityMark } from './ResponsibilityMark.tsx'
/** Apart with the contract it looks names up by: the first page of the phone shows only marks. */
export const ResponsibilityName = later(async () => (await import('./ResponsibilityName.tsx')).ResponsibilityName)

export const web = bindWeb(manifest, {
  screens: {
    mine: lazy(() => import('./MineScreen.tsx')),
    responsibilities: lazy(() => import('./ListScreen.tsx')),
    roles: lazy(() => import('./RolesScreen.tsx')),
    answer: lazy(() => import('./AnswerScreen.tsx')),
    create: lazy(() => import('./CreateScreen.tsx')),
    responsibility: lazy(() => import('./ResponsibilityScreen.tsx')),
    edit: lazy(() => import('./EditScreen.tsx')),
    position: lazy(() => import('./PositionScreen.tsx')),
    library: lazy(() => import('./LibraryScreen.tsx')),
    profile: lazy(() => import('./ProfileScreen.tsx')),
  },
  chartFacts: [alarmFact],
  positionParts: [
    { key: 'duties', permission: 'responsibilities.read', Part: lazy(() => import('./chart/PositionDuties.tsx')) },
    { key: 'partners', permission: 'responsibilities.read', Part: lazy(() => import('./chart/PositionPartners.tsx')) },
  ],
  search: {
    permission: 'responsibilities.read',
    async find(text) {
      // apart: the contract is large, and first pages load this file
      const { routes } = await import('../contract.ts')
      const { items } = await readNow(routes.listResponsibilities, { text, limit: 5 })
      return items.map((item) => ({
        id: item.id,
        title: pick(item.name, language()),
        note: pick(item.unitName, language()),
        icon: ListChecks,
        href: hrefTo(manifest, 'responsibility', { responsibilityId: item.id }),
      }))
    },
  },
})
