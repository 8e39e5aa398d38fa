import type { FormField, Row } from '#core/form'
import { SimpleTable } from '#ui/SimpleTable'
import { usePhone } from '#web/page'
import { useLocal } from '#web/words'
import { CellText } from './CellText.tsx'
import { rowsIn } from './rows.ts'
import { noNames, type Names } from './value-text.ts'

type Props = { field: FormField; value: unknown; names?: Names }

/** The rows of a table to be read: as a table on the desk, as cards on the phone. */
export function RowTable({ field, value, names = noNames }: Props) {
  const local = useLocal()
  const isPhone = usePhone()
  const rows = rowsIn(value)
  const columns = field.columns ?? []
  if (isPhone)
    return (
      <ol className="flex flex-col gap-2">
        {rows.map((row, at) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className="rounded-lg border border-line bg-surface px-3 py-2">
            <dl className="flex flex-col gap-1">
              {columns.map((column) => (
                <div key={column.key} className="flex justify-between gap-4">
                  <dt className="shrink-0 text-muted">{local(column.label)}</dt>
                  <dd className="min-w-0 text-right break-words">
                    <CellText field={column} value={row[column.key]} names={names} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    )
  return (
    <SimpleTable<{ row: Row; id: string }>
      caption={local(field.label)}
      rows={rows.map((row, at) => ({ row, id: String(at) }))}
      rowKey={({ id }) => id}
      columns={columns.map((column) => ({
        title: local(column.label) || column.key,
        cell: ({ row }) => <CellText field={column} value={row[column.key]} names={names} />,
        ...(isFigure(column) ? { align: 'end' as const } : {}),
      }))}
    />
  )
}

function isFigure({ kind, result = 'number' }: NonNullable<FormField['columns']>[number]): boolean {
  const shown = kind === 'computed' ? result : kind
  return shown === 'number' || shown === 'money'
}
