import { Sheet } from '#ui/Sheet'
import { SimpleTable } from '#ui/SimpleTable'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type ClosedPeriod } from '../contract.ts'
import { SegmentFacts } from './SegmentFacts.tsx'
import { useFigureText } from './use-figure-text.ts'

const noWords = { kinds: {}, fields: {}, choices: {}, money: [] }

/** What came too late for a closed period, and the figures it would have changed. */
export function LateSheet({ period, name, onClose }: { period: ClosedPeriod; name: string; onClose: () => void }) {
  const t = useWords('indicators')
  const local = useLocal()
  const text = useFigureText()
  const late = useRead(routes.readLateFacts, { periodId: period.id })
  const sources = useRead(routes.readSources, {})
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      side="right"
      title={t('figure.late')}
      description={name}
    >
      <Await query={late} shape="table">
        {({ changes, facts }) => (
          <div className="flex flex-col gap-4">
            <SimpleTable
              caption={t('closing.changes')}
              showCaption
              rows={changes}
              rowKey={(one) => `${one.personId}:${one.responsibilityId}:${one.key}`}
              empty={t('closing.noChanges')}
              columns={[
                { title: t('preview.person'), cell: (one) => one.personName },
                {
                  title: t('figure.name'),
                  isRowHeader: true,
                  cell: (one) => `${local(one.name)} · ${local(one.responsibilityName)}`,
                },
                { title: t('closing.was'), align: 'end', cell: (one) => text(one.closed, one.unit) },
                { title: t('closing.wouldBe'), align: 'end', cell: (one) => text(one.now, one.unit) },
              ]}
            />
            <SegmentFacts facts={facts} words={sources.data?.words ?? noWords} />
          </div>
        )}
      </Await>
    </Sheet>
  )
}
