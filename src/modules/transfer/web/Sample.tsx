import { SimpleTable } from '#ui/SimpleTable'
import { useWords } from '#web/words'
import type { Preview } from '../contract.ts'

/** The first rows as they were read. */
export function Sample({ preview }: { preview: Preview }) {
  const t = useWords('transfer')
  if (preview.sheets.length > 0) return <SheetCounts preview={preview} />
  const used = new Set(Object.values(preview.mapping))
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t('sampleNote', { shown: preview.sample.length, count: preview.rowCount })}</p>
      <SimpleTable
        caption={t('preview.sample')}
        rows={preview.sample}
        rowKey={(row) => String(row.line)}
        columns={[
          { title: t('line'), align: 'end', widthPx: 72, isRowHeader: true, cell: (row) => row.line },
          ...preview.header.map((title, index) => ({
            title: title || `(${index + 1})`,
            cell: (row: Preview['sample'][number]) => (
              <span className={used.has(index) ? 'whitespace-nowrap' : 'whitespace-nowrap text-faint'}>
                {(row.cells[index] ?? '').slice(0, 60)}
              </span>
            ),
          })),
        ]}
      />
    </div>
  )
}

/** Of a workbook: which sheets were found, and how much stands on each. */
function SheetCounts({ preview }: { preview: Preview }) {
  const t = useWords('transfer')
  return (
    <SimpleTable
      caption={t('sheets')}
      rows={preview.sheets}
      rowKey={(sheet) => sheet.title}
      columns={[
        { title: t('sheet'), isRowHeader: true, cell: (sheet) => sheet.title },
        { title: t('rows'), align: 'end', cell: (sheet) => sheet.rowCount },
      ]}
    />
  )
}
