import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { PayeeFault } from '../../contract.ts'

/** Whose account something speaks against, and what. */
export function FaultList({ faults }: { faults: readonly PayeeFault[] }) {
  const t = useWords('finance')
  const format = useFormat()
  if (faults.length === 0) return <p className="text-green-text">{t('bank.fine')}</p>
  return (
    <SimpleTable
      caption={t('bank.faults')}
      showCaption
      rows={faults}
      rowKey={(fault) => fault.personId}
      columns={[
        { title: t('cost.person'), isRowHeader: true, cell: (fault) => `${fault.personName} ${fault.personNumber}` },
        {
          title: t('bank.what'),
          cell: (fault) => (
            <span className="flex flex-wrap gap-1">
              {fault.faults.map((one) => (
                <Tag key={one} tone={fault.isBlocking ? 'red' : 'amber'}>
                  {t(`bank.faultNames.${one}`)}
                </Tag>
              ))}
            </span>
          ),
        },
        {
          title: t('vouchers.amount'),
          align: 'end',
          cell: (fault) => <span className="tabular-nums">{format.money(fault.fen)}</span>,
        },
      ]}
    />
  )
}
