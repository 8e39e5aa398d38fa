import { useState } from 'react'
import CalendarCheck from 'lucide-react/icons/calendar-check'
import Plus from 'lucide-react/icons/plus'
import { addDays } from '#core/calendar'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { hrefTo, Link } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { stateTones } from './tones.ts'

const OpenRoundSheet = later(async () => (await import('./OpenRoundSheet.tsx')).OpenRoundSheet)

/** All rounds, the newest first. */
export default function RoundsScreen() {
  const t = useWords('performance')
  const local = useLocal()
  const f = useFormat()
  const [isOpening, setOpening] = useState(false)
  const rounds = useRead(routes.listRounds, { limit: 100 })
  return (
    <Page
      title={t('menu.rounds')}
      description={t('rounds.lead')}
      mainAction={
        rounds.data?.may.open && (
          <Button variant="primary" icon={Plus} onPress={() => setOpening(true)}>
            {t('rounds.open')}
          </Button>
        )
      }
    >
      <Await query={rounds} shape="table">
        {(found) =>
          found.rows.length === 0 ? (
            <Empty icon={CalendarCheck} title={t('rounds.empty')} description={t('rounds.emptyHint')} />
          ) : (
            <SimpleTable
              caption={t('menu.rounds')}
              rows={found.rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  title: t('rounds.name'),
                  isRowHeader: true,
                  cell: (row) => <Link href={hrefTo(manifest, 'round', { roundId: row.id })}>{local(row.name)}</Link>,
                },
                { title: t('rounds.days'), cell: (row) => `${row.from} – ${addDays(row.until, -1)}` },
                {
                  title: t('rounds.unit'),
                  cell: (row) => (row.unitName ? local(row.unitName) : t('rounds.wholeFirm')),
                },
                {
                  title: t('rounds.state'),
                  cell: (row) => <Tag tone={stateTones[row.state]}>{t(`states.${row.state}`)}</Tag>,
                },
                { title: t('rounds.people'), align: 'end', cell: (row) => f.number(row.counts.reviews) },
                { title: t('rounds.reviewed'), align: 'end', cell: (row) => f.number(row.counts.reviewed) },
                { title: t('rounds.confirmed'), align: 'end', cell: (row) => f.number(row.counts.confirmed) },
                { title: t('rounds.due'), cell: (row) => f.day(row.dueOn) },
              ]}
            />
          )
        }
      </Await>
      {isOpening && <OpenRoundSheet onClose={() => setOpening(false)} />}
    </Page>
  )
}
