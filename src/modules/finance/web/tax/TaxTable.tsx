import { Button } from '#ui/Button'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'
import type { TaxPerson } from '../../contract.ts'

type TaxTableProps = { people: readonly TaxPerson[]; onOpen: (person: TaxPerson) => void }

/** Who needs attention first: sheets that differ from the slip or from the client, missing identity numbers. */
export function TaxTable({ people, onOpen }: TaxTableProps) {
  const t = useWords('finance')
  const format = useFormat()
  const isPhone = usePhone()
  const rows = people.toSorted((a, b) => troubleOf(b) - troubleOf(a))
  const money = (fen: number) => <span className="tabular-nums">{format.money(fen)}</span>
  const marks = (person: TaxPerson) => (
    <span className="flex flex-wrap items-center gap-1">
      {person.gapFen !== 0 && <Tag tone="red">{t('tax.gapOf', { amount: format.money(person.gapFen) })}</Tag>}
      {!person.hasIdNumber && <Tag tone="red">{t('tax.noIdNumber')}</Tag>}
      {person.differences?.length === 0 && <Tag tone="green">{t('tax.same')}</Tag>}
      {person.differences?.[0] && (
        <Button size="sm" variant="danger-quiet" onPress={() => onOpen(person)}>
          {t('tax.partsAt', { step: t(`tax.steps.${person.differences[0].step}`) })}
        </Button>
      )}
    </span>
  )
  if (isPhone)
    return (
      <ul className="divide-y divide-line">
        {rows.slice(0, 200).map((person) => (
          <li key={person.personId} className="flex flex-col gap-1 px-4 py-3">
            <span className="flex justify-between gap-2">
              <span className="font-medium">{person.personName}</span>
              {money(person.taxFen)}
            </span>
            <span className="text-sm text-muted tabular-nums">
              {t('tax.income')} {format.money(person.incomeFen)}
            </span>
            {marks(person)}
          </li>
        ))}
        {rows.length === 0 && <li className="py-6 text-center text-muted">{t('tax.none')}</li>}
      </ul>
    )
  return (
    <SimpleTable
      isFlush
      caption={t('tax.people')}
      rows={rows.slice(0, 500)}
      rowKey={(person) => person.personId}
      empty={t('tax.none')}
      columns={[
        { title: t('tax.number'), widthPx: 96, cell: (person) => person.personNumber },
        { title: t('cost.person'), isRowHeader: true, cell: (person) => person.personName },
        { title: t('tax.income'), align: 'end', cell: (person) => money(person.incomeFen) },
        { title: t('tax.insurance'), align: 'end', cell: (person) => money(person.insuranceFen) },
        {
          title: t('tax.bonus'),
          align: 'end',
          cell: (person) => (person.bonusFen === 0 ? '' : money(person.bonusFen)),
        },
        { title: t('tax.withheld'), align: 'end', cell: (person) => money(person.taxFen) },
        { title: t('tax.check'), cell: marks },
      ]}
    />
  )
}

function troubleOf({ gapFen, hasIdNumber, differences }: TaxPerson): number {
  return (gapFen === 0 ? 0 : 4) + (differences && differences.length > 0 ? 2 : 0) + (hasIdNumber ? 0 : 1)
}
