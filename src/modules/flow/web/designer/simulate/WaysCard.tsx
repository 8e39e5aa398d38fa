import type { Step } from '#core/flow'
import { Card } from '#ui/Card'
import { SimpleTable } from '#ui/SimpleTable'
import { useWords } from '#web/words'
import { limitText } from '../Badges.tsx'
import { titleOf } from '../say/problem.ts'
import type { Names } from '../say/summary.ts'
import { waysThrough } from './ways.ts'

/** All ways a request can take: under which conditions, over which steps, in what time at most. */
export function WaysCard({ steps, names }: { steps: readonly Step[]; names: Names }) {
  const t = useWords('flow')
  const { ways, isCut } = waysThrough(steps)
  return (
    <Card
      title={t('designer.simulate.ways', { count: ways.length })}
      description={t('designer.simulate.waysNote')}
      isFlush
    >
      <SimpleTable
        isFlush
        caption={t('designer.simulate.ways', { count: ways.length })}
        rows={ways.map((way, index) => ({ ...way, number: index + 1 }))}
        rowKey={(row) => String(row.number)}
        columns={[
          {
            title: t('designer.simulate.when'),
            isRowHeader: true,
            cell: (row) =>
              row.choices.length === 0
                ? t('designer.sum.always')
                : row.choices
                    .map((one) => (one.when ? names.condition(one.when) : titleOf(steps, one.row, t)))
                    .join(t('designer.condition.and')),
          },
          {
            title: t('designer.simulate.over'),
            cell: (row) => row.steps.map((step) => titleOf(steps, step.id, t)).join(' → ') || '–',
          },
          { title: t('designer.simulate.atMost'), cell: (row) => limitText(row.limit, t) },
        ]}
      />
      {isCut && <p className="px-4 py-2 text-sm text-muted">{t('designer.simulate.cut')}</p>}
    </Card>
  )
}
