import { SimpleTable, type SimpleColumn } from '#ui/SimpleTable'
import { useFormat } from '#web/format'
import { hrefTo, Link } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { Limit } from '../../../contract.ts'
import { manifest } from '../../../manifest.ts'
import { Bound } from './Bound.tsx'
import { LimitDeeds, LimitSwitch, Told } from './LimitParts.tsx'

export type LimitRowsProps = { rows: readonly Limit[]; onOpen: (limit: Limit) => void }

export function LimitTable({ rows, onOpen }: LimitRowsProps) {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  const columns: SimpleColumn<Limit>[] = [
    {
      title: t('rules.limits.flow'),
      isRowHeader: true,
      cell: ({ flow }) => <Link href={hrefTo(manifest, 'flow', { flowId: flow.id })}>{local(flow.name)}</Link>,
    },
    { title: t('rules.limits.field'), cell: (limit) => local(limit.fieldName) },
    {
      title: t('rules.limits.atLeast'),
      align: 'end',
      cell: ({ isMoney, atLeast }) => <Bound isMoney={isMoney} value={atLeast} />,
    },
    {
      title: t('rules.limits.atMost'),
      align: 'end',
      cell: ({ isMoney, atMost }) => <Bound isMoney={isMoney} value={atMost} />,
    },
    { title: t('rules.limits.tell'), cell: (limit) => <Told limit={limit} /> },
    { title: t('rules.limits.breachCount'), align: 'end', cell: ({ breaches }) => f.number(breaches) },
    { title: t('rules.limits.isOn'), cell: (limit) => <LimitSwitch limit={limit} /> },
    { title: t('rules.limits.deeds'), align: 'end', cell: (limit) => <LimitDeeds limit={limit} onOpen={onOpen} /> },
  ]
  return <SimpleTable caption={t('rules.tabs.limits')} rows={rows} columns={columns} rowKey={({ id }) => id} />
}
