import { Sheet } from '#ui/Sheet'
import { SimpleTable } from '#ui/SimpleTable'
import { useFormat } from '#web/format'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'
import type { TaxPerson } from '../../contract.ts'

/** The steps at which slip and client differ, in the order of the computation. */
export function DifferenceSheet({ person, onClose }: { person: TaxPerson; onClose: () => void }) {
  const t = useWords('finance')
  const format = useFormat()
  const isPhone = usePhone()
  const money = (fen: number) => <span className="tabular-nums">{format.money(fen)}</span>
  return (
    <Sheet
      title={`${person.personName} ${person.personNumber}`}
      description={t('tax.differenceNote')}
      isOpen
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <SimpleTable
        caption={t('tax.differing')}
        rows={person.differences ?? []}
        rowKey={({ step }) => step}
        columns={[
          { title: t('tax.step'), isRowHeader: true, cell: ({ step }) => t(`tax.steps.${step}`) },
          { title: t('tax.ours'), align: 'end', cell: ({ ours }) => money(ours) },
          { title: t('tax.theirs'), align: 'end', cell: ({ theirs }) => money(theirs) },
          { title: t('tax.difference'), align: 'end', cell: ({ ours, theirs }) => money(theirs - ours) },
        ]}
      />
    </Sheet>
  )
}
