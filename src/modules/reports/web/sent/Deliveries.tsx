import Inbox from 'lucide-react/icons/inbox'
import { routes as baseRoutes } from '#contract/base'
import { Empty } from '#ui/Empty'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { Link } from '#web/links'
import { addressOf, useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'

/** Reports made for me, each with the file I may open. */
export function Deliveries() {
  const t = useWords('reports')
  const local = useLocal()
  const format = useFormat()
  const deliveries = useRead(routes.listDeliveries, { limit: 50 })
  return (
    <Await query={deliveries} shape="lines">
      {(found) =>
        found.deliveries.length === 0 ? (
          <Empty icon={Inbox} title={t('sent.nothing')} isSmall />
        ) : (
          <ul className="divide-y divide-line">
            {found.deliveries.map((one) => {
              const name = local(one.dashboardName) || t(`parts.${one.part?.kind ?? 'unit'}`)
              return (
                <li
                  key={one.id}
                  className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2"
                >
                  <span>
                    {one.fileId ? (
                      <Link
                        href={addressOf(baseRoutes.downloadFile, { fileId: one.fileId })}
                        download={one.fileName ?? true}
                      >
                        {name}
                      </Link>
                    ) : (
                      name
                    )}
                    <span className="ml-2 text-sm text-muted">{t('dashboards.by', { name: one.from })}</span>
                  </span>
                  <span className="flex flex-wrap items-center gap-3 text-sm text-muted">
                    {one.failure && <Tag tone="amber">{t(`sent.failures.${one.failure}`)}</Tag>}
                    {one.mailedAt && <Tag tone="gray">{t('sent.mailed')}</Tag>}
                    <time dateTime={one.dueAt}>{format.dateTime(one.dueAt)}</time>
                  </span>
                </li>
              )
            })}
          </ul>
        )
      }
    </Await>
  )
}
