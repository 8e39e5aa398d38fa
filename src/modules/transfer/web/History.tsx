import { SimpleTable } from '#ui/SimpleTable'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { ImportRun } from '../contract.ts'
import { useKindName } from './kinds.ts'

/** Who took in what, when, and what changed by it. */
export function History({ runs }: { runs: readonly ImportRun[] }) {
  const t = useWords('transfer')
  const f = useFormat()
  const nameOf = useKindName()
  return (
    <SimpleTable
      isFlush
      caption={t('history.title')}
      rows={runs}
      rowKey={(run) => run.id}
      columns={[
        { title: t('history.at'), cell: (run) => f.dateTime(run.at), isRowHeader: true },
        { title: t('history.kind'), cell: (run) => nameOf(run.kind) },
        { title: t('history.file'), cell: (run) => run.fileName },
        { title: t('rows'), align: 'end', cell: (run) => f.number(run.rowCount) },
        { title: t('created'), align: 'end', cell: (run) => f.number(run.created) },
        { title: t('updated'), align: 'end', cell: (run) => f.number(run.updated) },
        { title: t('unchanged'), align: 'end', cell: (run) => f.number(run.unchanged) },
        { title: t('history.by'), cell: (run) => run.actorName },
      ]}
    />
  )
}
