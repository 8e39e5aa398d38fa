import { useState } from 'react'
import LayoutDashboard from 'lucide-react/icons/layout-dashboard'
import { PeriodBar, useShownPeriod } from '#screens/indicators'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { later } from '#web/later'
import { hrefTo, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Dashboard } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import type { Asked } from '../asked.ts'
import { PartView } from '../parts/PartView.tsx'
import { askedOf } from './asked-of.ts'
import { DashboardDeeds } from './DashboardDeeds.tsx'
import { spans } from './spans.ts'

const Arranging = later(async () => (await import('./Arranging.tsx')).Arranging)
const ShareSheet = later(async () => (await import('./ShareSheet.tsx')).ShareSheet)

/** A dashboard with the figures of who opens it; its owner arranges and shares it. */
export default function DashboardScreen({ dashboardId }: { dashboardId: string }) {
  const t = useWords('reports')
  const local = useLocal()
  const shown = useShownPeriod()
  const [{ arrange }, setSearch] = useSearch({ arrange: false })
  const [isSharing, setSharing] = useState(false)
  const dashboard = useRead(routes.readDashboard, { dashboardId })
  const { data } = dashboard
  const isArranging = arrange && data?.isMine === true
  return (
    <Page
      title={local(data?.name) || t('menu.dashboard')}
      backHref={hrefTo(manifest, 'reports', {}, { tab: 'dashboards' })}
      description={data && (data.isMine ? undefined : t('dashboards.by', { name: data.ownerName }))}
      actions={
        data &&
        !isArranging && (
          <DashboardDeeds
            dashboard={data}
            day={shown.asked.day}
            onArrange={() => setSearch({ arrange: true })}
            onShare={() => setSharing(true)}
          />
        )
      }
    >
      <Await query={dashboard} shape="cards">
        {(found) =>
          isArranging ? (
            <Arranging dashboard={found} asked={shown.asked} onClose={() => setSearch({ arrange: false })} />
          ) : (
            <div className="flex flex-col gap-4">
              <PeriodBar shown={shown} />
              <Shown dashboard={found} asked={shown.asked} />
            </div>
          )
        }
      </Await>
      {isSharing && data && <ShareSheet dashboard={data} onClose={() => setSharing(false)} />}
    </Page>
  )
}

function Shown({ dashboard, asked }: { dashboard: Dashboard; asked: Asked }) {
  const t = useWords('reports')
  const local = useLocal()
  if (dashboard.parts.length === 0)
    return <Empty icon={LayoutDashboard} title={t('dashboards.empty')} description={t('dashboards.emptyHint')} />
  return (
    <>
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-4">
        {dashboard.parts.map((part) => (
          <div key={part.id} className={`min-w-0 ${spans[part.width] ?? ''}`}>
            <PartView part={part} asked={askedOf(part, dashboard, asked)} title={local(part.title)} />
          </div>
        ))}
      </div>
      <p className="text-sm text-muted">{t('dashboards.yours')}</p>
    </>
  )
}
