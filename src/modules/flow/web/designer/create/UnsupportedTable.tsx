import { SimpleTable } from '#ui/SimpleTable'
import { hasWord, useWords, type Say } from '#web/words'

export type Unsupported = { readonly id: string; readonly element: string; readonly reason: string }

/** Exactly what of a file could not be taken over. */
export function UnsupportedTable({ rows }: { rows: readonly Unsupported[] }) {
  const t = useWords('flow')
  return (
    <SimpleTable
      caption={t('designer.unsupported.title')}
      rows={rows}
      rowKey={(row) => `${row.id} ${row.element}`}
      columns={[
        { title: t('designer.unsupported.element'), isRowHeader: true, cell: (row) => row.element },
        { title: t('designer.unsupported.id'), cell: (row) => <code className="text-sm">{row.id}</code> },
        { title: t('designer.unsupported.reason'), cell: (row) => reasonText(row.reason, t) },
      ]}
    />
  )
}

function reasonText(reason: string, t: Say): string {
  const key = `designer.unsupported.reasons.${reason}`
  return hasWord('flow', key) ? t(key) : reason
}
