import { SimpleTable } from '#ui/SimpleTable'
import { TargetBar } from '#ui/charts/TargetBar'
import { useFormat } from '#web/format'
import { hrefTo, Link, useHref } from '#web/links'
import { usePhone } from '#web/page'
import { useLocal, useWords } from '#web/words'
import type { CostRow, LabourCost } from '../../contract.ts'
import { manifest } from '../../manifest.ts'

/** Each part with its cost against its budget; units open down. */
export function CostTable({ cost }: { cost: LabourCost }) {
  const t = useWords('finance')
  const local = useLocal()
  const format = useFormat()
  const href = useHref()
  const isPhone = usePhone()
  const nameOf = (row: CostRow) => {
    const name = row.kind === 'own' ? t('cost.own') : row.kind === 'none' ? t('cost.none') : local(row.name)
    if (row.kind === 'unit' && row.id)
      return <Link href={hrefTo(manifest, 'labourCost', {}, { unit: row.id, period: cost.period })}>{name}</Link>
    const to =
      row.kind === 'person'
        ? href('people.person', { personId: row.id ?? '' })
        : row.kind === 'responsibility'
          ? href('responsibilities.responsibility', { responsibilityId: row.id ?? '' })
          : undefined
    return to ? <Link href={to}>{name}</Link> : name
  }
  const money = (fen: number | null) => <span className="tabular-nums">{fen === null ? '–' : format.money(fen)}</span>
  const shown = (row: CostRow) =>
    row.costFen === null ? <span className="text-muted">{t('cost.tooFew')}</span> : money(row.costFen)
  const bar = (row: CostRow) =>
    row.costFen !== null &&
    row.budgetFen !== null && (
      <TargetBar
        label={t('cost.used')}
        value={row.costFen / 100}
        target={row.budgetFen / 100}
        format={(value) => format.number(Math.round(value))}
        isLowBetter
      />
    )
  if (isPhone)
    return (
      <ul className="divide-y divide-line">
        {cost.rows.map((row) => (
          <li key={`${row.kind} ${row.id}`} className="flex flex-col gap-1 px-4 py-3">
            <span className="flex justify-between gap-2">
              <span>{nameOf(row)}</span>
              {shown(row)}
            </span>
            <span className="text-sm text-muted">
              {t('vouchers.people', { count: row.people })}
              {row.budgetFen !== null && ` · ${t('cost.budget')} ${format.money(row.budgetFen)}`}
            </span>
            {bar(row)}
          </li>
        ))}
      </ul>
    )
  return (
    <SimpleTable
      isFlush
      caption={t('menu.labourCost')}
      rows={cost.rows}
      rowKey={(row) => `${row.kind} ${row.id}`}
      columns={[
        { title: t(cost.by === 'unit' ? 'cost.unit' : 'cost.responsibility'), isRowHeader: true, cell: nameOf },
        { title: t('cost.people'), align: 'end', cell: (row) => format.number(row.people) },
        { title: t('cost.total'), align: 'end', cell: shown },
        { title: t('cost.budget'), align: 'end', cell: (row) => money(row.budgetFen) },
        { title: t('cost.used'), widthPx: 220, cell: bar },
      ]}
      footer={[
        t('vouchers.sum'),
        '',
        format.money(cost.costFen),
        cost.budgetFen === null ? '' : format.money(cost.budgetFen),
        '',
      ]}
    />
  )
}
