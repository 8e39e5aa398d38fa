import type { Definition } from '#core/flow'
import { Empty } from '#ui/Empty'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import type { Tone } from '../look.ts'
import { useLanguage, useWords } from '#web/words'
import { differences, type Difference, type Mark } from '../edit/diff.ts'
import { localized } from '../say/localized.ts'
import type { Names } from '../say/summary.ts'
import { valueText } from './value-text.ts'

const tones: Readonly<Record<Mark, Tone>> = { added: 'green', removed: 'red', moved: 'blue', changed: 'amber' }

/** What is different between two versions, thing by thing and setting by setting. */
export function DiffList({ before, after, names }: { before: Definition; after: Definition; names: Names }) {
  const t = useWords('flow')
  const language = useLanguage()
  const called = (one: Definition): Definition => ({ ...one, steps: [...localized(one, language)] })
  const rows = differences(called(before), called(after))
  if (rows.length === 0) return <Empty isSmall title={t('designer.versions.same')} />
  return (
    <SimpleTable
      caption={t('designer.versions.differences')}
      rows={rows}
      rowKey={(row) => `${row.what} ${row.id}`}
      columns={[
        {
          title: t('designer.versions.what'),
          isRowHeader: true,
          widthPx: 260,
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-1.5">
              <Tag tone={tones[row.mark]}>{t(`designer.marks.${row.mark}`)}</Tag>
              <span>{titleOf(row)}</span>
            </span>
          ),
        },
        {
          title: t('designer.versions.how'),
          cell: (row) => (
            <ul className="flex flex-col gap-0.5">
              {row.fields.map((field) => (
                <li key={field.field}>
                  <span className="text-muted">{t(`designer.fieldNames.${field.field}`)}: </span>
                  <del className="text-red-text">{valueText(field.field, field.before, names, t)}</del>
                  {' → '}
                  <ins className="text-green-text no-underline">{valueText(field.field, field.after, names, t)}</ins>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
  function titleOf(row: Difference): string {
    if (row.what === 'flow') return t('designer.kinds.flow')
    const kind = row.what === 'arm' && row.kind !== 'otherwise' ? 'arm' : row.kind
    return row.name || t(`designer.kinds.${kind}`)
  }
}
