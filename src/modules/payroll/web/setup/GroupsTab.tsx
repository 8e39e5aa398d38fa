import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { SimpleTable } from '#ui/SimpleTable'
import { Status } from '#ui/Status'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type PayGroup } from '../../contract.ts'
import { RowButton } from '../RowButton.tsx'
import { GroupSheet } from './GroupSheet.tsx'

/** Who is paid together: employer, place, rhythm and day. */
export function GroupsTab() {
  const t = useWords('payroll')
  const local = useLocal()
  const mayEdit = useMay()('payroll.set-up')
  const groups = useRead(routes.listGroups, {})
  const [open, setOpen] = useState<PayGroup | 'new' | null>(null)
  return (
    <Card
      isFlush
      title={t('setup.groups')}
      actions={
        mayEdit && (
          <Button size="sm" icon={Plus} onPress={() => setOpen('new')}>
            {t('setup.addGroup')}
          </Button>
        )
      }
    >
      <Await query={groups}>
        {(rows) => (
          <SimpleTable
            isFlush
            caption={t('setup.groups')}
            rows={rows}
            rowKey={(row) => row.id}
            empty={t('setup.noGroups')}
            columns={[
              {
                title: t('setup.name'),
                isRowHeader: true,
                cell: (row) => <RowButton onPress={() => setOpen(row)}>{local(row.name)}</RowButton>,
              },
              { title: t('setup.code'), cell: (row) => row.code },
              { title: t('setup.employer'), cell: (row) => local(row.employerName) || '—' },
              {
                title: t('setup.place'),
                cell: (row) => [t(`setup.jurisdictions.${row.jurisdiction}`), row.city].filter(Boolean).join(' · '),
              },
              {
                title: t('setup.payDay'),
                cell: (row) => t(row.paysNextMonth ? 'setup.payDayNext' : 'setup.payDaySame', { day: row.payDay }),
              },
              { title: t('setup.proration'), cell: (row) => t(`setup.prorations.${row.proration}`) },
              { title: t('setup.people'), align: 'end', cell: (row) => row.people },
              {
                title: t('setup.state'),
                cell: (row) => (
                  <Status color={row.isActive ? 'green' : 'gray'}>
                    {t(row.isActive ? 'setup.active' : 'setup.inactive')}
                  </Status>
                ),
              },
            ]}
          />
        )}
      </Await>
      {open && (
        <GroupSheet {...(open === 'new' ? {} : { group: open })} mayEdit={mayEdit} onClose={() => setOpen(null)} />
      )}
    </Card>
  )
}
