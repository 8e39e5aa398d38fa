import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { IconButton } from '#ui/IconButton'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { later } from '#web/later'
import { hrefTo } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Hold } from '../../contract.ts'
import { manifest } from '../../manifest.ts'

const HoldSheet = later(async () => (await import('./HoldSheets.tsx')).HoldSheet)
const ReleaseSheet = later(async () => (await import('./HoldSheets.tsx')).ReleaseSheet)

/** Whose pay is kept back, and why. */
export default function HoldsScreen() {
  const t = useWords('payroll')
  const may = useMay()
  const isPhone = usePhone()
  const [isAdding, setAdding] = useState(false)
  const [releasing, setReleasing] = useState<Hold | null>(null)
  const query = useRead(routes.listHolds, { show: 'all', limit: 200 })
  const add = isPhone ? (
    <IconButton icon={Plus} label={t('runs.holdAdd')} onPress={() => setAdding(true)} />
  ) : (
    <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>
      {t('runs.holdAdd')}
    </Button>
  )
  return (
    <Page
      title={t('runs.holdsTitle')}
      backHref={hrefTo(manifest, 'runs', {})}
      {...(isPhone ? {} : { description: t('runs.holdsLead') })}
      actions={may('payroll.run') && add}
    >
      <Await query={query} shape="table">
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t('runs.holdsNone')} description={t('runs.holdsLead')} />
          ) : (
            <SimpleTable
              caption={t('runs.holdsTitle')}
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                { title: t('runs.person'), isRowHeader: true, cell: (row) => `${row.personName} ${row.personNumber}` },
                { title: t('runs.holdFrom'), cell: (row) => row.fromPeriod },
                { title: t('runs.reason'), cell: (row) => row.reason },
                {
                  title: t('runs.findingState'),
                  align: 'end',
                  cell: (row) =>
                    row.releasedAt ? (
                      <Tag tone="green">{t('runs.releasedAt')}</Tag>
                    ) : may('payroll.run') ? (
                      <Button size="sm" onPress={() => setReleasing(row)}>
                        {t('runs.release')}
                      </Button>
                    ) : (
                      <Tag tone="amber">{t('runs.slipStates.held')}</Tag>
                    ),
                },
              ]}
            />
          )
        }
      </Await>
      {isAdding && <HoldSheet onClose={() => setAdding(false)} />}
      {releasing && <ReleaseSheet hold={releasing} onClose={() => setReleasing(null)} />}
    </Page>
  )
}
