import { Empty } from '#ui/Empty'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Difference, type DraftDetail } from '../contract.ts'
import { markTones } from './states.ts'

/** What is different in units and positions, as a list. */
export function DifferencesTab({ draft }: { draft: DraftDetail }) {
  const t = useWords('reorganisation')
  const f = useFormat()
  const comparison = useRead(routes.compareDraft, { draftId: draft.id }, { keep: true })
  return (
    <Await query={comparison} shape="table">
      {({ day, differences }) =>
        differences.length === 0 ? (
          <Empty title={t('effects.differencesNone')} isSmall />
        ) : (
          <div className="flex flex-col gap-5">
            <p className="text-sm text-muted">{t('effects.asOf', { day: f.day(day) })}</p>
            <Part what="unit" title={t('effects.units')} differences={differences} />
            <Part what="position" title={t('effects.positions')} differences={differences} />
          </div>
        )
      }
    </Await>
  )
}

type PartProps = { what: Difference['what']; title: string; differences: readonly Difference[] }

function Part({ what, title, differences }: PartProps) {
  const t = useWords('reorganisation')
  const local = useLocal()
  const rows = differences.filter((one) => one.what === what)
  if (rows.length === 0) return null
  return (
    <SimpleTable
      caption={`${title} · ${rows.length}`}
      showCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          title: t('effects.what'),
          widthPx: 320,
          isRowHeader: true,
          cell: (row) => (
            <span className="flex flex-col">
              <span className="flex items-center gap-2 font-medium">
                {local(row.name)}
                <Tag tone={markTones[row.mark]}>{t(`marks.${row.mark}`)}</Tag>
              </span>
              {row.place && <span className="text-sm font-normal text-muted">{local(row.place)}</span>}
            </span>
          ),
        },
        {
          title: t('effects.how'),
          cell: (row) => (
            <ul>
              {(row.mark === 'added' || row.mark === 'removed' ? [] : row.sentences).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}
