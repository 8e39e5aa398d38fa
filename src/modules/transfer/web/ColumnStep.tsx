import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Select } from '#ui/Select'
import { SimpleTable } from '#ui/SimpleTable'
import { Status } from '#ui/Status'
import { useWords } from '#web/words'
import type { ImportKind, Preview } from '../contract.ts'
import type { Mapping } from './import-place.ts'

type Props = {
  kind: ImportKind
  preview: Preview
  isReading: boolean
  onMapping: (mapping: Mapping) => void
  onNext: () => void
}

/** Which column holds which field: found by the headers, changed by hand. */
export function ColumnStep({ kind, preview, isReading, onMapping, onNext }: Props) {
  const t = useWords('transfer')
  const titles = new Map(kind.fields.map((field) => [field.key, field.title]))
  const options = [
    { id: 'none', label: t('columns.none') },
    ...preview.header.map((title, index) => ({
      id: String(index),
      label: title || t('columns.nameless', { letter: letterOf(index) }),
      note: letterOf(index),
    })),
  ]
  const isMissing = preview.missing.length > 0
  return (
    <Card
      title={t('columns.title')}
      description={t('columns.note')}
      isFlush
      footer={
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span className={isMissing ? 'text-red-text' : ''}>
            {isMissing
              ? t('columns.missing', { fields: preview.missing.map((key) => titles.get(key) ?? key).join(t('comma')) })
              : preview.unknown.length > 0 && t('columns.unknown', { columns: preview.unknown.join(t('comma')) })}
          </span>
          <Button variant="primary" isDisabled={isMissing} isPending={isReading} onPress={onNext}>
            {t('columns.next')}
          </Button>
        </div>
      }
    >
      <SimpleTable
        isFlush
        caption={t('columns.title')}
        rows={kind.fields}
        rowKey={(field) => field.key}
        columns={[
          {
            title: t('columns.field'),
            isRowHeader: true,
            cell: (field) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                <span className={field.isRequired ? 'font-medium' : ''}>
                  {field.title}
                  {field.isRequired && <span className="text-red-text"> *</span>}
                </span>
                {preview.missing.includes(field.key) && (
                  <Status color="red" look="soft">
                    {t('columns.isMissing')}
                  </Status>
                )}
                {preview.duplicated.includes(field.key) && (
                  <Status color="amber" look="soft">
                    {t('columns.isDuplicated')}
                  </Status>
                )}
              </span>
            ),
          },
          {
            title: t('columns.column'),
            widthPx: 280,
            cell: (field) => (
              <Select
                label={t('columns.of', { field: field.title })}
                hideLabel
                options={options}
                value={columnOf(preview, field.key)}
                onChange={(chosen) =>
                  onMapping({
                    ...preview.mapping,
                    [field.key]: chosen === null || chosen === 'none' ? null : Number(chosen),
                  })
                }
              />
            ),
          },
          {
            title: t('columns.example'),
            cell: (field) => <span className="text-muted">{exampleOf(preview, field.key)}</span>,
          },
        ]}
      />
    </Card>
  )
}

function columnOf(preview: Preview, key: string): string {
  const column = preview.mapping[key]
  return typeof column === 'number' ? String(column) : 'none'
}

/** The first cells of the column that hold something. */
function exampleOf(preview: Preview, key: string): string {
  const column = preview.mapping[key]
  if (typeof column !== 'number') return ''
  const cells = preview.sample.map((row) => row.cells[column] ?? '').filter((cell) => cell !== '')
  return [...new Set(cells)].slice(0, 3).join(' · ').slice(0, 80)
}

/** A, B, … Z, AA as spreadsheet programs call their columns. */
function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26)
}
