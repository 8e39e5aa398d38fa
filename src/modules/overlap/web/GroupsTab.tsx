import Blend from 'lucide-react/icons/blend'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'

/** The same work in three and more units. */
export function GroupsTab() {
  const t = useWords('overlap')
  const local = useLocal()
  const groups = useRead(routes.readGroups, {})
  return (
    <Await query={groups} shape="cards">
      {({ items, total }) =>
        items.length === 0 ? (
          <Empty icon={Blend} title={t('groups.none')} description={t('groups.noneHint')} />
        ) : (
          <div className="flex flex-col gap-3">
            <p className="text-sm text-muted">{t('groups.count', { count: total })}</p>
            <div className="grid gap-3 lg:grid-cols-2">
              {items.map(({ statements }) => (
                <Card
                  key={statements[0]?.statementId}
                  title={local(statements[0]?.text)}
                  description={t('groups.units', { count: new Set(statements.map((one) => one.unit.id)).size })}
                >
                  <ul className="flex flex-col divide-y divide-line">
                    {statements.map((one) => (
                      <li key={one.statementId} className="flex flex-col gap-0.5 py-2">
                        <span className="text-sm">
                          <strong className="font-semibold">{local(one.unit.name)}</strong>
                          <span className="text-muted"> · {local(one.responsibility.name)}</span>
                        </span>
                        <span>{local(one.text)}</span>
                      </li>
                    ))}
                  </ul>
                </Card>
              ))}
            </div>
          </div>
        )
      }
    </Await>
  )
}
