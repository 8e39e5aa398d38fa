import Download from 'lucide-react/icons/download'
import { Button } from '#ui/Button'
import { SimpleTable } from '#ui/SimpleTable'
import { addressOf } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Fault, type ImportKind, type Preview } from '../contract.ts'
import type { chosenOf } from './import-place.ts'

type Props = { kind: ImportKind; chosen: ReturnType<typeof chosenOf>; preview: Preview }

/** Each fault by the line of the sheet, and the faulty rows alone to be mended and taken in by themselves. */
export function Faults({ kind, chosen, preview }: Props) {
  const t = useWords('transfer')
  const { mapping, ...file } = chosen
  const sheet = addressOf(routes.readFaultyRows, { ...file, ...(mapping ? { mapping: JSON.stringify(mapping) } : {}) })
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">{t('faultsNote')}</p>
        <Button icon={Download} onPress={() => location.assign(sheet)}>
          {t('faultsSheet')}
        </Button>
      </div>
      <SimpleTable
        caption={t('faulty')}
        rows={preview.faults}
        rowKey={(fault) => `${fault.sheet} ${fault.line} ${fault.field} ${fault.code}`}
        columns={[
          ...(kind.isWorkbook ? [{ title: t('sheet'), cell: (fault: Fault) => fault.sheet }] : []),
          { title: t('line'), align: 'end', widthPx: 72, isRowHeader: true, cell: (fault) => fault.line },
          {
            title: t('columns.field'),
            cell: (fault) => fault.fieldTitle ?? '—',
          },
          { title: t('value'), cell: (fault) => <span className="break-all">{fault.value || '—'}</span> },
          { title: t('reason'), cell: (fault) => <span className="text-red-text">{fault.message}</span> },
        ]}
      />
      {preview.faults.length >= 200 && <p className="text-sm text-muted">{t('faultsCut')}</p>}
    </div>
  )
}
