import { Sheet } from '#ui/Sheet'
import { SimpleTable } from '#ui/SimpleTable'
import { Pagination } from '#ui/Pagination'
import { useState } from 'react'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { Link, useHref } from '#web/links'
import { usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Line, type Part } from '../../contract.ts'

const pageSize = 100

/** The slips and items a line consists of. */
export function PartsSheet({ voucherId, line, onClose }: { voucherId: string; line: Line; onClose: () => void }) {
  const t = useWords('finance')
  const local = useLocal()
  const format = useFormat()
  const isPhone = usePhone()
  const href = useHref()
  const [page, setPage] = useState(1)
  const parts = useRead(
    routes.listParts,
    { id: voucherId, line: line.number, limit: pageSize, offset: (page - 1) * pageSize },
    { keep: true },
  )
  const person = (part: Part) => {
    const to = href('people.person', { personId: part.personId })
    return to ? <Link href={to}>{part.personName}</Link> : part.personName
  }
  return (
    <Sheet
      title={`${line.account} ${local(line.accountName)}`}
      description={t('vouchers.behindNote', { amount: format.money(line.debitFen + line.creditFen) })}
      isOpen
      size="lg"
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Await query={parts}>
        {({ rows, total, totalFen }) => (
          <div className="flex flex-col gap-3">
            <SimpleTable
              caption={t('vouchers.parts')}
              rows={rows}
              rowKey={(part) => `${part.slipId} ${part.code} ${part.unitId}`}
              columns={[
                { title: t('cost.person'), isRowHeader: true, cell: person },
                { title: t('vouchers.item'), cell: (part) => local(part.itemName) || part.code },
                { title: t('cost.unit'), cell: (part) => local(part.unitName) },
                {
                  title: t('vouchers.amount'),
                  align: 'end',
                  cell: (part) => <span className="tabular-nums">{format.money(part.fen)}</span>,
                },
              ]}
              footer={[t('vouchers.sum'), '', '', format.money(totalFen)]}
            />
            {total > pageSize && <Pagination page={page} pageSize={pageSize} total={total} onPage={setPage} />}
          </div>
        )}
      </Await>
    </Sheet>
  )
}
