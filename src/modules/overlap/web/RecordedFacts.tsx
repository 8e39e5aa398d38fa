import { Sheet } from '#ui/Sheet'
import { SimpleTable } from '#ui/SimpleTable'
import { Pagination } from '#ui/Pagination'
import { useState } from 'react'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'

type Props = { unitId: string; responsibilityId: string; from: string; until: string; onClose: () => void }

const pageSize = 50

/** The facts behind the hours of a department for what another holds. */
export function RecordedFacts({ onClose, ...asked }: Props) {
  const t = useWords('overlap')
  const local = useLocal()
  const format = useFormat()
  const isPhone = usePhone()
  const [page, setPage] = useState(1)
  const input = { ...asked, limit: pageSize, offset: (page - 1) * pageSize }
  const facts = useRead(routes.listRecordedFacts, input, { keep: true })
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      side={isPhone ? 'bottom' : 'right'}
      size="lg"
      title={t('recorded.facts')}
      description={
        facts.data && t('recorded.factsTotal', { count: facts.data.total, hours: format.number(facts.data.hours) })
      }
    >
      <Await query={facts} shape="table">
        {({ items, total, hidden }) => (
          <div className="flex flex-col gap-3">
            {hidden > 0 && <p className="text-sm text-muted">{t('recorded.hidden', { count: hidden })}</p>}
            <SimpleTable
              caption={t('recorded.facts')}
              rows={items}
              rowKey={(fact) => fact.id}
              columns={[
                { title: t('recorded.day'), cell: (fact) => format.day(fact.day), isRowHeader: true },
                { title: t('recorded.who'), cell: (fact) => fact.personName ?? local(fact.unitName) },
                { title: t('recorded.activity'), cell: (fact) => fact.activity ?? fact.kind },
                { title: t('recorded.hoursTitle'), align: 'end', cell: (fact) => format.number(fact.hours) },
              ]}
            />
            {total > pageSize && <Pagination page={page} pageSize={pageSize} total={total} onPage={setPage} />}
          </div>
        )}
      </Await>
    </Sheet>
  )
}
