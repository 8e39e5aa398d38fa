import { useEffect, useState } from 'react'
import { Card } from '#ui/Card'
import { SimpleTable } from '#ui/SimpleTable'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { addDays } from '#core/calendar'
import { routes } from '../contract.ts'
import { useFigureText } from './use-figure-text.ts'

const pauseMs = 400

/** What a measure that is being written gives with last month's real facts. */
export default function MeasurePreview({ measure }: { measure: unknown }) {
  const t = useWords('indicators')
  const text = useFigureText()
  const asked = usePaused(JSON.stringify(measure))
  const tried = useRead(routes.tryMeasure, { measure: asked } as never, { keep: true })
  return (
    <Await query={tried} shape="lines">
      {(found) => (
        <Card title={t('preview.title', { from: found.from, until: addDays(found.until, -1) })} isFlush>
          <SimpleTable
            caption={t('preview.title', { from: found.from, until: addDays(found.until, -1) })}
            rows={found.rows}
            rowKey={(row) => row.personId}
            empty={t('preview.empty')}
            isFlush
            columns={[
              { title: t('preview.person'), isRowHeader: true, cell: (row) => row.name },
              {
                title: t('preview.names'),
                cell: (row) => row.terms.map(({ name, value }) => `${name} = ${text(value, '')}`).join(' · '),
              },
              { title: t('preview.value'), align: 'end', cell: (row) => row.problem ?? text(row.value, '') },
            ]}
          />
        </Card>
      )}
    </Await>
  )
}

/** A text once nothing was typed for a moment. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
