import { useState } from 'react'
import Gauge from 'lucide-react/icons/gauge'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { later } from '#web/later'
import { usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Limit } from '../../../contract.ts'
import { TabHead } from '../TabHead.tsx'
import { Breaches } from './Breaches.tsx'
import { LimitCards } from './LimitCards.tsx'
import { LimitTable } from './LimitTable.tsx'

const LimitSheet = later(async () => (await import('./LimitSheet.tsx')).LimitSheet)

/** Within what the numbers of requests stay, who is told when they do not, and when that was. */
export function LimitsTab() {
  const t = useWords('flow')
  const isPhone = usePhone()
  const [open, setOpen] = useState<Limit | 'new' | null>(null)
  const list = useRead(routes.listLimits, {})
  const add = () => setOpen('new')
  const Rows = isPhone ? LimitCards : LimitTable
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-4">
        <TabHead note={t('rules.limits.note')} add={t('rules.limits.add')} onAdd={add} />
        <Await query={list} shape={isPhone ? 'cards' : 'table'}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty
                icon={Gauge}
                title={t('rules.limits.empty')}
                description={t('rules.limits.emptyNote')}
                action={<Button onPress={add}>{t('rules.limits.add')}</Button>}
              />
            ) : (
              <Rows rows={rows} onOpen={setOpen} />
            )
          }
        </Await>
      </div>
      {list.data && list.data.rows.length > 0 && <Breaches />}
      {open && <LimitSheet limit={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  )
}
