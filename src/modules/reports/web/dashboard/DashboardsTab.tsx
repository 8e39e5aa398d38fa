import { useState } from 'react'
import LayoutDashboard from 'lucide-react/icons/layout-dashboard'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { hrefTo, Link } from '#web/links'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type DashboardHead } from '../../contract.ts'
import { manifest } from '../../manifest.ts'

const NewDashboard = later(async () => (await import('./NewDashboard.tsx')).NewDashboard)

/** My dashboards, and those shared with a role of mine. */
export function DashboardsTab() {
  const t = useWords('reports')
  const may = useMay()
  const [isNew, setNew] = useState(false)
  const dashboards = useRead(routes.listDashboards, {})
  const add = may('reports.compose') && (
    <Button variant="primary" icon={Plus} onPress={() => setNew(true)}>
      {t('dashboards.new')}
    </Button>
  )
  return (
    <>
      <Await query={dashboards} shape="cards">
        {({ dashboards: all }) =>
          all.length === 0 ? (
            <Empty
              icon={LayoutDashboard}
              title={t('dashboards.none')}
              description={t('dashboards.noneHint')}
              action={add}
            />
          ) : (
            <div className="flex flex-col gap-4">
              <div>{add}</div>
              <List title={t('dashboards.mine')} heads={all.filter((one) => one.isMine)} />
              <List title={t('dashboards.shared')} heads={all.filter((one) => !one.isMine)} />
            </div>
          )
        }
      </Await>
      {isNew && <NewDashboard onClose={() => setNew(false)} />}
    </>
  )
}

function List({ title, heads }: { title: string; heads: readonly DashboardHead[] }) {
  const t = useWords('reports')
  const local = useLocal()
  const format = useFormat()
  if (heads.length === 0) return null
  return (
    <Card title={title} isFlush>
      <ul className="divide-y divide-line">
        {heads.map((head) => (
          <li key={head.id} className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2">
            <Link href={hrefTo(manifest, 'dashboard', { dashboardId: head.id })}>{local(head.name)}</Link>
            <span className="flex flex-wrap items-center gap-3 text-sm text-muted">
              {head.isMine && head.isShared && <Tag tone="blue">{t('dashboards.isShared')}</Tag>}
              {!head.isMine && t('dashboards.by', { name: head.ownerName })}
              <span>{t('dashboards.parts', { count: head.parts })}</span>
              <span>{format.ago(head.changedAt)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
