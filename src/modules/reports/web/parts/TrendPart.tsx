import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { told, type Asked } from '../asked.ts'
import { PartCard } from '../PartCard.tsx'
import { TrendChart } from '../TrendChart.tsx'

/** Fulfilment of everybody the reader may see over twelve periods. */
export function TrendPart({ asked, title }: { asked: Asked; title?: string | undefined }) {
  const t = useWords('reports')
  const trend = useRead(routes.readTrend, told(asked), { keep: true })
  const heading = title || t('parts.trend')
  return (
    <PartCard title={heading} ask={{ kind: 'trend', ...asked }} hasPicture>
      <Await query={trend} shape="lines">
        {(found) => (
          <TrendChart
            title={t('unit.people', { count: found.people })}
            points={found.points}
            kind={found.period.kind}
          />
        )}
      </Await>
    </PartCard>
  )
}
